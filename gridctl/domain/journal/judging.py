"""Judging: whether an entry may follow in a journal, with every rule that does not need the files."""

from collections.abc import Iterator
from datetime import timedelta

from gridctl.domain import rights
from gridctl.domain.event import Event
from gridctl.domain.journal.attendance import EntryCorrected, Signed
from gridctl.domain.journal.month import Month, day_of
from gridctl.domain.journal.walk import advance
from gridctl.domain.judging import Entry, check_not_ahead, check_typist, check_zone, unknown_actor
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
    _check_actor(person, event, entry)
    check_typist(event, entry, grids_of(person))
    _check_at_once(person, event, entry)
    return moved


def grids_of(person: Person) -> Iterator[str]:
    """The grids of all posts that a person ever held: their dispatchers keep the journal in order."""
    return (post.grid for post in person.posts)


def check_mender(month: Month, entry: Entry) -> None:
    """Only a dispatcher brings a file back that plain git let break."""
    rights.check_post(entry.typist, entry.recorded.date())
    person = entry.office.people.get(month.staff)
    if person is None or not _keeps(entry.typist, person, entry):
        raise Refused(
            "J03",
            say("{name} ({id}) may not do this.", name=entry.typist.name, id=entry.typist.id),
            say("A broken journal is mended by a dispatcher of the person's grid."),
        )


def _keeps(typist: Person, person: Person, entry: Entry) -> bool:
    """Whether the typist is a dispatcher over a grid of the person, on the day of recording."""
    day = entry.recorded.date()
    over = (entry.office.roles_over(typist, grid, day) for grid in grids_of(person))
    return any("dispatcher" in roles for roles in over)


def _check_actor(person: Person, event: Event, entry: Entry) -> None:
    """The person held a post that day; a correction is a dispatcher's."""
    if not isinstance(event, EntryCorrected):
        rights.check_post(person, day_of(event))
        return
    actor, day = entry.office.people.get(event.by), event.at.date()
    if actor is None:
        raise unknown_actor(event.by)
    rights.check_post(actor, day)
    over = (entry.office.roles_over(actor, grid, day) for grid in grids_of(person))
    if not any("dispatcher" in roles for roles in over):
        raise Refused(
            "J03",
            say("{name} ({id}) may not do this.", name=actor.name, id=actor.id),
            say("A journal is corrected by a dispatcher of the person's grid."),
        )


def _check_at_once(person: Person, event: Event, entry: Entry) -> None:
    """Who signs in for himself does so at the time itself."""
    if not isinstance(event, Signed) or entry.recorded - event.at <= _AT_ONCE:
        return
    if not _keeps(entry.typist, person, entry):
        raise Refused(
            "J11",
            say(
                "{when} is over: nobody signs in or out for a time that has passed.",
                when=f"{event.at:%Y-%m-%d %H:%M}",
            ),
            say(
                "Leave out --at, or ask a dispatcher to enter it: gridctl sign in --for {staff} --at TIME",
                staff=person.id,
            ),
        )
