"""`gridctl hook pre-push`: what plain git starts in a clone before it pushes."""

import sys

from gridctl.app.guarding import guard_client
from gridctl.cli.guarding import answer
from gridctl.cli.session import current


def command() -> int:
    """Look through the push; 1 where it should not go out."""
    session = current()
    return answer(guard_client(session.folder, sys.stdin.read(), session.now.astimezone()))
