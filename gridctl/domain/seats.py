"""Seats: who held which role in a grid on a day, who stood in, and what was vacant since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gridctl.domain.office import Office
from gridctl.domain.people import Person

# What somebody has to hold in every line of grids; only heads are asked of each grid.
IN_EVERY_LINE = ("leader", "dispatcher", "patroller")
_COURTYARD = 4


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A role in a grid as of a day. `person` is None where the seat is vacant.

    `since` is the first day of the holder's post. `vacant_since` is the first day without a holder,
    None where the seat is held or never was. `stands_in`: a deputy in the vacant seat of the head.
    """

    grid: str
    role: str
    person: Person | None = None
    since: date | None = None
    stands_in: bool = False
    vacant_since: date | None = None

    @property
    def vacant(self) -> bool:
        """Whether nobody holds the seat in his own right."""
        return self.person is None or self.stands_in


def held(office: Office, grid: str, role: str, day: date) -> tuple[Seat, ...]:
    """The seats of that role that were held in the grid itself."""
    return tuple(
        Seat(grid=grid, role=role, person=person, since=post.since)
        for person, post in office.posts.get(grid, ())
        if post.role == role and post.held_on(day)
    )


def heads(office: Office, grid: str, day: date) -> tuple[Seat, ...]:
    """Who headed the grid: its head, in a courtyard its volunteer, else the deputies standing in."""
    roles = ("head", "volunteer") if office.grids[grid].level == _COURTYARD else ("head",)
    for role in roles:
        found = held(office, grid, role, day)
        if found:
            return found
    ends = (vacant_since(office, grid, role, day) for role in roles)
    since = max((end for end in ends if end), default=None)
    deputies = held(office, grid, "deputy", day)
    return tuple(
        Seat(
            grid=grid,
            role="head",
            person=each.person,
            since=each.since,
            stands_in=True,
            vacant_since=since,
        )
        for each in deputies
    ) or (Seat(grid=grid, role="head", vacant_since=since),)


def nearest(office: Office, grid: str, role: str, day: date) -> tuple[Seat, ...]:
    """Who had the role in the grid, or in the nearest grid above that had anybody.

    A seat passed on the way that somebody held before is named as vacant; where there is nobody up
    to the top, at least one vacant seat, that of the grid asked about.
    """
    passed: list[Seat] = []
    for each in office.line_of(grid):
        found = held(office, each, role, day)
        if found:
            return (*passed, *found)
        since = vacant_since(office, each, role, day)
        if since:
            passed.append(Seat(grid=each, role=role, vacant_since=since))
    return tuple(passed) or (Seat(grid=grid, role=role),)


def vacant_since(office: Office, grid: str, role: str, day: date) -> date | None:
    """The first day after the last one on which somebody held the role; None: nobody before."""
    ends = [
        post.until
        for _person, post in office.posts.get(grid, ())
        if post.role == role and post.until and post.until < day
    ]
    return max(ends) + timedelta(days=1) if ends else None


def line_seats(office: Office, grid: str, day: date) -> Iterator[Seat]:
    """Every seat in the grid and those above it, upwards: head first, what is vacant included."""
    from gridctl.domain.terms import ROLES

    lacking = [
        seat
        for role in IN_EVERY_LINE
        for seat in nearest(office, grid, role, day)
        if seat.person is None
    ]
    for each in office.line_of(grid):
        leading = heads(office, each, day)
        yield from leading
        shown = {(seat.person.id, seat.role) for seat in leading if seat.person}
        stand_ins = {seat.person.id for seat in leading if seat.person and seat.stands_in}
        for role in ROLES:
            for seat in held(office, each, role, day):
                assert seat.person
                stands_in = role == "deputy" and seat.person.id in stand_ins
                if (seat.person.id, role) not in shown and not stands_in:
                    yield seat
            yield from (seat for seat in lacking if (seat.grid, seat.role) == (each, role))
