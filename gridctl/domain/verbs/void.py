"""void 作废: a case that should not be one ends, and is kept."""

from dataclasses import dataclass
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event


@dataclass(frozen=True, kw_only=True)
class Voided(Event):
    """The end, with its reason."""

    did: ClassVar[str] = "voided"
    reason: str


def effect(case: Case, event: Voided) -> Case:
    """Void."""
    return case.after(event, waits=None, state="void", until=None, pending=None, supervision=None)
