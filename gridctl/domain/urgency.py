"""Urgency: the unit's clock on a case, from dispatch until it hands back."""

from datetime import datetime

from gridctl.domain.case import Case
from gridctl.domain.verbs.dispatch import Dispatched

YELLOW = 0.8  # of the time from dispatch to the deadline


def clock(case: Case, now: datetime) -> str | None:
    """`green`, `yellow` from 80 % on, `red` past the deadline; None where no clock runs."""
    if case.due is None or case.waits != "handle" or case.state != "open":
        return None
    if now > case.due:
        return "red"
    start = next(e.at for e in reversed(case.history) if isinstance(e, Dispatched))
    return "yellow" if now >= start + (case.due - start) * YELLOW else "green"


def most_urgent_first(case: Case) -> tuple[int, float, str]:
    """The order of a list: running clocks by deadline, then the others by age, closed cases last."""
    if case.state not in ("open", "suspended"):
        return (2, 0.0, case.id)
    running = case.due is not None and case.waits == "handle"
    begun = case.history[0].at.timestamp()
    return (0, case.due.timestamp(), case.id) if running and case.due else (1, begun, case.id)
