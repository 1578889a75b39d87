"""appeal 申诉 and decide: the lead unit contests lateness once an order, after closing; a leader decides."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from gridctl.domain.asking import check_other_person
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.lateness import order_of
from gridctl.errors import Refused
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Appealed(Event):
    """The unit's grounds."""

    did: ClassVar[str] = "appealed"
    note: str


@dataclass(frozen=True, kw_only=True)
class Decided(Event):
    """The leader's word, which is final; granted lateness stays visible and is not counted."""

    did: ClassVar[str] = "decided"
    outcome: Literal["granted", "denied"]
    note: str | None = None


def ready_to_appeal(case: Case) -> Refused | None:
    """Once an order: what a reopened case is late for is contested by itself."""
    order = order_of(case)
    if order is None or any(isinstance(event, Appealed) for event in case.history[order.n :]):
        return Refused("W21", say("An appeal is for the lead unit, once an order."))
    return None


def ready_to_decide(case: Case) -> Refused | None:
    """Only what was appealed, and once; an appeal that nobody decided lapses with a reopening."""
    return (
        None if case.pending == "appeal" else Refused("W21", say("No appeal waits for a decision."))
    )


def guard_decision(case: Case, event: Decided) -> None:
    """Who appeals never decides."""
    check_other_person(case, event, Appealed)


def effect_of_appeal(case: Case, event: Appealed) -> Case:
    """Waiting for the leader."""
    return case.after(event, pending="appeal")


def effect_of_decision(case: Case, event: Decided) -> Case:
    """Exempt, or as before."""
    return case.after(event, pending=None, exempt=event.outcome == "granted")
