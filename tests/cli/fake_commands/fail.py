"""Fails in the way that it is asked to."""

from typing import Annotated

import typer

from gridctl.errors import (
    Broken,
    Busy,
    GridctlError,
    NotFound,
    Problem,
    Refused,
    StoreFailed,
    Usage,
)
from gridctl.words import say

PROBLEMS = [
    Problem(
        "cases/a.yaml", 7, "unknown-key", say("The key {key} is unknown.", key="x"), say("Drop it.")
    ),
    Problem("grids.yaml", 0, "missing", say("It is missing.")),
]
ERRORS: dict[str, BaseException] = {
    "usage": Usage(say("Off."), say("Do so.")),
    "notfound": NotFound(say("No such thing as {thing}.", thing="a\nb\x1b[31m\u202e")),
    "refused": Refused(
        "other-verifier",
        say("Not you."),
        say("Ask another."),
        legal=("gridctl show a", "gridctl note a"),
    ),
    "broken": Broken(say("Cannot go on."), PROBLEMS),
    "store": StoreFailed(say("Disk.")),
    "busy": Busy(say("Busy.")),
    "plain": GridctlError(say("Odd.")),
    "interrupt": KeyboardInterrupt(),
    "abort": typer.Abort(),
    "exit": typer.Exit(7),
    "pipe": BrokenPipeError(),
    "bug": ZeroDivisionError("one\ntwo"),
    "disk": PermissionError(13, "Permission denied", "grids.yaml"),
}


def command(how: Annotated[str, typer.Argument(metavar="HOW")]) -> None:
    raise ERRORS[how]
