"""`gridctl journal show`: one person's month, as it was recorded."""

from typing import Annotated

import typer

from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.journal.month import Key
from gridctl.domain.periods import parse_month
from gridctl.views import journal_page


def command(
    staff: Annotated[str, typer.Argument(metavar=N_("STAFF"), help=N_("Whose journal."))],
    month: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("MONTH"), help=N_("Such as 2026-11."), show_default=N_("this month")
        ),
    ] = None,
) -> None:
    """Show every entry, those that were corrected marked."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        when = parse_month(month or "this-month", moment(ledger).date())
        person = ledger.office.person(staff)
        found = ledger.journal.read(Key(person.id, when.name))
        office = ledger.office
    if session.json:
        output.say_json(journal_page.answer(found))
    else:
        output.say_lines(journal_page.lines(found, office))
