"""Violation: one rule that one recorded commit breaks."""

from dataclasses import dataclass

from gridctl.words import Message


@dataclass(frozen=True)
class Violation:
    """What a commit (full id) did against a rule; `path` of a file and id of a case where it has one."""

    commit: str
    rule: str
    message: Message
    path: str | None = None
    case: str | None = None
    remedy: Message | None = None
