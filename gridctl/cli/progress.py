"""Progress: in a terminal, one line on standard error that says how far long work is."""

import sys
from collections.abc import Callable

from gridctl.cli.faults import spoken
from gridctl.cli.session import current
from gridctl.words import Message


def telling() -> Callable[[Message], None]:
    """Where steps of long work are told; nowhere, unless somebody is looking."""
    if not current().interactive:
        return lambda _message: None
    return _tell


def _tell(message: Message) -> None:
    sys.stderr.write(f"{spoken(message)} …\n")
    sys.stderr.flush()
