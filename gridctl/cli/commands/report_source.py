"""`gridctl report source`: cases and days of handling by source."""

from gridctl.app.listing import listing
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.reporting import Explain, IdsOnly, PeriodWord, put
from gridctl.cli.session import current
from gridctl.domain.periods import parse_period
from gridctl.domain.sources import labels
from gridctl.reports.by_source import by_source


def command(period: PeriodWord = None, explain: Explain = None, ids: IdsOnly = False) -> int:
    """Report; 30 where a file was broken."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        now = moment(ledger)
        asked = parse_period(period or "this-month", now.date())
        read = listing(ledger, (), now, everything=True)
        names = labels(ledger.office.settings)
        report = by_source(read.cases, names, asked, now.date(), ledger.commit.id)
        put(ledger, report, explain, ids=ids)
    output.tell_problems(read.problems)
    return 30 if read.problems else 0
