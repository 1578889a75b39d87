"""Urgency: the unit's clock on a case, from dispatch until it hands back."""

from collections.abc import Callable
from datetime import datetime

from gridctl.domain.facts import Facts

YELLOW = 0.8  # of the time from dispatch to the deadline


def clock(facts: Facts, now: datetime) -> str | None:
    """`green`, `yellow` from 80 % on, `red` past the deadline; None where no clock runs."""
    if not _runs(facts, now) or facts.due is None or facts.dispatched is None:
        return None
    if now > facts.due:
        return "red"
    return (
        "yellow" if now >= facts.dispatched + (facts.due - facts.dispatched) * YELLOW else "green"
    )


def _runs(facts: Facts, now: datetime) -> bool:
    return facts.due is not None and facts.waits == "handle" and state(facts, now) == "open"


def state(facts: Facts, now: datetime) -> str:
    """The state now: a suspended case is open again by itself once its last day is over."""
    over = facts.state == "suspended" and facts.until is not None and facts.until < now.date()
    return "open" if over else facts.state


def most_urgent_first(now: datetime) -> Callable[[Facts], tuple[int, float, str]]:
    """The order of a list: running clocks by deadline, then the others by age, closed cases last."""

    def place(facts: Facts) -> tuple[int, float, str]:
        if facts.state not in ("open", "suspended"):
            return (2, 0.0, facts.id)
        if _runs(facts, now) and facts.due:
            return (0, facts.due.timestamp(), facts.id)
        return (1, facts.begun.timestamp(), facts.id)

    return place
