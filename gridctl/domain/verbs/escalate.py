"""escalate 上报 and hand-down 交办: a case climbs the levels of grids when one cannot settle it."""

from dataclasses import dataclass
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Escalated(Event):
    """Up to the grid `to`; `skipped` names the grids passed over (越级)."""

    did: ClassVar[str] = "escalated"
    to: str
    skipped: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class HandedDown(Event):
    """Down again to the grid `to`."""

    did: ClassVar[str] = "handed_down"
    to: str
    note: str | None = None


def holder(case: Case) -> str:
    """The grid that has the case now: its own, or the one it was escalated to."""
    return case.escalated_to or case.grid


def ready_to_hand_down(case: Case) -> Refused | None:
    """Only what was escalated comes down."""
    if case.escalated_to is None:
        return Refused("W20", say("The case was not escalated, so it cannot be handed down."))
    return None


def guard(case: Case, event: Escalated | HandedDown) -> None:
    """Not to where it is."""
    if event.to == holder(case):
        raise Refused("W20", say("The case is with {grid} already.", grid=event.to))


def effect_up(case: Case, event: Escalated) -> Case:
    """With a grid above."""
    return case.after(event, escalated_to=event.to)


def effect_down(case: Case, event: HandedDown) -> Case:
    """With a grid below, or with its own again."""
    return case.after(event, escalated_to=None if event.to == case.grid else event.to)
