"""dispatch 派遣: hands a filed case to its lead unit and starts the unit's clock."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, get_args

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.grids import Action
from gridctl.errors import Refused
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Dispatched(Event):
    """The order to the units. `due` is the lead unit's deadline; `provisional` says that it lies
    past the last known holiday plan. `routed` is the line of the duty matrix that the order follows
    (`E0304 enforce`); without it a person named the unit.
    """

    did: ClassVar[str] = "dispatched"
    lead: str
    assist: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    due: datetime
    provisional: bool = False
    routed: str | None = None
    note: str | None = None


def ready(case: Case) -> Refused | None:
    """The first order only; every later one is a re-dispatch."""
    if any(isinstance(event, Dispatched) for event in case.history):
        return Refused("W15", say("The case was dispatched before."))
    return None


def guard_order(case: Case, event: Dispatched) -> None:
    """Refuses a unit named twice, a deadline before the order, and a rule that is not over the case."""
    units = (event.lead, *event.assist)
    if len(set(units)) < len(units):
        raise Refused("W07", say("A unit is named twice; it leads or assists, once."))
    if event.due < event.at:
        raise Refused("W08", say("The deadline lies before the order."))
    if event.routed and not _is_line_over(event.routed, case.category or ""):
        raise Refused(
            "D08", say("“{routed}” is no line of the matrix over this case.", routed=event.routed)
        )


def _is_line_over(routed: str, category: str) -> bool:
    held, _blank, action = routed.partition(" ")
    return bool(held) and category.startswith(held) and action in get_args(Action)


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
