"""Milestones: what the history of a case says of its course, fold by fold, for `Measured`."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.lateness import handed_back
from gridctl.domain.orders import orders
from gridctl.domain.verbs.callback import CalledBack
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.evaluate import Evaluated
from gridctl.domain.verbs.extend import Extended
from gridctl.domain.verbs.feedback import FedBack
from gridctl.domain.verbs.redispatch import Redispatched
from gridctl.domain.verbs.reopen import Reopened
from gridctl.domain.verbs.return_ import Returned
from gridctl.domain.verbs.supervise import Supervised
from gridctl.domain.verbs.suspend import Resumed, Suspended
from gridctl.domain.verbs.triage import Triaged
from gridctl.domain.verbs.urge import Urged
from gridctl.domain.verbs.verify import Verified
from gridctl.domain.verbs.void import Voided


def milestones(case: Case) -> dict[str, Any]:
    """Everything that `Measured` has beyond `Facts`."""
    history = case.history
    triages = [event for event in history if isinstance(event, Triaged)]
    first = next((event for event in history if isinstance(event, Dispatched)), None)
    sent = tuple(orders(case))
    checks = [event for event in history if isinstance(event, Verified)]
    cards = [event.level for event in history if isinstance(event, Supervised)]
    marked = next((e for e in reversed(history) if isinstance(e, Evaluated)), None)
    fails = sum(event.outcome == "fail" for event in checks)
    reworks, reopenings = _again_with_a_unit(history)
    return {
        "sorted_as": triages[-1].outcome if triages else None,
        "ordered": first.at if first else None,
        "handed_back": handed_back(case),
        "orders": len(sent),
        "returns": sum(each.returned for each in sent),
        "replaced": sum(each.replaced for each in sent),
        "redispatches": _count(history, Redispatched),
        "passages": len(sent) + reworks + reopenings,
        "passes": len(checks) - fails,
        "fails": fails,
        "reworks": reworks,
        "granted": _count(history, Extended),
        "suspensions": _count(history, Suspended),
        "set_aside": sum(_days_aside(history)),
        "urged": _count(history, Urged),
        "yellow_cards": cards.count("yellow"),
        "red_cards": cards.count("red"),
        "satisfaction": _last_said(history, "satisfaction"),
        "solved": _last_said(history, "solved"),
        "strip_score": marked.strip if marked else None,
        "block_score": marked.block if marked else None,
    }


def _count(history: tuple[Event, ...], kind: type[Event]) -> int:
    return sum(isinstance(event, kind) for event in history)


def _again_with_a_unit(history: tuple[Event, ...]) -> tuple[int, int]:
    """How often a failed verification, and a reopening, gave the case back to its unit."""
    with_unit = False
    reworks = reopenings = 0
    for event in history:
        if isinstance(event, Dispatched):
            with_unit = True
        elif isinstance(event, Returned | Voided):
            with_unit = False  # what was void is sorted anew when it is reopened
        elif with_unit and isinstance(event, Verified) and event.outcome == "fail":
            reworks += 1
        elif with_unit and isinstance(event, Reopened):
            reopenings += 1
    return reworks, reopenings


def _days_aside(history: tuple[Event, ...]) -> Iterator[int]:
    for index, event in enumerate(history):
        if isinstance(event, Suspended):
            ends = (e.at.date() for e in history[index:] if isinstance(e, Resumed))
            yield _between(event.at.date(), next(ends, event.until))


def _between(first: date, last: date) -> int:
    return (last - first).days


def _last_said(history: tuple[Event, ...], what: str) -> str | None:
    """The last call back's word, else the last feedback's."""
    for kind in (CalledBack, FedBack):
        said = (getattr(e, what, None) for e in reversed(history) if isinstance(e, kind))
        found = next((word for word in said if word), None)
        if found:
            return str(found)
    return None
