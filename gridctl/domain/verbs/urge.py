"""urge 催办: a reminder to the units; it moves nothing and is counted."""

from dataclasses import dataclass
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event


@dataclass(frozen=True, kw_only=True)
class Urged(Event):
    """The reminder."""

    did: ClassVar[str] = "urged"
    note: str | None = None


def effect(case: Case, event: Urged) -> Case:
    """Nothing moves."""
    return case.after(event)
