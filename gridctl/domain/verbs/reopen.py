"""reopen 重启: a closed or void case begins again within the window of the ledger."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.verbs.return_ import NO_ORDER


@dataclass(frozen=True, kw_only=True)
class Reopened(Event):
    """The new beginning, with its reason; `due` is the lead unit's fresh deadline."""

    did: ClassVar[str] = "reopened"
    reason: str
    due: datetime | None = None
    provisional: bool = False


def effect(case: Case, event: Reopened) -> Case:
    """With its units again; where it had none, or was void, to be sorted again."""
    anew = {"state": "open", "closure": None, "duplicate_of": None}
    if case.lead and case.state == "closed":
        fresh = {
            "due": event.due or case.due,
            "provisional": event.provisional,
            "extensions": 0,
            "pending": None,
            "exempt": False,
        }
        return case.after(event, waits="handle", **anew, **fresh)
    return case.after(event, waits="triage", **anew, **NO_ORDER)
