"""`gridctl hook pre-receive`: what git starts on a server when something is pushed."""

import sys

from gridctl.app.guarding import guard_server
from gridctl.cli.guarding import LedgerFolder, answer
from gridctl.cli.session import current


def command(
    ledger: LedgerFolder = None,
) -> int:
    """Look through the push; 1 where it is not taken."""
    session = current()
    told = sys.stdin.read()
    return answer(guard_server(session.folder, told, session.now.astimezone(), ledger=ledger))
