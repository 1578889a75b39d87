"""`gridctl report attendance`: who was due, there, late, away or absent."""

from gridctl.app.opening import open_ledger
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.reporting import PeriodWord, put
from gridctl.cli.session import current
from gridctl.domain.journal.attending import Measure
from gridctl.domain.periods import parse_period
from gridctl.reports.attendance import attendance


def command(period: PeriodWord = None) -> None:
    """Report."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        today = moment(ledger).date()
        when = parse_period(period or "this-month", today)
        by = Measure(ledger.calendar, ledger.office.settings.attendance, today)
        put(ledger, attendance(ledger.office, ledger.journal.of(when), when, by, ledger.commit.id))
