"""`gridctl report overdue`: who is late now, with what, and for how long."""

from gridctl.app.listing import listing
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.reporting import Explain, IdsOnly, put
from gridctl.cli.session import current
from gridctl.reports.overdue import overdue


def command(explain: Explain = None, ids: IdsOnly = False) -> int:
    """Report; 30 where a file was broken."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        now = moment(ledger)
        read = listing(ledger, (), now)
        put(ledger, overdue(read.cases, ledger.names, now, ledger.commit.id), explain, ids=ids)
    output.tell_problems(read.problems)
    return 30 if read.problems else 0
