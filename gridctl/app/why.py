"""Why: how a case came by its category, limit, deadline and unit, and who is due now."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from gridctl.app.clock import deadline
from gridctl.app.counting import standpoint
from gridctl.app.deadlines import when_extended, when_reopened, when_resumed, when_suspended
from gridctl.app.ledger import Ledger
from gridctl.app.outlook import Move, moves
from gridctl.app.routing import waiting
from gridctl.domain.case import Case
from gridctl.domain.catalogue import Condition
from gridctl.domain.event import Event
from gridctl.domain.facts_of_case import measured
from gridctl.domain.holdings import Holding, over
from gridctl.domain.routing import Route
from gridctl.domain.steps import rebuild
from gridctl.domain.urgency import clock
from gridctl.domain.verbs.appeal import Appealed
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.extend import Extended, ExtensionRequested
from gridctl.domain.verbs.file import Filed
from gridctl.domain.verbs.reopen import Reopened
from gridctl.domain.verbs.settle_deadline import DeadlineSettled
from gridctl.domain.verbs.suspend import Resumed, Suspended, SuspensionRequested
from gridctl.domain.working_time import Due
from gridctl.reports.counts import is_due, is_late, is_overrun, is_pardoned


class Moved(NamedTuple):
    """An event that moved the deadline, and how the new one was reckoned."""

    event: Event
    due: Due


@dataclass(frozen=True)
class Order:
    """The last order: when the clock started, how the deadline came about, and what moved it since,
    each with the days that it did not count; `routed` is the line of the duty matrix that it followed.
    """

    start: datetime
    first: Due
    moved: tuple[Moved, ...]
    routed: str | None


@dataclass(frozen=True)
class Reasons:
    """What there is to say; parts that did not come to pass yet are None or empty.

    `close_due` is the deadline of the whole case (应结案): the unit's plus the time to verify;
    `closed` is when it was closed, `handed_back` when its unit handed it back. `late` and `overrun` say
    whether that was, or by now is, after the one and the other deadline; `pardoned`, that an appeal
    against it was granted. `asked` is a request of the unit that waits for its answer.
    """

    case: Case
    filed: Filed | None
    condition: Condition | None
    order: Order | None
    powers: tuple[Holding, ...]
    route: Route | None
    light: str | None
    close_due: datetime | None
    closed: datetime | None
    handed_back: datetime | None
    late: bool
    overrun: bool
    pardoned: bool
    asked: Event | None
    moves: tuple[Move, ...]


# What moves a deadline, and how it is reckoned for the case as it stood before.
_RECKONED: dict[type[Event], Callable[[Ledger, Case, Any], Due | None]] = {
    Extended: lambda ledger, before, _event: when_extended(ledger, before),
    Suspended: lambda ledger, before, event: when_suspended(ledger, before, event.at, event.until),
    Resumed: lambda ledger, before, event: when_resumed(ledger, before, event.at),
    Reopened: lambda ledger, before, event: when_reopened(ledger, before, event.at),
    DeadlineSettled: lambda _ledger, _before, event: Due(event.due, provisional=False, skipped=()),
}
_ASKING = {
    "extension": ExtensionRequested,
    "suspension": SuspensionRequested,
    "appeal": Appealed,
}


def reasons(ledger: Ledger, case: Case, now: datetime) -> Reasons:
    """Everything that explains where the case stands."""
    filed = next((e for e in reversed(case.history) if isinstance(e, Filed)), None)
    row, at = measured(case), standpoint(ledger, now)
    due = case.due if is_due(row, at) else None
    return Reasons(
        case=case,
        filed=filed,
        condition=_condition(ledger, filed),
        order=_order(ledger, case, filed),
        powers=tuple(_powers(ledger, case)),
        route=waiting(ledger, case, now.date()),
        light=clock(row, now),
        close_due=at.close_due(due) if due else None,
        closed=row.closed if due else None,
        handed_back=row.handed_back if due else None,
        late=is_late(row, at),
        overrun=is_overrun(row, at),
        pardoned=is_pardoned(row, at),
        asked=_last(case, _ASKING[case.pending]) if case.pending else None,
        moves=tuple(moves(ledger.office, case, now.date())),
    )


def _condition(ledger: Ledger, filed: Filed | None) -> Condition | None:
    if filed is None or filed.condition is None:
        return None
    category = ledger.catalogue.categories.get(filed.category)
    conditions = category.conditions if category else ()
    return conditions[filed.condition - 1] if filed.condition <= len(conditions) else None


def _order(ledger: Ledger, case: Case, filed: Filed | None) -> Order | None:
    orders = [event for event in case.history if isinstance(event, Dispatched)]
    if not orders or filed is None:
        return None
    last = orders[-1]
    moved = tuple(_moved(ledger, case, last.n))
    return Order(last.at, deadline(ledger, last.at, filed.limit), moved, last.routed)


def _moved(ledger: Ledger, case: Case, order: int) -> Iterator[Moved]:
    """What moved the deadline after the event that was the order."""
    for event in case.history[order:]:
        if type(event) in _RECKONED:
            before = rebuild(case.id, case.history[: event.n - 1])
            due = _RECKONED[type(event)](ledger, before, event)
            if due:
                yield Moved(event, due)


def _last(case: Case, shape: type[Event]) -> Event:
    return next(event for event in reversed(case.history) if isinstance(event, shape))


def _powers(ledger: Ledger, case: Case) -> Iterator[Holding]:
    """What the duty matrix gives the lead unit over the category, powers of departments only."""
    held = over(ledger.office.holdings, case.category or "")
    return (each for each in held if each.unit == case.lead and not each.duty)
