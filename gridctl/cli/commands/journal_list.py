"""`gridctl journal list`: entries of the journal."""

from typing import Annotated

import typer

from gridctl.app.journal_listing import Sought, entries
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.periods import parse_period
from gridctl.views import journal_rows

MORE = N_(
    "Without --kind the work is listed; signing in and out has kinds of its own, and a report."
)


def command(
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            "-p",
            metavar=N_("PERIOD"),
            help=N_("Such as 2026-11, 2026-W47, 2026-Q4, 2026, or 2026-11-01..2026-11-15."),
            show_default=N_("this month"),
        ),
    ] = None,
    staff: Annotated[
        str | None,
        typer.Option("--staff", metavar=N_("STAFF"), help=N_("Whose."), show_default=False),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            "-k",
            metavar=N_("KIND"),
            help=N_("Of this kind: patrol, meeting, training, …, sign-in, leave, correction."),
            show_default=False,
        ),
    ] = None,
    grid: Annotated[
        str | None,
        typer.Option(
            "--grid",
            "-g",
            metavar=N_("GRID"),
            help=N_("In this grid or below it."),
            show_default=False,
        ),
    ] = None,
) -> None:
    """List them, by time."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        when = parse_period(period or "this-month", moment(ledger).date())
        found = entries(ledger, when, Sought(staff=staff, kind=kind, grid=grid))
        office = ledger.office
    if session.json:
        output.say_json([journal_rows.answer(key, entry) for key, entry in found])
    elif session.interactive:
        journal_rows.table(found, office, colour=session.colour)
    else:
        output.say_lines(journal_rows.rows(found, office))
