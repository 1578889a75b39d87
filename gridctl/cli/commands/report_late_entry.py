"""`gridctl report late-entry`: how long after it happened things were recorded, by person and grid."""

from gridctl.app.late_entries import delays
from gridctl.app.opening import open_ledger
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.reporting import Explain, IdsOnly, PeriodWord, put
from gridctl.cli.session import current
from gridctl.domain.periods import month_of, parse_period
from gridctl.reports.late_entry import Delay, late_entry


def command(period: PeriodWord = None, explain: Explain = None, ids: IdsOnly = False) -> None:
    """Report."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        today = moment(ledger).date()
        span = parse_period(period, today) if period else month_of(today)
        found = list(delays(ledger, span))
        sound = [each for each in found if isinstance(each, Delay)]
        untold = len(found) - len(sound)
        report = late_entry(sound, ledger.office, span, ledger.commit.id, untold=untold)
        put(ledger, report, explain, ids=ids)
