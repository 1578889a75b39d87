"""settle 期限确定: a provisional deadline is worked out once, when the holiday plan is out."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class DeadlineSettled(Event):
    """The deadline under the plan that is now known; `calendar` is its edition."""

    did: ClassVar[str] = "deadline_settled"
    due: datetime
    calendar: str


def ready(case: Case) -> Refused | None:
    """Only a provisional deadline is settled."""
    return (
        None
        if case.provisional and case.due
        else Refused("W23", say("The deadline is not provisional."))
    )


def effect(case: Case, event: DeadlineSettled) -> Case:
    """For good."""
    return case.after(event, due=event.due, provisional=False)
