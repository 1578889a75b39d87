"""`gridctl print`: the papers of a case, for departments that use no tool."""

import sys
from functools import partial
from typing import Annotated, Literal

import typer

from gridctl.app import papers
from gridctl.app.editions import catalogue_of
from gridctl.app.ledger import Ledger
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.asking import choose
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids
from gridctl.cli.reading import warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.case import Case
from gridctl.domain.papers import NAMING_REPORTERS, check_printable, urgings_of
from gridctl.domain.terms import PAPERS
from gridctl.errors import Usage
from gridctl.records.case_document import document
from gridctl.views.details import Details
from gridctl.views.papers.forms import FORMS
from gridctl.views.papers.material import ALL, Material
from gridctl.views.papers.paper import Paper
from gridctl.words import listed, say

MORE = N_(
    "dispatch is the order to the units, urge the reminder, supervise the supervision order,\n"
    "dossier the whole case. Who reported stands there masked, or not at all where they asked for\n"
    "secrecy."
)
_ENDINGS = {"html": "html", "htm": "html", "docx": "docx"}


def command(
    ids: Ids = None,
    form: Annotated[
        Literal["dispatch", "urge", "supervise", "dossier"] | None,
        typer.Option(
            "--form",
            metavar="dispatch|urge|supervise|dossier",
            help=N_("Which paper."),
            show_default=False,
        ),
    ] = None,
    face: Annotated[
        Literal["text", "html", "docx"] | None,
        typer.Option(
            "--format",
            metavar="text|html|docx",
            help=N_("How it is written; without it by the ending of FILE, else text."),
            show_default=False,
        ),
    ] = None,
    file: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=N_("Write it to this file."),
            show_default=False,
        ),
    ] = None,
    with_reporter: Annotated[
        bool,
        typer.Option(
            "--with-reporter",
            help=N_("Name who reported, and their number, from private/ on this machine."),
        ),
    ] = False,
) -> None:
    """Print the papers."""
    titles = {key: str(title) for key, title in PAPERS.items()}
    wanted = choose(form, "--form", say("Which paper"), titles)
    _check_reporter(wanted, with_reporter)
    shape = face or _ENDINGS.get((file or "").rpartition(".")[2].lower(), "text")
    _check_place(shape, file)
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        cases = [ledger.cases.read(ledger.cases.find(word)) for word in case_ids(ids).ids]
        for case in cases:
            check_printable(case, wanted, ledger.local(session.now).date())
        drawn = [FORMS[wanted](_material(ledger, case, wanted, with_reporter)) for case in cases]
        _hint(ledger, cases, wanted, file if with_reporter else None)
    if drawn:
        _put(drawn, shape, file, private=with_reporter)


def _check_reporter(form: str, with_reporter: bool) -> None:
    if with_reporter and form not in NAMING_REPORTERS:
        raise Usage(
            say("--with-reporter goes with --form {forms} only.", forms=listed(NAMING_REPORTERS)),
            say("The other papers have no need of it; leave it out."),
        )


def _check_place(shape: str, file: str | None) -> None:
    if shape != "text" and not file and current().interactive:
        raise Usage(
            say("{format} is not for a terminal.", format=shape.upper()),
            say("Name a file: -o paper.{format}", format=shape),
        )


def _material(ledger: Ledger, case: Case, form: str, with_reporter: bool) -> Material:
    edition = partial(catalogue_of, ledger)
    return Material(
        case=case,
        plain=document(case),
        details=Details(ledger.office, ledger.catalogue, edition, most=ALL),
        now=ledger.local(current().now),
        revision=ledger.commit.id[:12],
        recorded=papers.recorded_at(ledger, case) if form == "dossier" else {},
        reporter=papers.reporter_named(ledger, case) if with_reporter else None,
    )


def _hint(ledger: Ledger, cases: list[Case], form: str, private: str | None) -> None:
    """A reminder that was not recorded, and a private paper where git might pick it up."""
    bare = [case.ending for case in cases if form == "urge" and not urgings_of(case)]
    output.warn(
        say("No reminder of {case} is recorded; record it: gridctl urge {case}", case=ending)
        for ending in bare
    )
    if private and papers.lies_in(ledger, private):
        output.warn(
            [
                say(
                    "{file} names a resident and lies in the ledger's folder; keep it out of git.",
                    file=private,
                )
            ]
        )


def _put(drawn: list[Paper], shape: str, file: str | None, *, private: bool) -> None:
    if shape == "text" and not file:
        from gridctl.views.papers.text_face import text

        output.say_lines(text(drawn), keep="\f")
        return
    data = _bytes(drawn, shape)
    if file:
        papers.write_out(file, data, private=private)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def _bytes(drawn: list[Paper], shape: str) -> bytes:
    if shape == "html":
        from gridctl.views.papers.html_face import html

        return html(drawn)
    if shape == "docx":
        from gridctl.views.papers.docx_face import docx

        return docx(drawn)
    from gridctl.views.papers.text_face import text

    return "".join(f"{line}\n" for line in text(drawn)).encode()
