"""Standard output and error that never fail over a character or a reader that has gone."""

import os
import sys
from io import TextIOWrapper


def forgive() -> None:
    """Write what the terminal's encoding lacks as an escape, on GBK terminals for one."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller: `gridctl list >&-`
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def speak_utf8() -> None:
    """JSON is UTF-8 whatever the terminal speaks."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def flush() -> None:
    """Bring the answer out now, where a failure can still be told."""
    sys.stdout.flush()


def hush() -> None:
    """Let the interpreter's last flush go nowhere: the reader of standard output is gone."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
