"""Work 日常工作: patrols, meetings, training, publicity, visits and registrations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from gridctl.domain.event import Event
from gridctl.domain.people import Role

Into = Literal["enterprise", "campus", "community", "village", "family"]


@dataclass(frozen=True, kw_only=True)
class Worked(Event):
    """What all of them have. `counts` keep quantities as written (80余块); never persons' names."""

    grid: str
    title: str | None = None
    counts: Mapping[str, str] | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Patrolled(Worked):
    """巡查: the known places that were seen, by id, and the cases that were found."""

    did: ClassVar[str] = "patrolled"
    places: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FollowUp:
    """What a meeting leaves to be done, and until when."""

    what: str
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class Attended(Worked):
    """What was attended: how many in all, and of each kind (网格长: 300)."""

    attendees: int | None = None
    kinds: Mapping[str, int] | None = None


@dataclass(frozen=True, kw_only=True)
class Met(Attended):
    """例会: what was decided, and what follows from it."""

    did: ClassVar[str] = "met"
    decisions: tuple[str, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Trained(Attended):
    """培训. `term` is 1/2 for the first of two (分为两期): the attendees are those of that term
    alone. With `due` those who hold the `role` are to be trained again by that day.
    """

    did: ClassVar[str] = "trained"
    term: str | None = None
    role: Role | None = None
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class Publicised(Worked):
    """宣传: `into` says where it went (五进)."""

    did: ClassVar[str] = "publicised"
    into: tuple[Into, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Visited(Worked):
    """走访: how many households, never which."""

    did: ClassVar[str] = "visited"
    households: int | None = None


@dataclass(frozen=True, kw_only=True)
class Registered(Worked):
    """登记: counts, never persons."""

    did: ClassVar[str] = "registered"
