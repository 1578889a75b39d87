"""return 退回: a unit hands a case back to the dispatcher, or the dispatcher one back to the grid."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Returned(Event):
    """The hand-back. Nothing that was filled in is cleared; the order to the units ends."""

    did: ClassVar[str] = "returned"
    to: Literal["dispatcher", "grid"]
    reason: str


def guard(case: Case, event: Returned) -> None:
    """A unit returns to the dispatcher; what no unit has goes to the grid."""
    if (event.to == "dispatcher") != bool(case.lead):
        raise Refused(
            "W14",
            say(
                "This case goes back to the {place}.",
                place=say("dispatcher") if case.lead else say("grid"),
            ),
        )


def effect(case: Case, event: Returned) -> Case:
    """Waiting to be dispatched again, or to be sorted again."""
    if event.to == "grid":
        return case.after(event, step="triage", waits="triage")
    return case.after(event, step="file", waits="file", **NO_ORDER)


# What an order to units put into the head.
NO_ORDER: dict[str, object] = {
    "lead": None,
    "assist": (),
    "due": None,
    "provisional": False,
    "extensions": 0,
    "pending": None,
    "exempt": False,
}
