"""The journal in a plan: signing in, and what meetings left to be done."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from gridctl.domain.day.plan import Item, Morning, Part
from gridctl.domain.event import Event
from gridctl.domain.journal.attendance import SignedIn, SignedOut, TookLeave
from gridctl.domain.journal.work import Met
from gridctl.domain.journal_terms import LEAVES
from gridctl.words import Message, say

_AHEAD = timedelta(days=7)  # from here on what is due is worth a line
_BEHIND = timedelta(days=30)  # what was due longer ago has been seen often enough


def from_journal(morning: Morning, entries: Iterable[Event]) -> Iterator[Part]:
    """`entries` are those of the person's journal that count, of this month and the one before."""
    standing = list(entries)
    yield Part("attendance", tuple(_attendance(morning, standing)))
    yield Part("follow-ups", tuple(_follow_ups(morning, standing)))


def _attendance(morning: Morning, entries: list[Event]) -> Iterator[Item]:
    """Nothing on a day off, nor for whom no days at the office are agreed."""
    day, person = morning.day, morning.person
    leave = next(
        (e for e in entries if isinstance(e, TookLeave) and e.since <= day <= e.until), None
    )
    came = [e for e in entries if isinstance(e, SignedIn) and e.at.date() == day]
    went = [e for e in entries if isinstance(e, SignedOut) and e.at.date() == day]
    if leave:
        told = say("on leave until {day} ({leave})", day=leave.until, leave=LEAVES[leave.leave])
        yield Item(told, {"leave": leave.leave, "until": leave.until})
    elif went:
        yield _signed(say("signed out at {time}", time=f"{went[-1].at:%H:%M}"), came, went)
    elif came:
        told = say("signed in at {time}", time=f"{came[-1].at:%H:%M}")
        yield _signed(told, came, went, "gridctl sign out")
    elif person.days and person.posts_on(day) and morning.calendar.is_workday(day):
        yield _signed(say("not signed in yet"), came, went, "gridctl sign in")


def _signed(
    told: Message, came: list[SignedIn], went: list[SignedOut], command: str | None = None
) -> Item:
    times = {"in": came[-1].at if came else None, "out": went[-1].at if went else None}
    return Item(told, times, command)


def _follow_ups(morning: Morning, entries: list[Event]) -> Iterator[Item]:
    for met in (each for each in entries if isinstance(each, Met)):
        for left in met.follow_ups:
            if left.due and _is_near(left.due, morning.day):
                told = say("{what}, by {day}", what=left.what, day=left.due)
                yield Item(told, {"what": left.what, "due": left.due, "meeting": met.title})


def _is_near(due: date, day: date) -> bool:
    return day - _BEHIND <= due <= day + _AHEAD
