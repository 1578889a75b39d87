"""Three fixed (定人 定岗 定责): each leaf grid has people, a head's post that is filled, and duties."""

from collections.abc import Iterator
from datetime import date

from gridctl.domain.grids import Duty, Grid
from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.seats import Seat, heads, held, nearest
from gridctl.domain.shortfall import Shortfall, leaves, standing
from gridctl.words import Message, aside, listed, say


def check_person(office: Office, day: date) -> Iterator[Shortfall]:
    """Somebody holds a post in each leaf grid itself."""
    for grid in leaves(office, day):
        if not people_in(office, grid.id, day):
            yield Shortfall(grid.id, "person", say("nobody holds a post in it"))


def check_post(office: Office, day: date) -> Iterator[Shortfall]:
    """The head's post of each leaf grid with people is filled."""
    for grid in leaves(office, day):
        if people_in(office, grid.id, day):
            yield from _vacant(office, grid, "post", day)


def check_vacancy(office: Office, day: date) -> Iterator[Shortfall]:
    """Above the leaves too every grid has its head; each office a dispatcher; each line a leader."""
    lowest = {grid.id for grid in leaves(office, day)}
    for grid in standing(office, day, 1, 2):
        if grid.id not in lowest:
            yield from _vacant(office, grid, "vacancy", day)
        if grid.level == 1 and not held(office, grid.id, "dispatcher", day):
            yield Shortfall(grid.id, "vacancy", say("has no dispatcher"))
        if grid.level == 2 and nearest(office, grid.id, "leader", day)[-1].person is None:
            message = say("no responsible leader for it or for the grid above")
            yield Shortfall(grid.id, "vacancy", message)


def check_deputy(office: Office, day: date) -> Iterator[Shortfall]:
    """Where there is a head there is a deputy, so that the grid does not hang on one person."""
    for grid in standing(office, day, 1, 2, 3):
        if held(office, grid.id, "head", day) and not held(office, grid.id, "deputy", day):
            yield Shortfall(grid.id, "deputy", say("the head has no deputy"))


def check_duty(office: Office, day: date) -> Iterator[Shortfall]:
    """A duty of the office stands at the level of each leaf, and patrols there have a patroller."""
    for grid in leaves(office, day):
        duties = duties_at(office, grid)
        if not duties:
            message = say("no duty of the office stands at its level")
            yield Shortfall(grid.id, "duty", message)
        elif any(duty.action == "patrol" for duty in duties) and not patrolled(office, grid, day):
            message = say("has a duty to patrol, and no patroller here or at level 2")
            yield Shortfall(grid.id, "duty", message)


def people_in(office: Office, grid: str, day: date) -> tuple[Person, ...]:
    """Who holds a post in the grid itself on the day."""
    return tuple(person for person, post in office.posts.get(grid, ()) if post.held_on(day))


def duties_at(office: Office, grid: Grid) -> tuple[Duty, ...]:
    """The duties of its office that a grid of its level carries."""
    return tuple(duty for duty in office.top_of(grid.id).duties if duty.level in (None, grid.level))


def patrolled(office: Office, grid: Grid, day: date) -> bool:
    """Whether a patroller stands in the grid, or in its level-2 grid; one above is too far away."""
    near = [
        each for each in office.line_of(grid.id) if office.grids[each].level >= min(2, grid.level)
    ]
    return any(held(office, each, "patroller", day) for each in near)


def _vacant(office: Office, grid: Grid, rule: str, day: date) -> Iterator[Shortfall]:
    seats = heads(office, grid.id, day)
    if seats[0].vacant:
        yield Shortfall(grid.id, rule, _vacancy(seats))


def _vacancy(seats: tuple[Seat, ...]) -> Message:
    stand_ins = [aside(seat.person.name, seat.person.id) for seat in seats if seat.person]
    since = seats[0].vacant_since
    if stand_ins and since:
        return say(
            "no head since {day}; deputy standing in: {people}",
            day=since,
            people=listed(stand_ins),
        )
    if stand_ins:
        return say("never had a head; deputy standing in: {people}", people=listed(stand_ins))
    return say("no head since {day}", day=since) if since else say("never had a head")
