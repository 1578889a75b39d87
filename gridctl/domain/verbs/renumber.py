"""renumber 改号: of two cases that were given one number, one takes another."""

from dataclasses import dataclass
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Renumbered(Event):
    """The number that the case has from now on, and the one that it had."""

    did: ClassVar[str] = "renumbered"
    number: str
    was: str
    note: str | None = None


def guard(case: Case, event: Renumbered) -> None:
    """`was` is what the case has, and the new number is another."""
    if case.number is None:
        raise Refused("W06", say("{case} has no number yet.", case=case.ending))
    if event.was != case.number or event.number == event.was:
        raise Refused("W06", say("The case has the number {number} already.", number=case.number))


def effect(case: Case, event: Renumbered) -> Case:
    """The head shows the new number."""
    return case.after(event, number=event.number)
