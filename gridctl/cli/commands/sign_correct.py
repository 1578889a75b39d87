"""`gridctl sign correct`: an entry of a journal gets another time, or counts no more."""

from typing import Annotated

import typer

from gridctl.app.signing import correct
from gridctl.cli.asking import wish
from gridctl.cli.journal_writing import keep
from gridctl.cli.marks import N_
from gridctl.errors import Usage
from gridctl.words import say

MORE = N_(
    "By a dispatcher, of one's own attendance by another one. "
    "It is a later entry: what was written stays. "
    "The number of an entry stands in: gridctl journal show STAFF"
)


def command(
    staff: Annotated[str, typer.Argument(metavar=N_("STAFF"), help=N_("Whose journal."))],
    entry: Annotated[int, typer.Argument(metavar=N_("N"), help=N_("The number of the entry."))],
    to: Annotated[
        str | None,
        typer.Option("--to", metavar=N_("TIME"), help=N_("The right time."), show_default=False),
    ] = None,
    strike: Annotated[bool, typer.Option("--strike", help=N_("Take the entry out."))] = False,
    month: Annotated[
        str | None,
        typer.Option(
            "--month",
            metavar=N_("MONTH"),
            help=N_("The month of the entry, such as 2026-10."),
            show_default=N_("this month"),
        ),
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option("--reason", "-r", metavar=N_("TEXT"), help=N_("Why."), show_default=False),
    ] = None,
) -> None:
    """Correct it."""
    if bool(to) == strike:
        raise Usage(
            say("Give one of {flags}.", flags="--to, --strike"),
            say("A time with --to, or --strike to take the entry out."),
        )
    why = wish(reason, "--reason", say("Reason"))
    keep(correct(staff, entry, why, month=month, to=to))
