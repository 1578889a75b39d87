"""assist 协办: further units join a case."""

from dataclasses import dataclass
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Assisted(Event):
    """The units that join."""

    did: ClassVar[str] = "assisted"
    units: tuple[str, ...]
    note: str | None = None


def guard(case: Case, event: Assisted) -> None:
    """Refuses a unit that is on the case already."""
    twice = [unit for unit in event.units if unit in case.units or event.units.count(unit) > 1]
    if twice or not event.units:
        raise Refused("W07", say("{unit} is on the case already.", unit=twice[0] if twice else "–"))


def effect(case: Case, event: Assisted) -> Case:
    """More hands."""
    return case.after(event, assist=(*case.assist, *event.units))
