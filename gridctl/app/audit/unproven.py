"""Unproven: what a sound history leaves open all the same."""

from collections.abc import Iterator, Sequence

from gridctl.domain.people import Person
from gridctl.git.history import Range
from gridctl.git.repository import Repository
from gridctl.words import Message, aside, listed, say


def unproven(
    repository: Repository,
    range_: Range,
    unkeyed: Sequence[Person] | None,
    given: int,
    *,
    anchored: bool,
) -> Iterator[Message]:
    """What git alone cannot prove of this range. `unkeyed` recorded in it without a key; None where
    nobody has one. `given`: how many cases and journals the ledger began with.
    """
    if unkeyed is None:
        yield say("nobody has a key in staff.yaml, so an author is as sure as the right to push")
    elif unkeyed:
        yield say(
            "{people} had no key, so that it was really they who recorded is as sure as the right to push",
            people=listed(aside(each.name, each.id) for each in unkeyed),
        )
    if not anchored:
        yield say(
            "no anchor was given, so a history rewritten from its beginning would not be seen"
        )
    if range_.base:
        yield say("what stood at {commit} is taken as given", commit=range_.base.id[:10])
    if given:
        yield say(
            "the {given} cases and journals that the ledger began with are taken as given",
            given=given,
        )
    if repository.shallow():
        yield say("this clone is shallow, and what went before is not here")
