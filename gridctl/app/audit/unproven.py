"""Unproven: what a sound history leaves open all the same."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gridctl.app.audit.stale import Stale
from gridctl.domain.people import Person
from gridctl.git.history import Range
from gridctl.git.objects import Commit
from gridctl.git.repository import Repository
from gridctl.words import Message, aside, listed, say


class LeftOpen(NamedTuple):
    """What an audit saw that breaks no rule. `unkeyed` recorded without a key; None where nobody has
    one. `given`: how many cases and journals the ledger began with. `back`: commits dated before what
    they build on.
    """

    unkeyed: Sequence[Person] | None
    given: int
    stale: Stale
    back: Sequence[Commit]


def unproven(
    repository: Repository, range_: Range, left: LeftOpen, *, anchored: bool
) -> Iterator[Message]:
    """What git alone cannot prove of this range."""
    if left.unkeyed is None:
        yield say("nobody has a key in staff.yaml, so an author is as sure as the right to push")
    elif left.unkeyed:
        yield say(
            "{people} had no key, so that it was really they who recorded is as sure as the right to push",
            people=listed(aside(each.name, each.id) for each in left.unkeyed),
        )
    if not anchored:
        yield say(
            "no anchor was given, so a history rewritten from its beginning would not be seen"
        )
    if range_.base:
        yield say("what stood at {commit} is taken as given", commit=range_.base.id[:10])
    if left.given:
        yield say(
            "the {given} cases and journals that the ledger began with are taken as given",
            given=left.given,
        )
    if repository.shallow():
        yield say("this clone is shallow, and what went before is not here")
    if left.stale.people:
        yield say(
            "{people} recorded under a post that the other side of a merge had ended ({commits}), and were judged by the settings before that",
            people=listed(aside(each.name, each.id) for each in left.stale.people.values()),
            commits=listed(each[:10] for each in left.stale.merges),
        )
    if left.back:
        yield say(
            "dates went back at {commits}, so what was recorded there may be later than it says",
            commits=listed(each.id[:10] for each in left.back),
        )
