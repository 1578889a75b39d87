"""Errors: one tree; the class carries the exit code, the object a message and a hint."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridctl.words import Message


@dataclass(frozen=True)
class Problem:
    """What is wrong in a file: where, which rule it breaks, and what to do.

    `line` is 1-based, 0 where the whole file is meant. `rule` is a key of `domain/rules.py`.
    """

    path: str
    line: int
    rule: str
    message: Message
    remedy: Message | None = None


class GridctlError(Exception):
    """Something a person can act upon. `message` says what happened, `hint` what to do.

    `reach` says what else it keeps from being done, where a call is about several things.
    """

    exit_code = 70

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.template)
        self.message = message
        self.hint = hint
        self.reach: Message | None = None


class Usage(GridctlError):
    """The words of the call are off."""

    exit_code = 2


class NotFound(GridctlError):
    """No such case, grid, person, unit or category, or more than one."""

    exit_code = 10


class Refused(GridctlError):
    """A rule stands against it. `rule` is a key of `domain/rules.py`; `legal` lists what would be
    allowed now, as commands.
    """

    exit_code = 20

    def __init__(
        self, rule: str, message: Message, hint: Message | None = None, *, legal: Sequence[str] = ()
    ) -> None:
        super().__init__(message, hint)
        self.rule = rule
        self.legal = tuple(legal)


class Broken(GridctlError):
    """A file that cannot be read keeps the command from its work."""

    exit_code = 30

    def __init__(
        self, message: Message, problems: Sequence[Problem] = (), hint: Message | None = None
    ) -> None:
        super().__init__(message, hint)
        self.problems = tuple(problems)


class Rejected(GridctlError):
    """What was to be imported has rows that cannot be taken; `problems` names each."""

    exit_code = 1

    def __init__(
        self, message: Message, problems: Sequence[Problem] = (), hint: Message | None = None
    ) -> None:
        super().__init__(message, hint)
        self.problems = tuple(problems)


class StoreFailed(GridctlError):
    """Git or the disk did not do its part."""

    exit_code = 40


class Busy(GridctlError):
    """Another writer holds the ledger, or was faster. Nothing was lost; try again."""

    exit_code = 50
