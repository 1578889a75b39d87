"""Replaying: what two clones recorded of one case or journal, and how one's own follows on the other's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import NamedTuple, TypeVar

from gridctl.domain.event import Event
from gridctl.domain.journal.attendance import EntryCorrected
from gridctl.domain.steps import is_neutral
from gridctl.domain.verbs.correct import Corrected
from gridctl.errors import Refused
from gridctl.words import say

E = TypeVar("E", bound=Event)


def parted(one: Sequence[Event], other: Sequence[Event]) -> int:
    """How many events two histories begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


# What an entry takes from the state it stands on: its twin on the other side may have another.
_FROM_THE_STATE = frozenset(
    {"n", "entry", "number", "was", "pinned", "due", "provisional", "calendar"}
)


def twin(event: Event, among: Iterable[Event]) -> Event | None:
    """The same entry on the other side, where it has come there by another way (a stick, say)."""
    return next((each for each in among if _said(each) == _said(event)), None)


class Apart(NamedTuple):
    """One's own events that are not on the other side yet, the other side's that are not one's own,
    and the numbers of one's own so far.
    """

    own: tuple[Event, ...]
    theirs: tuple[Event, ...]
    numbers: dict[int, int | None]


def apart(
    own: Iterable[Event], theirs: Iterable[Event], numbers: Mapping[int, int | None]
) -> Apart:
    """What is left of both sides without the twins, whose numbers are those of the other side."""
    left, known, fresh = list(theirs), dict(numbers), []
    for event in own:
        there = twin(event, left)
        if there is None:
            fresh.append(event)
        else:
            known[event.n] = there.n
            left.remove(there)
    return Apart(tuple(fresh), tuple(left), known)


def _said(event: Event) -> tuple[object, ...]:
    own = (field.name for field in fields(event) if field.name not in _FROM_THE_STATE)
    return (event.did, *(getattr(event, name) for name in own))


def check_not_moved(own: Iterable[Event], theirs: Sequence[Event]) -> None:
    """Refuses own events that move a case which the other side has moved meanwhile.

    What moves nothing (a remark, progress, a reminder) follows wherever it is still legal.
    """
    moved = [event for event in theirs if not is_neutral(event)]
    if moved and not all(is_neutral(event) for event in own):
        raise Refused("Y01", say("Somebody else moved the case meanwhile."))


def next_in(event: E, n: int, numbers: Mapping[int, int | None]) -> E:
    """The event as number `n`; `numbers` are the new numbers of own events before it, None for those
    held back.

    What mends an entry names it by its number. Raises Refused where that entry did not follow.
    """
    if not isinstance(event, Corrected | EntryCorrected) or event.entry not in numbers:
        return replace(event, n=n)
    mended = numbers[event.entry]
    if mended is None:
        raise Refused("Y03", say("The entry that it mends was held back."))
    return replace(event, n=n, entry=mended)
