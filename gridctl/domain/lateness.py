"""Lateness: what is late under the present order of a case; appeals, counts and `why` read it here.

`breaches` tells the whole past, order by order; of the present order both always say the same.
"""

from datetime import datetime

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.handle import Handled
from gridctl.domain.verbs.reopen import Reopened
from gridctl.domain.verbs.verify import Verified


def is_missed(due: datetime, end: datetime) -> bool:
    """Whether what ended then ended too late: up to the moment of the deadline it did not."""
    return end > due


def order_of(case: Case) -> Event | None:
    """The present order: the last dispatch, or the reopening that gave the case to its unit anew."""
    orders = (e for e in reversed(case.history) if isinstance(e, Dispatched | Reopened))
    return next(orders) if case.lead else None


def handed_back(case: Case) -> datetime | None:
    """When the unit last said that it was done; None without an order, and while the case is with it."""
    order = order_of(case)
    for event in reversed(case.history[order.n :] if order else ()):
        if isinstance(event, Handled) and event.done:
            return event.at
        if isinstance(event, Verified) and event.outcome == "fail":
            return None
    return None


def was_late(case: Case) -> bool:
    """Whether the unit handed back after the deadline of its present order."""
    back = handed_back(case)
    return back is not None and case.due is not None and is_missed(case.due, back)
