"""supervise 督办: a yellow or red card on a case, raised but never lowered, lifted in the end."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import say

_RANK = {None: 0, "yellow": 1, "red": 2}


@dataclass(frozen=True, kw_only=True)
class Supervised(Event):
    """The card, or `lift`."""

    did: ClassVar[str] = "supervised"
    level: Literal["yellow", "red", "lift"]
    note: str | None = None


def guard(case: Case, event: Supervised) -> None:
    """Not lowered but by lifting; not the same again; nothing lifted where nothing hangs."""
    if event.level == "lift":
        if case.supervision is None:
            raise Refused("W19", say("There is no supervision to lift."))
    elif _RANK[event.level] <= _RANK[case.supervision]:
        from gridctl.domain.terms import SUPERVISION

        raise Refused(
            "W19",
            say(
                "The case is supervised already: {level}. That is raised or lifted, not lowered or repeated.",
                level=SUPERVISION[case.supervision or ""],
            ),
            say("Lift it: gridctl supervise {case} lift", case=case.ending),
        )


def effect(case: Case, event: Supervised) -> Case:
    """Under the card, or free of it."""
    return case.after(event, supervision=None if event.level == "lift" else event.level)
