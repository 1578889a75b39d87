"""`gridctl report liability`: what went wrong in a period, by grid, unit and month."""

from gridctl.app.charges import charges
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.reporting import Explain, IdsOnly, PeriodWord, put
from gridctl.cli.session import current
from gridctl.domain.periods import month_of, parse_period
from gridctl.errors import Problem
from gridctl.reports.liability import Charge, liability


def command(period: PeriodWord = None, explain: Explain = None, ids: IdsOnly = False) -> int:
    """Report; 30 where a file was broken."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        now = moment(ledger)
        span = parse_period(period, now.date()) if period else month_of(now.date())
        found = list(charges(ledger, span.last, now))
        sound = [each for each in found if isinstance(each, Charge)]
        put(ledger, liability(sound, ledger.names, span, ledger.commit.id), explain, ids=ids)
    broken = [each for each in found if isinstance(each, Problem)]
    output.tell_problems(broken)
    return 30 if broken else 0
