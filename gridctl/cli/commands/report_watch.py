"""`gridctl report watch`: places that are to be seen every working day."""

from gridctl.app.opening import open_ledger
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.reporting import PeriodWord, put
from gridctl.cli.session import current
from gridctl.domain.periods import parse_period
from gridctl.reports.watch import Days, watch


def command(period: PeriodWord = None) -> None:
    """Report."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        today = moment(ledger).date()
        asked = Days(parse_period(period or "this-month", today), ledger.calendar, today)
        months = ledger.journal.of(asked.period)
        put(ledger, watch(ledger.office, months, asked, ledger.commit.id))
