"""Attendance 签到: coming, going and leave, and the correction of an entry."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Literal

from gridctl.domain.event import Event
from gridctl.domain.grids import Attendance

Leave = Literal["sick", "annual", "personal", "business"]


@dataclass(frozen=True, kw_only=True)
class Signed(Event):
    """Came or went; `at` is when."""


@dataclass(frozen=True, kw_only=True)
class SignedIn(Signed):
    """Came to work, in a grid."""

    did: ClassVar[str] = "signed_in"
    grid: str


@dataclass(frozen=True, kw_only=True)
class SignedOut(Signed):
    """Went. Of several on one day the last counts."""

    did: ClassVar[str] = "signed_out"


@dataclass(frozen=True, kw_only=True)
class TookLeave(Event):
    """On leave from `since` to `until`, both included and in one month: a longer leave has an entry
    in each.
    """

    did: ClassVar[str] = "took_leave"
    leave: Leave
    since: date
    until: date
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class EntryCorrected(Event):
    """Another time for signing in or out, or without `new` an entry that counts no more.

    `entry` is its number and `old` the time that it had so far.
    """

    did: ClassVar[str] = "corrected"
    entry: int
    old: datetime
    new: datetime | None = None
    reason: str


def late_or_early(times: Attendance | None, event: Signed) -> Literal["late", "early"] | None:
    """Whether a sign-in is after the time of the settings, or a sign-out before; to the minute."""
    clock = f"{event.at:%H:%M}"
    if times and isinstance(event, SignedIn) and clock > times.late_after:
        return "late"
    if times and isinstance(event, SignedOut) and clock < times.early_before:
        return "early"
    return None
