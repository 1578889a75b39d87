"""Today: the plan of one person's day, drawn from cases, journal, places and calendar."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from gridctl.app.inbox import waiting_for
from gridctl.app.ledger import Ledger
from gridctl.app.listing import listing
from gridctl.domain.day.days_off import days_off
from gridctl.domain.day.due import due
from gridctl.domain.day.from_journal import from_journal
from gridctl.domain.day.plan import Morning, Part
from gridctl.domain.day.waiting import waiting
from gridctl.domain.day.watched import watched
from gridctl.domain.event import Event
from gridctl.domain.journal.month import Key
from gridctl.domain.people import Person
from gridctl.domain.periods import before, month_of
from gridctl.errors import Problem


class Today(NamedTuple):
    """Whose day it is, its parts, and what could not be read."""

    morning: Morning
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]


def today(ledger: Ledger, person: Person, now: datetime) -> Today:
    """The plan, as of `now`."""
    found = listing(ledger, (), now, everything=True)
    morning = Morning(person, ledger.office, ledger.calendar, now, found.cases)
    entries = tuple(_journal(ledger, person, morning.day))
    tasks = waiting_for(ledger, person, now, found.cases)
    parts = (
        *from_journal(morning, entries),
        *due(morning),
        *waiting(tasks),
        *watched(morning, entries),
        *days_off(morning),
    )
    return Today(morning, parts, found.problems)


def _journal(ledger: Ledger, person: Person, day: date) -> Iterator[Event]:
    """What counts in the person's journal of this month and the one before."""
    this = month_of(day)
    for period in (month_of(before(this)), this):
        yield from ledger.journal.read(Key(person.id, period.name)).counting()
