"""The trace of an error that nobody foresaw, kept in a file for whoever mends it."""

import os
import sys
import tempfile
import traceback
from datetime import UTC, datetime


def keep(error: BaseException) -> str:
    """Write the trace of `error` and return the file's path.

    The words of the call stay out of it: they may hold a resident's name or number. Only its owner
    can read the file, since a message may still quote them.
    """
    text = "".join(
        [
            f"gridctl on Python {sys.version}, {sys.platform}\n",
            *traceback.format_exception(error),
        ]
    )
    for folder in _folders():
        try:
            return _written(folder, text)
        except OSError:
            continue
    return os.devnull


def _folders() -> tuple[str, str]:
    state = os.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")
    return os.path.join(state, "gridctl"), tempfile.gettempdir()


def _written(folder: str, text: str) -> str:
    os.makedirs(folder, mode=0o700, exist_ok=True)
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    handle, path = tempfile.mkstemp(prefix=f"gridctl-{moment}-", suffix=".log", dir=folder)
    with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    return path
