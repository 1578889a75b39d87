"""Today: the plan of one person's day, its parts asked for one after another."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

from gridctl.app.inbox import waiting_for
from gridctl.app.ledger import Ledger
from gridctl.app.listing import listing
from gridctl.domain.day.days_off import days_off
from gridctl.domain.day.due import due
from gridctl.domain.day.plan import Morning, Part
from gridctl.domain.day.waiting import waiting
from gridctl.domain.day.watched import watched
from gridctl.domain.people import Person
from gridctl.errors import Problem

Provider = Callable[[Ledger, Morning], Iterator[Part]]

# In the order of the page. What another room knows of the day is one line more here.
PROVIDERS: tuple[Provider, ...] = (
    lambda _ledger, morning: due(morning),
    lambda ledger, morning: waiting(
        waiting_for(ledger, morning.person, morning.now, morning.cases)
    ),
    lambda _ledger, morning: watched(morning),
    lambda _ledger, morning: days_off(morning),
)


class Today(NamedTuple):
    """Whose day it is, its parts, and what could not be read."""

    morning: Morning
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]


def today(ledger: Ledger, person: Person, now: datetime) -> Today:
    """The plan, as of `now`."""
    found = listing(ledger, (), now, everything=True)
    morning = Morning(person, ledger.office, ledger.calendar, now, found.cases)
    parts = tuple(part for provider in PROVIDERS for part in provider(ledger, morning))
    return Today(morning, parts, found.problems)
