"""Guards: what each kind of entry must hold beside what stands in the journal already."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from gridctl.domain.event import Event
from gridctl.domain.journal.attendance import (
    EntryCorrected,
    Signed,
    SignedIn,
    SignedOut,
    TookLeave,
)
from gridctl.domain.journal.month import Month
from gridctl.domain.journal.quantity import is_quantity
from gridctl.domain.journal.work import (
    Attended,
    Met,
    Patrolled,
    Publicised,
    Registered,
    Trained,
    Visited,
    Worked,
)
from gridctl.errors import Refused
from gridctl.words import say

_TERM = re.compile(r"([1-9][0-9]?)/([1-9][0-9]?)", re.ASCII)


def _signed_in(month: Month, event: SignedIn) -> None:
    for other in month.counting():
        if isinstance(other, SignedIn) and other.at.date() == event.at.date():
            raise Refused(
                "J06",
                say(
                    "{staff} signed in at {when} already.",
                    staff=month.staff,
                    when=f"{other.at:%Y-%m-%d %H:%M}",
                ),
                say(
                    "Another time is a dispatcher's correction: gridctl sign correct {staff} {n} --to TIME --reason TEXT",
                    staff=month.staff,
                    n=other.n,
                ),
            )
    _check_day(month.after(event), event.at.date())


def _signed_out(month: Month, event: SignedOut) -> None:
    _check_day(month.after(event), event.at.date())


def _check_day(month: Month, day: date) -> None:
    """Refuses a going without a coming before it on the same day."""
    signed = [e for e in month.counting() if isinstance(e, Signed) and e.at.date() == day]
    begun = next((each.at for each in signed if isinstance(each, SignedIn)), None)
    for each in signed:
        if begun is None:
            raise Refused(
                "J07",
                say("{staff} did not sign in on {day}.", staff=month.staff, day=each.at.date()),
                say("First: gridctl sign in; for a time that has passed, by a dispatcher."),
            )
        if each.at < begun:
            raise Refused(
                "J07",
                say(
                    "{staff} signed in at {when}, and cannot go before that.",
                    staff=month.staff,
                    when=f"{begun:%Y-%m-%d %H:%M}",
                ),
            )


def _took_leave(month: Month, event: TookLeave) -> None:
    if event.until < event.since or f"{event.until:%Y-%m}" != month.month:
        raise Refused(
            "J08",
            say(
                "A leave from {since} to {until} does not lie in {month}, first day before last.",
                since=event.since,
                until=event.until,
                month=month.month,
            ),
            say("Give its first and its last day: --since DATE --until DATE"),
        )
    for other in month.counting():
        if not isinstance(other, TookLeave):
            continue
        if other.since <= event.until and event.since <= other.until:
            raise Refused(
                "J08",
                say(
                    "{staff} is on leave from {since} to {until} already.",
                    staff=month.staff,
                    since=other.since,
                    until=other.until,
                ),
                say(
                    "Take that out first: gridctl sign correct {staff} {n} --strike --reason TEXT",
                    staff=month.staff,
                    n=other.n,
                ),
            )


def _corrected(month: Month, event: EntryCorrected) -> None:
    mended = next((each for each in month.counting() if each.n == event.entry), None)
    if mended is None:
        raise Refused(
            "J09",
            say("There is no entry {n} that counts.", n=event.entry),
            say(
                "See its journal: gridctl journal show {staff} {month}",
                staff=month.staff,
                month=month.month,
            ),
        )
    if event.old != mended.at:
        raise Refused(
            "J09",
            say("Entry {n} has the time {when}.", n=mended.n, when=mended.at.isoformat()),
        )
    if event.new is not None:
        _check_new_time(event, mended)
    _check_day(month.after(event), mended.at.date())


def _check_new_time(event: EntryCorrected, mended: Event) -> None:
    assert event.new
    if not isinstance(mended, Signed):
        raise Refused(
            "J09",
            say("Only signing in and out is given another time."),
            say("Take the entry out (--strike) and make it anew."),
        )
    if event.new.date() != mended.at.date() or event.new == mended.at or event.new > event.at:
        raise Refused(
            "J09",
            say(
                "{when} is no other time of that day, before the correction.",
                when=event.new.isoformat(),
            ),
            say("For another day take the entry out (--strike) and make it anew."),
        )


def _worked(_month: Month, event: Worked) -> None:
    for amount in (event.counts or {}).values():
        if not is_quantity(amount):
            raise Refused(
                "J10",
                say("“{amount}” is no quantity.", amount=amount),
                say("It begins with a number: 30, 80余块, 约500份."),
            )
    own = ("title", "counts", "note", "places", "found", "attendees", "households")
    if not any(getattr(event, key, None) is not None and getattr(event, key) != () for key in own):
        raise Refused("J10", say("The entry says nothing: a title, counts or a note is needed."))


def _attended(month: Month, event: Attended) -> None:
    _worked(month, event)
    by_kind = sum((event.kinds or {}).values())
    if event.kinds and event.attendees != by_kind:
        raise Refused(
            "J10",
            say("{all} attended, but by kind they are {sum}.", all=event.attendees, sum=by_kind),
        )
    if min([event.attendees or 0, *(event.kinds or {}).values()]) < 0:
        raise Refused("J10", say("Fewer than none cannot be counted."))


def _trained(month: Month, event: Trained) -> None:
    _attended(month, event)
    match = _TERM.fullmatch(event.term) if event.term else None
    if event.term and not (match and int(match[1]) <= int(match[2])):
        raise Refused(
            "J10",
            say("“{term}” is no term.", term=event.term),
            say("Write --term 1/2 for the first of two."),
        )
    if (event.role is None) != (event.due is None):
        raise Refused(
            "J10",
            say("A day by which to train again is one for a role."),
            say("Give both or neither: --role ROLE --due DATE"),
        )


def _visited(month: Month, event: Visited) -> None:
    _worked(month, event)
    if (event.households or 0) < 0:
        raise Refused("J10", say("Fewer than none cannot be counted."))


def _registered(month: Month, event: Registered) -> None:
    _worked(month, event)
    if not event.counts:
        raise Refused(
            "J10",
            say("A registration is counts: how many, never who."),
            say("Give --count WHAT=QUANTITY"),
        )


GUARDS: dict[type[Event], Callable[[Month, Any], None]] = {
    SignedIn: _signed_in,
    SignedOut: _signed_out,
    TookLeave: _took_leave,
    EntryCorrected: _corrected,
    Patrolled: _worked,
    Met: _attended,
    Trained: _trained,
    Publicised: _worked,
    Visited: _visited,
    Registered: _registered,
}
