"""dispatch 派遣: hands a filed case to its lead unit and starts the unit's clock."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Dispatched(Event):
    """The order to the units. `due` is the lead unit's deadline; `provisional` says that it lies
    past the last known holiday plan.
    """

    did: ClassVar[str] = "dispatched"
    lead: str
    assist: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    due: datetime
    provisional: bool = False
    note: str | None = None


def ready(case: Case) -> Refused | None:
    """The first order only; every later one is a re-dispatch."""
    if any(isinstance(event, Dispatched) for event in case.history):
        return Refused("W15", say("The case was dispatched before."))
    return None


def guard_order(case: Case, event: Dispatched) -> None:  # noqa: ARG001 - the shape of every guard
    """Refuses a unit named twice and a deadline before the order."""
    units = (event.lead, *event.assist)
    if len(set(units)) < len(units):
        raise Refused("W07", say("A unit is named twice; it leads or assists, once."))
    if event.due < event.at:
        raise Refused("W08", say("The deadline lies before the order."))


guard = guard_order


def effect(case: Case, event: Dispatched) -> Case:
    """With the units, waiting to be handled."""
    return case.after(
        event,
        step="file",
        waits="handle",
        lead=event.lead,
        assist=event.assist,
        due=event.due,
        provisional=event.provisional,
        extensions=0,
        pending=None,
    )
