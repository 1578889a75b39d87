"""Inbox: what waits for one person now, by the posts held today."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from gridctl.app.ledger import Ledger
from gridctl.app.listing import listing
from gridctl.domain.facts import Facts
from gridctl.domain.people import Person
from gridctl.domain.todo import Task, tasks
from gridctl.errors import Problem


class Inbox(NamedTuple):
    """The things to do, those of the most urgent cases first, and what could not be read."""

    tasks: tuple[Task, ...]
    problems: tuple[Problem, ...]


def inbox(ledger: Ledger, person: Person, now: datetime, words: Sequence[str] = ()) -> Inbox:
    """The person's duties in the cases that filter words ask for; cases in every state are asked."""
    found = listing(ledger, words, now, everything=True)
    return Inbox(waiting_for(ledger, person, now, found.cases), found.problems)


def waiting_for(
    ledger: Ledger, person: Person, now: datetime, cases: Sequence[Facts]
) -> tuple[Task, ...]:
    """The person's duties in these cases, in their order."""
    # The holiday plans are only read where a deadline hangs on them.
    provisional = any(case.provisional for case in cases)
    known_until = ledger.calendar.known_until if provisional else None
    return tuple(tasks(cases, person, ledger.office, now, known_until))
