"""file 建档立案: gives the case its number, category, filing condition and limit."""

from dataclasses import dataclass
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.limits import parse_limit
from gridctl.errors import Refused, Usage
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Pinned:
    """The editions of the policy that the case keeps, whatever changes later."""

    catalogue: str
    calendar: str


@dataclass(frozen=True, kw_only=True)
class Filed(Event):
    """The filing. `condition` counts the category's filing conditions from 1; `limit` is in its
    normal form, such as `2 urgent_hour`. `was` is the number that it had until another clone, whose
    filing came first, turned out to have given it away.
    """

    did: ClassVar[str] = "filed"
    number: str
    was: str | None = None
    category: str
    condition: int | None = None
    limit: str
    note: str | None = None
    pinned: Pinned


def guard(case: Case, event: Filed) -> None:
    """Refuses a limit that is not in its normal form, and a second number."""
    if not _is_normal(event.limit):
        raise Refused(
            "W05", say("The limit “{limit}” is not in its normal form.", limit=event.limit)
        )
    if case.number is not None and case.number != event.number:
        raise Refused("W06", say("The case has the number {number} already.", number=case.number))


def _is_normal(limit: str) -> bool:
    try:
        return str(parse_limit(limit)) == limit
    except Usage:
        return False


def effect(case: Case, event: Filed) -> Case:
    """Filed, and waiting to be dispatched, which ends the same step."""
    return case.after(
        event, number=event.number, category=event.category, step="file", waits="file"
    )
