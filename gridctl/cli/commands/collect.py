"""`gridctl collect`: a report becomes a case."""

from typing import Annotated

import typer

from gridctl.app.intake import hints
from gridctl.app.verbs.collect import Report, collect
from gridctl.cli.asking import choose, wish
from gridctl.cli.marks import N_
from gridctl.cli.options import Mask, Papers, Photos
from gridctl.cli.session import current
from gridctl.cli.writing import record
from gridctl.domain.case import Case
from gridctl.domain.hints import Hints
from gridctl.domain.terms import SOURCES
from gridctl.words import say

MORE = N_(
    "Names and numbers of residents never enter git: give them as --reporter and --phone; the case "
    "holds them masked, the rest stays in private/ on this machine."
)


def command(
    title: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("TITLE"), help=N_("What it is about, in one line."), show_default=False
        ),
    ] = None,
    grid: Annotated[
        str | None,
        typer.Option(
            "--grid",
            "-g",
            metavar=N_("GRID"),
            help=N_("Where it is: a grid by id or name."),
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            "-k",
            metavar=N_("KIND"),
            help=N_(
                "problem, hazard, dispute, request, inquiry, suggestion, complaint or campaign."
            ),
        ),
    ] = "problem",
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            "-s",
            metavar=N_("SOURCE"),
            help=N_(
                "patrol, hotline, walk-in, online, media, leader, transfer, or one of the ledger's own."
            ),
            show_default=False,
        ),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            "--place",
            metavar=N_("PLACE"),
            help=N_("A known place by id or name, or any words."),
            show_default=False,
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", help=N_("What was found or said."), show_default=False)
    ] = None,
    reporter: Annotated[
        str | None,
        typer.Option(
            "--reporter",
            metavar=N_("NAME"),
            help=N_("Who reported; stays outside git."),
            show_default=False,
        ),
    ] = None,
    phone: Annotated[
        str | None,
        typer.Option(
            "--phone",
            metavar=N_("NUMBER"),
            help=N_("The reporter's number; stays outside git."),
            show_default=False,
        ),
    ] = None,
    secret: Annotated[
        bool, typer.Option("--secret", help=N_("Hide the reporter in every print."))
    ] = False,
    photo: Photos = None,
    paper: Papers = None,
    mask: Mask = False,
) -> None:
    """Collect the report."""
    report = Report(
        title=wish(title, "TITLE", say("Title")),
        grid=wish(grid, "--grid", say("Grid (id or name)")),
        kind=kind,
        source=choose(
            source, "--source", say("Source"), {key: str(label) for key, label in SOURCES.items()}
        ),
        place=place,
        text=text,
        reporter=reporter,
        phone=phone,
        secret=secret,
        photos=photo or (),
        papers=paper or (),
    )
    record(lambda desk: collect(desk, report), mask=mask, beside=_hints)


def _hints(case: Case) -> Hints:
    try:
        return hints(current().folder, case)
    # The report is recorded, and a hint is only a hint: neither a fault nor Ctrl-C changes that.
    except (Exception, KeyboardInterrupt):  # noqa: BLE001
        return Hints(case.ending)
