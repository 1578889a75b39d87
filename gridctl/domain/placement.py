"""Placement: who belongs at which level: dispatched staff, delegates, volunteers, joint rooms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.seats import heads
from gridctl.domain.shortfall import COURTYARD, Shortfall, standing
from gridctl.words import aside, say

DISPATCHED = ("enforcement", "workteam")


def check_placement(office: Office, day: date) -> Iterator[Shortfall]:
    """Dispatched staff have a post at level 2 or 3 (全部下沉到二三级网格)."""
    for person in office.people.values():
        grid = _misplaced(office, person, (2, 3), day)
        if grid and person.kind in DISPATCHED:
            message = say(
                "{person} is dispatched staff and has no post at level 2 or 3",
                person=aside(person.name, person.id),
            )
            yield Shortfall(grid, "placement", message, person.id)


def check_delegates(office: Office, day: date) -> Iterator[Shortfall]:
    """Party delegates have a post at level 3 (全部进入三级网格)."""
    for person in office.people.values():
        grid = _misplaced(office, person, (3,), day)
        delegate = any(post.role == "delegate" for post in person.posts_on(day))
        if grid and (delegate or person.kind == "delegate"):
            message = say(
                "{person} is a party delegate and has no post at level 3",
                person=aside(person.name, person.id),
            )
            yield Shortfall(grid, "delegate", message, person.id)


def _misplaced(office: Office, person: Person, levels: tuple[int, ...], day: date) -> str | None:
    """A grid where the person has a post, if none of the posts is of these levels."""
    grids = [post.grid for post in person.posts_on(day)]
    well = any(office.grids[grid].level in levels for grid in grids)
    return grids[0] if grids and not well else None


def check_volunteers(office: Office, day: date) -> Iterator[Shortfall]:
    """A courtyard has its volunteer head."""
    for grid in standing(office, day, COURTYARD):
        if heads(office, grid.id, day)[0].vacant:
            yield Shortfall(grid.id, "volunteer", say("has no courtyard head"))


def check_rooms(office: Office, day: date) -> Iterator[Shortfall]:
    """Each second-level grid has a joint enforcement room."""
    for grid in standing(office, day, 2):
        if not grid.rooms:
            yield Shortfall(grid.id, "room", say("has no joint enforcement room"))


def check_departments(office: Office, day: date) -> Iterator[Shortfall]:
    """Where there are rooms, every department with powers sits in one."""
    seated = _seated(office, day)
    for unit in office.departments.values() if seated else ():
        if unit.powers and unit.id not in seated:
            message = say(
                "{unit} has powers and sits in no joint enforcement room",
                unit=aside(unit.name, unit.id),
            )
            yield Shortfall(None, "department", message, unit.id)


@dataclass(frozen=True)
class Rooms:
    """Joint enforcement rooms: how many second-level grids have one, who sits in them."""

    rooms: int
    with_room: int
    grids: int
    departments: tuple[str, ...]
    people: tuple[str, ...]


def rooms(office: Office, day: date) -> Rooms:
    """The rooms on the day; people are those of a room's departments posted to where it stands."""
    second = list(standing(office, day, 2))
    with_rooms = [grid for grid in standing(office, day) if grid.rooms]
    homes: dict[str, list[Person]] = {}
    for person in office.people.values():
        homes.setdefault(person.home, []).append(person)
    people = {
        person.id
        for grid in with_rooms
        for room in grid.rooms
        for unit in room.departments
        for person in homes.get(unit, ())
        if _reaches(office, person, grid.id, day)
    }
    return Rooms(
        rooms=sum(len(grid.rooms) for grid in with_rooms),
        with_room=sum(bool(grid.rooms) for grid in second),
        grids=len(second),
        departments=tuple(sorted(_seated(office, day))),
        people=tuple(sorted(people)),
    )


def _seated(office: Office, day: date) -> set[str]:
    return {
        unit for grid in standing(office, day) for room in grid.rooms for unit in room.departments
    }


def _reaches(office: Office, person: Person, grid: str, day: date) -> bool:
    """Whether a post of the person lies in the grid, above or below it."""
    line = office.line_of(grid)
    return any(
        post.grid in line or grid in office.line_of(post.grid) for post in person.posts_on(day)
    )
