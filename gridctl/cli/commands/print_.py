"""`gridctl print`: the papers of a case, for departments that use no tool."""

import os
import sys
from datetime import datetime
from functools import partial
from typing import Annotated, Literal

import typer

from gridctl.app import paper_file, papers
from gridctl.app.editions import catalogue_of
from gridctl.app.ledger import Ledger
from gridctl.app.opening import open_ledger
from gridctl.app.shared import number_is_shared
from gridctl.cli import output
from gridctl.cli.asking import choose
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.case import Case
from gridctl.domain.paper_facts import urgings_of
from gridctl.domain.papers import NAMING_REPORTERS, check_printable, form_of, is_reprint
from gridctl.domain.terms import PAPERS
from gridctl.domain.verbs.suspend import woken
from gridctl.errors import Usage
from gridctl.records.case_document import document
from gridctl.views.details import Details
from gridctl.views.papers.faces import drawn_as
from gridctl.views.papers.forms import FORMS
from gridctl.views.papers.material import ALL, Material
from gridctl.views.papers.paper import Paper
from gridctl.words import _, listed, say

MORE = N_(
    "dispatch is the order to the units, urge the reminder, supervise the supervision order, dossier "
    "the whole case; their Chinese names do as well. Who reported stands there masked, or not at all "
    "where they asked for secrecy."
)
_FACES = {"html": "html", "htm": "html", "docx": "docx", "txt": "text"}
_WITH_RECORDING = ("dispatch", "dossier")  # these say when an entry was recorded


def command(
    ids: Ids = None,
    form: Annotated[
        str | None,
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
            help=N_("Write it to this file; - is standard output."),
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=N_("Replace the file where it is there already."))
    ] = False,
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
    wanted = form_of(choose(form, "--form", say("Which paper"), titles))
    _check_reporter(wanted, with_reporter)
    if file == "-":
        file = None  # standard output, as elsewhere
    shape = _shape(face, file)
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        now = moment(ledger)
        if file:
            paper_file.check_place(ledger, file, force=force)
        ids_of = dict.fromkeys(ledger.cases.find(word) for word in case_ids(ids).ids)
        cases = [woken(ledger.cases.read(each), now.date()) for each in ids_of]
        for case in cases:
            check_printable(case, wanted)
        materials = (
            _material(ledger, case, wanted, now, with_reporter=with_reporter) for case in cases
        )
        drawn = [FORMS[wanted](each) for each in materials]
        _hint(ledger, cases, wanted, file if with_reporter else None)
    if drawn:
        _put(drawn, shape, file, private=with_reporter)


def _check_reporter(form: str, with_reporter: bool) -> None:
    if with_reporter and form not in NAMING_REPORTERS:
        raise Usage(
            say("--with-reporter goes with --form {forms} only.", forms=listed(NAMING_REPORTERS)),
            say("The other papers have no need of it; leave it out."),
        )


def _shape(face: str | None, file: str | None) -> str:
    """The face asked for, else the one that the file's ending names; the two must agree."""
    if not file:
        _check_terminal(face)
        return face or "text"
    ending = os.path.splitext(file)[1].removeprefix(".").lower()
    named = _FACES.get(ending)
    if ending and named is None:
        raise Usage(
            say("No paper is made as .{ending}.", ending=ending),
            say("Name a file that ends in .docx, .html or .txt."),
        )
    if face and named and face != named:
        raise Usage(
            say("{file} is not the name of a file in {format}.", file=file, format=face),
            say("Leave --format out, or name a file that ends otherwise."),
        )
    return face or named or "text"


def _check_terminal(face: str | None) -> None:
    if face in ("html", "docx") and current().on_screen:
        raise Usage(
            say("{format} is not for a terminal.", format=face.upper()),
            say("Name a file: -o paper.{format}", format=face),
        )


def _material(
    ledger: Ledger, case: Case, form: str, now: datetime, *, with_reporter: bool
) -> Material:
    edition = partial(catalogue_of, ledger)
    return Material(
        case=case,
        plain=document(case),
        details=Details(ledger.office, ledger.catalogue, edition, most=ALL),
        now=now,
        revision=ledger.commit.id[:12],
        recorded=papers.recorded_at(ledger, case) if form in _WITH_RECORDING else {},
        shared=number_is_shared(ledger, case),
        reporter=papers.reporter_named(ledger, case) if with_reporter else None,
    )


def _hint(ledger: Ledger, cases: list[Case], form: str, private: str | None) -> None:
    """A reminder that was not recorded, an order that is over, a name where git might pick it up."""
    bare = [case.ending for case in cases if form == "urge" and not urgings_of(case)]
    output.warn(
        say("No reminder of {case} is recorded; record it: gridctl urge {case}", case=ending)
        for ending in bare
    )
    done = [case.ending for case in cases if form == "dispatch" and is_reprint(case)]
    output.warn(
        say("The unit of {case} has done its part; the order is a copy for the file.", case=ending)
        for ending in done
    )
    if private and paper_file.lies_in(ledger, private):
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
    page, style = papers.page_and_style()
    data = drawn_as(shape, drawn, page=page, style=style)
    if file:
        paper_file.write_out(file, data, private=private)
        output.say_lines([_("Written to {file}").format(file=file)])
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
