"""Judging: whether an entry may follow in a journal, with every rule that does not need the files."""

from collections.abc import Iterator
from datetime import date, timedelta

from gridctl.domain import rights
from gridctl.domain.event import Event
from gridctl.domain.journal.attendance import EntryCorrected, Signed, SignedIn, TookLeave
from gridctl.domain.journal.month import Key, Month, day_of
from gridctl.domain.journal.walk import advance
from gridctl.domain.journal.work import Worked
from gridctl.domain.judging import Entry, check_not_ahead, check_typist, check_zone, unknown_actor
from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.errors import Refused
from gridctl.words import say

_AT_ONCE = timedelta(minutes=5)


def judge(month: Month, event: Event, entry: Entry) -> Month:
    """The month with the entry, or Refused with the rule that stands against it."""
    moved = advance(month, event)
    check_not_ahead(event, entry)
    check_zone(event, entry)
    person = entry.office.people.get(month.staff)
    if person is None:
        raise unknown_actor(month.staff)
    _check_actor(person, month, event, entry)
    check_typist(event, entry, grids_of(person, month.key))
    _check_not_his_own(month, event, entry)
    return moved


def grids_of(person: Person, key: Key) -> Iterator[str]:
    """The grids of the posts that the person held in a month: their dispatchers keep its journal."""
    held = person.posts_between(key.period.first, key.period.last)
    return (post.grid for post in held)


def check_mender(month: Month, entry: Entry) -> None:
    """Only a dispatcher brings a file back that plain git let break."""
    rights.check_post(entry.typist, entry.recorded.date())
    if not is_keeper(entry.office, entry.typist, month.key, entry.recorded.date()):
        raise Refused(
            "J03",
            say("{name} ({id}) may not do this.", name=entry.typist.name, id=entry.typist.id),
            say("A broken journal is mended by a dispatcher of the person's grid."),
        )


def is_keeper(office: Office, keeper: Person, key: Key, day: date) -> bool:
    """Whether somebody is on `day` a dispatcher over a grid of whom the journal is of."""
    person = office.people.get(key.staff)
    grids = grids_of(person, key) if person else ()
    return any("dispatcher" in office.roles_over(keeper, grid, day) for grid in grids)


def _check_actor(person: Person, month: Month, event: Event, entry: Entry) -> None:
    """The person held a post that day; a correction is a dispatcher's."""
    if not isinstance(event, EntryCorrected):
        rights.check_post(person, day_of(event))
        return
    actor, day = entry.office.people.get(event.by), event.at.date()
    if actor is None:
        raise unknown_actor(event.by)
    rights.check_post(actor, day)
    if not is_keeper(entry.office, actor, month.key, day):
        raise Refused(
            "J03",
            say("{name} ({id}) may not do this.", name=actor.name, id=actor.id),
            say("A journal is corrected by a dispatcher of the person's grid."),
        )


def _check_not_his_own(month: Month, event: Event, entry: Entry) -> None:
    """What has passed in somebody's attendance is entered and mended by another."""
    typed = entry.typist.id == month.staff
    if typed and isinstance(event, Signed) and entry.recorded - event.at > _AT_ONCE:
        raise _own_signing(month.staff, event)
    if typed and isinstance(event, TookLeave) and event.since < entry.recorded.date():
        raise _own_leave(month.staff, event)
    if isinstance(event, EntryCorrected) and (typed or event.by == month.staff):
        mended = month.entries[event.entry - 1]
        if not isinstance(mended, Worked):
            raise _own_correction(month.staff, mended)


def _own_signing(staff: str, event: Signed) -> Refused:
    when = f"{event.at:%Y-%m-%d %H:%M}"
    return Refused(
        "J11",
        say("{when} is over: nobody signs in or out for a time that has passed.", when=when),
        say(
            "Leave out --at, or ask a dispatcher, not yourself, to enter it: gridctl sign {way} --for {staff} --at TIME",
            way="in" if isinstance(event, SignedIn) else "out",
            staff=staff,
        ),
    )


def _own_leave(staff: str, event: TookLeave) -> Refused:
    return Refused(
        "J11",
        say("{day} is over: nobody takes leave for days that have passed.", day=event.since),
        say(
            "Take it from today on, or ask a dispatcher, not yourself, to enter it: gridctl sign leave --for {staff} --since {day} --until {last} --kind {kind}",
            staff=staff,
            day=event.since,
            last=event.until,
            kind=event.leave,
        ),
    )


def _own_correction(staff: str, mended: Event) -> Refused:
    return Refused(
        "J11",
        say("Entry {n} is of your own attendance, which you cannot correct yourself.", n=mended.n),
        say(
            "Ask another dispatcher: gridctl sign correct {staff} {n} --reason TEXT, with --to TIME or --strike",
            staff=staff,
            n=mended.n,
        ),
    )
