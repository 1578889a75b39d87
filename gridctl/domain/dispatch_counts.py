"""Dispatch counts: how often a case was sent to a unit, and how often to the right one."""

from collections.abc import Iterator
from typing import NamedTuple

from gridctl.domain.case import Case
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.handle import Handled
from gridctl.domain.verbs.return_ import Returned


class Sent(NamedTuple):
    """One order: whether its unit gave it back, and whether another order took its place before
    the unit was done.
    """

    lead: str
    returned: bool = False
    replaced: bool = False


class DispatchCounts(NamedTuple):
    """Orders of a case (D§1.7.2): `dispatched` all of them, `returned` those given back (退回),
    `redispatched` those that went to another unit after (改派), `accurate` those neither.

    Work sent back by a failed verification counts nowhere: 返工 is the unit's fault, not the order's.
    """

    dispatched: int
    returned: int
    redispatched: int
    accurate: int


def dispatch_counts(case: Case) -> DispatchCounts:
    """The counts of one case."""
    sent = tuple(orders(case))
    return DispatchCounts(
        dispatched=len(sent),
        returned=sum(each.returned for each in sent),
        redispatched=sum(each.replaced for each in sent),
        accurate=sum(not each.returned and not each.replaced for each in sent),
    )


def orders(case: Case) -> Iterator[Sent]:
    """The orders in their order, each with what became of it."""
    sent: Sent | None = None
    done = False
    for event in case.history:
        if isinstance(event, Dispatched):
            if sent:
                yield sent._replace(replaced=not done)
            sent, done = Sent(event.lead), False
        elif sent and isinstance(event, Returned) and event.to == "dispatcher":
            sent, done = sent._replace(returned=True), False
        elif isinstance(event, Handled) and event.done:
            done = True
    if sent:
        yield sent


def given_back(case: Case) -> frozenset[str]:
    """The units that gave the case back."""
    return frozenset(each.lead for each in orders(case) if each.returned)
