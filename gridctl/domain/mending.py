"""Mending: the history of a case as it has to stand after something in it was altered or lost."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.replaying import next_in
from gridctl.domain.steps import advance
from gridctl.errors import Refused


@dataclass(frozen=True)
class Lost:
    """The last good state of a case that was altered, broken or removed; `since`: what was legally
    recorded on top of what then stood there.
    """

    good: Case
    since: tuple[Event, ...] = ()

    def grown(self, events: Iterable[Event]) -> "Lost":
        """The same with what was legally recorded next."""
        return replace(self, since=(*self.since, *events))


@dataclass(frozen=True)
class Whole:
    """A case as it has to stand. `left` had been recorded and cannot follow on the good history."""

    case: Case
    left: tuple[Event, ...] = ()


def whole(lost: Lost) -> Whole:
    """The good history with all that was recorded since and can follow, under new numbers."""
    case, numbers = lost.good, dict[int, int | None]()
    left: list[Event] = []
    for event in lost.since:
        try:
            own = next_in(event, case.version + 1, numbers)
            case = advance(case, own)
        except Refused:
            numbers[event.n] = None
            left.append(event)
        else:
            numbers[event.n] = own.n
    return Whole(case, tuple(left))
