"""`gridctl appraisal mark`: a score by hand, for one period and with its reason."""

from typing import Annotated

import typer

from gridctl.app.edits.scoring import NewMark, mark
from gridctl.cli.asking import wish
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change
from gridctl.cli.writing import acting
from gridctl.words import say

MORE = N_(
    "An expression of the method asks for it as mark(NAME). Nobody marks his own unit, nor types its mark; a second mark takes the place of the first, and git keeps both."
)


def command(
    unit: Annotated[
        str, typer.Argument(metavar=N_("UNIT"), help=N_("A unit or grid by id or name."))
    ],
    name: Annotated[str, typer.Argument(metavar=N_("MARK"), help=N_("The name of the mark."))],
    score: Annotated[str, typer.Argument(metavar=N_("SCORE"), help=N_("From 0 to 100."))],
    period: Annotated[
        str,
        typer.Option(
            "--period",
            metavar=N_("PERIOD"),
            help=N_("Such as 2026-11 or last-month."),
            show_default=N_("the last month"),
        ),
    ] = "last-month",
    note: Annotated[
        str | None, typer.Option("--note", help=N_("The reason."), show_default=False)
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar=N_("STAFF"),
            help=N_("Who gives it."),
            show_default=N_("whoever types"),
        ),
    ] = None,
) -> None:
    """Record the mark."""
    reason = wish(note, "--note", say("The reason of the mark"))
    new = NewMark(of=unit, name=name, score=score, period=period, note=reason, by=by)
    change(mark(new, acting()))
