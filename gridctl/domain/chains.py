"""Chains: both lines that answer for a grid on a day, block and strip (双向追责)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.seats import Seat, heads, nearest


@dataclass(frozen=True)
class Officer:
    """Somebody who answers for the strip: with the grid of the post, None where no post there.

    `named`: the order to the unit names the person. `in_post`: held any post on that day.
    """

    person: Person
    grid: str | None
    named: bool
    in_post: bool


@dataclass(frozen=True)
class Strip:
    """The unit that had the case and its people as of the day."""

    unit: str
    officers: tuple[Officer, ...]


def block(office: Office, grid: str, day: date) -> tuple[Seat, ...]:
    """Patrollers, heads of every level upwards, and the responsible leader."""
    return (
        *nearest(office, grid, "patroller", day),
        *(seat for each in office.line_of(grid) for seat in heads(office, each, day)),
        *nearest(office, grid, "leader", day),
    )


def strip(office: Office, grid: str, unit: str, named: Sequence[str], day: date) -> Strip:
    """The persons that the order names, then the unit's enforcement officers who cover the grid.

    Where the unit is a grid, its heads. A person named who had left by then is shown as such.
    """
    chosen = [office.people[each] for each in named if each in office.people]
    covering = _covering(office, grid, unit, day)
    people = {person.id: person for person in (*chosen, *(p for p, _grid in covering))}
    where = {person.id: post for person, post in reversed(covering)}
    return Strip(
        unit,
        tuple(
            Officer(person, where.get(id_), id_ in named, bool(person.posts_on(day)))
            for id_, person in people.items()
        ),
    )


def _covering(office: Office, grid: str, unit: str, day: date) -> list[tuple[Person, str]]:
    """The unit's people whose posts cover the grid, the nearest post first."""
    if unit in office.grids:
        return [(s.person, s.grid) for s in heads(office, unit, day) if s.person]
    return [
        (person, each)
        for each in office.line_of(grid)
        for person, post in office.posts.get(each, ())
        if person.home == unit and post.role == "enforcer" and post.held_on(day)
    ]
