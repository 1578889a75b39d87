"""The entry of the gridctl command: the language, the call, and the one answer to every error."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from gridctl.cli import language, streams


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run one call and exit."""
    # Imports make far more objects than garbage: collecting meanwhile costs 2.5 ms a call.
    gc.set_threshold(100_000)
    code = run(sys.argv[1:] if argv is None else argv)
    # And 5 ms are saved where the interpreter need not search them once more before it ends.
    gc.freeze()
    sys.exit(code)


def run(argv: Sequence[str]) -> int:
    """Run one call and return its exit code."""
    streams.forgive()
    code = _safely(lambda: _settled_answer(argv))
    # What is still to be written may fail as well, after a help page for one.
    return _safely(streams.flush) or code


def _safely(act: Callable[[], int | None]) -> int:
    """The one place where every error ends."""
    try:
        return act() or 0
    except BaseException as error:  # noqa: BLE001 -- whatever it is, it is told in one line
        from gridctl.cli import faults

        return faults.answer(error)


def _settled_answer(argv: Sequence[str]) -> int:
    """Settle the language, then answer."""
    language.settle(argv, os.environ)
    return _answer(list(argv))


def _answer(argv: list[str]) -> int:
    """A command may return its exit code: 1 where a check found something."""
    if os.environ.get("GRIDCTL_COMPLETE"):
        from gridctl.cli.completion import offers

        sys.stdout.writelines(f"{word}\t{text}\n" for word, text in offers(argv, os.environ))
        return 0
    from gridctl.cli.lazy import root

    command = root()
    with command.make_context("gridctl", argv) as context:
        code = command.invoke(context)
    return code if isinstance(code, int) else 0
