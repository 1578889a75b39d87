"""instruct 领导批示: a leader's word on a case."""

from dataclasses import dataclass
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event


@dataclass(frozen=True, kw_only=True)
class Instructed(Event):
    """The word."""

    did: ClassVar[str] = "instructed"
    text: str


def effect(case: Case, event: Instructed) -> Case:
    """Nothing moves by itself; others act upon it."""
    return case.after(event)
