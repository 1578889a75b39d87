"""Outlook: what can be done with a case now, and by whom."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gridctl.domain import rights
from gridctl.domain.case import Case
from gridctl.domain.next_commands import variants
from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.steps import possible
from gridctl.domain.verbs.suspend import woken


class Move(NamedTuple):
    """A legal verb, the commands for it, and everyone who may."""

    verb: str
    commands: tuple[str, ...]
    who: tuple[Person, ...]


def moves(office: Office, case: Case, day: date) -> Iterator[Move]:
    """The verbs that move the case, then the note."""
    case = woken(case, day)
    for verb in possible(case):
        right = rights.RIGHTS[_right(case, verb)]
        yield Move(verb, variants(verb, case), tuple(rights.holders(right, office, case, day)))


def _right(case: Case, verb: str) -> str:
    if verb == "handle":
        return "handle --done"
    return "return to grid" if verb == "return" and not case.lead else verb
