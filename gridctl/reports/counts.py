"""Counts: the one definition of every base count (DOMAIN 1.7.1), a number for each case.

A case is the unit's to handle, and to be closed in its time, while it is under an order: dispatched,
not taken back, not void. So what was rejected, repeats another case, or was settled in the grid
counts as a report and never as handled or closed. What came from elsewhere (`imported`) without an
order here has no deadline here either.

Late is what is late under the present order (`lateness`). What was late under an order before it, or
under one that its unit returned, is left to `report liability`, which goes order by order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from gridctl.domain.lateness import is_missed
from gridctl.domain.measured import Measured
from gridctl.domain.urgency import state

PUBLIC = frozenset({"hotline", "walk-in", "online", "media"})
SPECIAL = frozenset(
    {"leader", "transfer", "media"}
)  # counted apart, as some offices weigh them double


@dataclass(frozen=True)
class Standpoint:
    """When it is counted, and when a case must be closed (应结案) that its unit must have done by then."""

    now: datetime
    close_due: Callable[[datetime], datetime]


Count = Callable[[Measured, Standpoint], int]


def is_due(case: Measured, _at: Standpoint) -> bool:
    """Under an order to a unit, with a deadline."""
    return case.lead is not None and case.due is not None and case.state != "void"


def is_done(case: Measured, at: Standpoint) -> bool:
    """Handed back by its unit."""
    return is_due(case, at) and case.handed_back is not None


def is_late(case: Measured, at: Standpoint) -> bool:
    """Handed back after the deadline, or not yet and the deadline is over: the bare fact."""
    if not is_due(case, at) or case.due is None:
        return False
    return is_missed(case.due, case.handed_back or at.now)


def is_closed(case: Measured, at: Standpoint) -> bool:
    """Closed, of those that were to be closed."""
    return is_due(case, at) and case.closed is not None


def is_overrun(case: Measured, at: Standpoint) -> bool:
    """Closed after the case's own deadline, or not yet and that is over: the bare fact."""
    if not is_due(case, at) or case.due is None:
        return False
    end = case.closed or at.now
    # Reckoning the second deadline is dear, and it is never before the first.
    return is_missed(case.due, end) and is_missed(at.close_due(case.due), end)


def is_counted_late(case: Measured, at: Standpoint) -> bool:
    """Late in handling, and not exempt by a granted appeal."""
    return is_late(case, at) and not case.exempt


def is_counted_overrun(case: Measured, at: Standpoint) -> bool:
    """Late in closing, and not exempt by a granted appeal."""
    return is_overrun(case, at) and not case.exempt


def is_pardoned(case: Measured, at: Standpoint) -> bool:
    """Late by either deadline, and exempt by a granted appeal."""
    return case.exempt and (is_late(case, at) or is_overrun(case, at))


def is_valid(case: Measured, _at: Standpoint) -> bool:
    """A matter of its own: sorted as one, not void, and not found to be unfounded or taken back."""
    return (
        case.sorted_as in ("report", "settle")
        and case.state != "void"
        and case.closure not in ("unfounded", "withdrawn")
    )


def _is_filed(case: Measured, _at: Standpoint) -> bool:
    return case.number is not None


def _waits_for_order(case: Measured, at: Standpoint) -> bool:
    return _is_filed(case, at) and case.state == "open" and case.waits == "file"


def _of_order(count: str) -> Count:
    """A count of what happened to a case, where the case is under an order."""
    return lambda case, at: int(getattr(case, count)) if is_due(case, at) else 0


def _due_and(*conditions: Callable[[Measured], bool]) -> Count:
    return lambda case, at: is_due(case, at) and all(each(case) for each in conditions)


def _closing(chosen: Callable[[Measured], bool]) -> tuple[Count, Count, Count]:
    """To be closed, closed, and closed in time, of the chosen cases."""
    return (
        lambda case, at: chosen(case) and is_due(case, at),
        lambda case, at: chosen(case) and is_closed(case, at),
        lambda case, at: chosen(case) and is_closed(case, at) and not is_counted_overrun(case, at),
    )


_URGENT = _closing(lambda case: case.severity == "urgent")
_SPECIAL = _closing(lambda case: case.source in SPECIAL)

COUNTS: dict[str, Count] = {
    "report": lambda _case, _at: 1,
    "valid_report": is_valid,
    "public_report": lambda case, _at: case.source in PUBLIC,
    "valid_public_report": lambda case, at: case.source in PUBLIC and is_valid(case, at),
    "operate": lambda case, _at: case.sorted_as in ("report", "settle"),
    "to_operate": lambda case, _at: case.sorted_as is None and case.state != "void",
    "not_operate": lambda case, _at: case.sorted_as == "reject",
    "duplicate": lambda case, _at: case.closure == "duplicate",
    "patrol_deal": lambda case, _at: case.closure == "settled",
    "cancel": lambda case, _at: case.state == "void",
    "inst": _is_filed,
    "to_inst": lambda case, at: (
        case.sorted_as == "report" and case.state == "open" and not _is_filed(case, at)
    ),
    "not_inst": lambda case, at: case.state in ("closed", "void") and not _is_filed(case, at),
    "accurate_inst": lambda case, at: _is_filed(case, at) and case.state != "void",
    "need_dispatch": lambda case, at: case.orders > 0 or _waits_for_order(case, at),
    "dispatch": lambda case, _at: case.orders > 0,
    "to_dispatch": lambda case, at: case.orders == 0 and _waits_for_order(case, at),
    "accurate_dispatch": lambda case, _at: case.orders > 0 and not (case.returns or case.replaced),
    "orders": lambda case, _at: case.orders,
    "returns": lambda case, _at: case.returns,
    "redispatches": lambda case, _at: case.redispatches,
    "need_dispose": is_due,
    "dispose": is_done,
    "intime_dispose": lambda case, at: is_done(case, at) and not is_counted_late(case, at),
    "overtime_dispose": lambda case, at: is_done(case, at) and is_counted_late(case, at),
    "to_dispose": lambda case, at: is_due(case, at) and not is_done(case, at),
    "intime_to_dispose": lambda case, at: (
        is_due(case, at) and not is_done(case, at) and not is_counted_late(case, at)
    ),
    "overtime_to_dispose": lambda case, at: not is_done(case, at) and is_counted_late(case, at),
    "overtime": is_counted_late,
    "exempt": is_pardoned,
    "through_dispose": _of_order("passages"),
    "rework": _of_order("reworks"),
    "rework_cases": _due_and(lambda case: case.reworks > 0),
    "multi_rework": _due_and(lambda case: case.reworks > 1),
    "rework_from_third": lambda case, at: max(0, case.reworks - 2) if is_due(case, at) else 0,
    "need_check": is_done,
    "check": _due_and(lambda case: case.passes + case.fails > 0),
    "checks": lambda case, at: case.passes + case.fails if is_due(case, at) else 0,
    "check_passes": _of_order("passes"),
    "need_archive": is_due,
    "archive": is_closed,
    "intime_archive": lambda case, at: is_closed(case, at) and not is_counted_overrun(case, at),
    "overtime_archive": lambda case, at: is_closed(case, at) and is_counted_overrun(case, at),
    "to_archive": lambda case, at: is_due(case, at) and not is_closed(case, at),
    "intime_to_archive": lambda case, at: (
        is_due(case, at) and not is_closed(case, at) and not is_counted_overrun(case, at)
    ),
    "overtime_to_archive": lambda case, at: (
        not is_closed(case, at) and is_counted_overrun(case, at)
    ),
    "solved": lambda case, at: is_closed(case, at) and case.closure == "fixed",
    "urgent_need_archive": _URGENT[0],
    "urgent_archive": _URGENT[1],
    "urgent_intime_archive": _URGENT[2],
    "special_need_archive": _SPECIAL[0],
    "special_archive": _SPECIAL[1],
    "special_intime_archive": _SPECIAL[2],
    "urge": _of_order("urged"),
    "supervise": _due_and(lambda case: case.yellow_cards + case.red_cards > 0),
    "yellow_card": _of_order("yellow_cards"),
    "red_card": _of_order("red_cards"),
    "postpone": _due_and(lambda case: case.granted > 0),
    "extensions": _of_order("granted"),
    "hang": lambda case, at: state(case, at.now) == "suspended",
    "his_hang": _due_and(lambda case: case.suspensions > 0),
    "suspended_days": _of_order("set_aside"),
    "answered": lambda case, _at: case.satisfaction is not None,
    "satisfied": lambda case, _at: case.satisfaction == "satisfied",
    "unsatisfied": lambda case, _at: case.satisfaction == "unsatisfied",
    "call_answered": lambda case, _at: case.solved is not None,
    "call_solved": lambda case, _at: case.solved == "yes",
    "strip_scores": lambda case, _at: case.strip_score is not None,
    "strip_score_sum": lambda case, _at: case.strip_score or 0,
    "block_scores": lambda case, _at: case.block_score is not None,
    "block_score_sum": lambda case, _at: case.block_score or 0,
}
