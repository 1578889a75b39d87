"""`gridctl report journal`: totals of what was noted down."""

from gridctl.app.opening import open_ledger
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.reporting import PeriodWord, put
from gridctl.cli.session import current
from gridctl.domain.periods import parse_period
from gridctl.reports.journal import journal


def command(period: PeriodWord = None) -> None:
    """Report."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        today = moment(ledger).date()
        when = parse_period(period or "this-month", today)
        put(ledger, journal(ledger.journal.of(when), when, today, ledger.commit.id))
