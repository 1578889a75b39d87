"""`gridctl source list`: the register of sources, with the cases of a period."""

from gridctl.app.listing import listing
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.reporting import Explain, IdsOnly, PeriodWord, put
from gridctl.cli.session import current
from gridctl.domain.periods import parse_period
from gridctl.reports.source_register import source_register


def command(period: PeriodWord = None, explain: Explain = None, ids: IdsOnly = False) -> int:
    """List; 30 where a file was broken."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        now = moment(ledger)
        asked = parse_period(period or "this-month", now.date())
        read = listing(ledger, (), now, everything=True)
        report = source_register(ledger.office, read.cases, asked, ledger.commit.id)
        put(ledger, report, explain, ids=ids)
    output.tell_problems(read.problems)
    return 30 if read.problems else 0
