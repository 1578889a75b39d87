"""Why: how a case came by its category, limit, deadline and unit, and who is due now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gridctl.app.clock import deadline
from gridctl.app.ledger import Ledger
from gridctl.app.outlook import Move, moves
from gridctl.app.routing import waiting
from gridctl.domain.case import Case
from gridctl.domain.catalogue import Condition
from gridctl.domain.event import Event
from gridctl.domain.facts_of_case import facts_of
from gridctl.domain.people import Power
from gridctl.domain.routing import Route
from gridctl.domain.urgency import clock
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.extend import Extended
from gridctl.domain.verbs.file import Filed
from gridctl.domain.verbs.reopen import Reopened
from gridctl.domain.verbs.settle_deadline import DeadlineSettled
from gridctl.domain.verbs.suspend import Resumed, Suspended
from gridctl.domain.working_time import Due


@dataclass(frozen=True)
class Order:
    """The last order: when the clock started, how the deadline came about, and what moved it since;
    `routed` is the line of the duty matrix that it followed.
    """

    start: datetime
    first: Due
    moved: tuple[Event, ...]
    routed: str | None


@dataclass(frozen=True)
class Reasons:
    """What there is to say; parts that did not come to pass yet are None or empty.

    `close_due` is the deadline of the whole case (应结案): the unit's plus the time to verify.
    """

    case: Case
    filed: Filed | None
    condition: Condition | None
    order: Order | None
    powers: tuple[Power, ...]
    route: Route | None
    light: str | None
    close_due: datetime | None
    moves: tuple[Move, ...]


MOVING = (Extended, Suspended, Resumed, Reopened, DeadlineSettled)


def reasons(ledger: Ledger, case: Case, now: datetime) -> Reasons:
    """Everything that explains where the case stands."""
    filed = next((e for e in reversed(case.history) if isinstance(e, Filed)), None)
    due = case.due if case.lead else None
    window = ledger.office.settings.verify_within
    return Reasons(
        case=case,
        filed=filed,
        condition=_condition(ledger, filed),
        order=_order(ledger, case, filed),
        powers=tuple(_powers(ledger, case)),
        route=waiting(ledger, case, now.date()),
        light=clock(facts_of(case), now),
        close_due=deadline(ledger, due, window).at if due else None,
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
    moved = tuple(event for event in case.history[last.n :] if isinstance(event, MOVING))
    return Order(last.at, deadline(ledger, last.at, filed.limit), moved, last.routed)


def _powers(ledger: Ledger, case: Case) -> Iterator[Power]:
    """The powers of the lead unit over the category, the narrowest first."""
    unit = ledger.office.departments.get(case.lead or "")
    held = [
        p for p in (unit.powers if unit else ()) if (case.category or "").startswith(p.category)
    ]
    return iter(sorted(held, key=lambda power: -len(power.category)))
