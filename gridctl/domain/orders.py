"""Orders: what became of each order of a case to a unit, and whom it was wrong for."""

from collections.abc import Iterator
from typing import NamedTuple

from gridctl.domain.case import Case
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.handle import Handled
from gridctl.domain.verbs.return_ import Returned
from gridctl.domain.verbs.void import Voided


class Sent(NamedTuple):
    """One order: whether its unit gave it back (退回), and whether another unit took its place before
    its own was done (改派).
    """

    lead: str
    returned: bool = False
    replaced: bool = False


def orders(case: Case) -> Iterator[Sent]:
    """The orders in their order, each with what became of it.

    Work sent back by a failed verification or a reopening is no new order, and was sent right: 返工 is
    the unit's fault, not the order's.
    """
    sent: Sent | None = None
    over = False
    for event in case.history:
        if isinstance(event, Dispatched):
            if sent:
                yield sent._replace(replaced=not over and event.lead != sent.lead)
            sent, over = Sent(event.lead), False
        elif sent and isinstance(event, Returned) and event.to == "dispatcher":
            sent, over = sent._replace(returned=True), True
        elif isinstance(event, Voided) or (isinstance(event, Handled) and event.done):
            over = True
    if sent:
        yield sent


def given_back(case: Case) -> frozenset[str]:
    """The units that gave the case back."""
    return frozenset(each.lead for each in orders(case) if each.returned)
