"""Urgency: the unit's clock on a case, from dispatch until it hands back."""

from datetime import datetime

from gridctl.domain.facts import Facts

YELLOW = 0.8  # of the time from dispatch to the deadline


def clock(facts: Facts, now: datetime) -> str | None:
    """`green`, `yellow` from 80 % on, `red` past the deadline; None where no clock runs."""
    if not _runs(facts) or facts.due is None or facts.dispatched is None:
        return None
    if now > facts.due:
        return "red"
    return (
        "yellow" if now >= facts.dispatched + (facts.due - facts.dispatched) * YELLOW else "green"
    )


def _runs(facts: Facts) -> bool:
    return facts.due is not None and facts.waits == "handle" and facts.state == "open"


def most_urgent_first(facts: Facts) -> tuple[int, float, str]:
    """The order of a list: running clocks by deadline, then the others by age, closed cases last."""
    if facts.state not in ("open", "suspended"):
        return (2, 0.0, facts.id)
    if _runs(facts) and facts.due:
        return (0, facts.due.timestamp(), facts.id)
    return (1, facts.begun.timestamp(), facts.id)
