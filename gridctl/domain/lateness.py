"""Lateness: whether the unit that a case was ordered to handed it back after its deadline."""

from datetime import datetime

from gridctl.domain.case import Case
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.handle import Handled


def was_late(case: Case) -> bool:
    """Whether any hand-back under the last order came after the deadline that held at the time."""
    due: datetime | None = None
    late = False
    for event in case.history:
        if isinstance(event, Dispatched):
            late = False
        due = getattr(event, "due", None) or due
        if isinstance(event, Handled) and event.done and due:
            late = late or event.at > due
    return late
