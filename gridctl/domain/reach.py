"""Reach: which units have somebody for a grid on a day, and who that is."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gridctl.domain.holdings import Holding, over
from gridctl.domain.office import Office
from gridctl.domain.people import Person, Post
from gridctl.domain.seats import heads

# Who carries an office's duty in the grid of its level; the heads carry whatever is not named.
_CARRIERS = {"patrol": ("patroller",), "enforce": ("enforcer",)}
_HEADS = ("head", "deputy")


class Held(NamedTuple):
    """A person with the post that counts."""

    person: Person
    post: Post


def reaching(office: Office, unit: str, grid: str, day: date) -> tuple[Held, ...]:
    """The people of a department with a post in the grid, above it (they answer for what lies below)
    or below it (they are there for a part of it); the nearest posts first.
    """
    line = office.line_of(grid)
    found = [
        Held(person, post)
        for person in office.people.values()
        if person.home == unit
        for post in person.posts_on(day)
        if post.grid in line or grid in office.line_of(post.grid)
    ]
    return tuple(sorted(found, key=lambda each: _distance(office, each.post.grid, grid)))


class Answering(NamedTuple):
    """A power or duty over a category, the grid that carries it, and who stands for it there."""

    holding: Holding
    grid: str
    people: tuple[Held, ...]


def who_answers(office: Office, category: str, grid: str, day: date) -> Iterator[Answering]:
    """Everything that is held over the category in the grid, leads first, duties last."""
    top = office.top_of(grid).id
    for each in over(office.holdings, category):
        if not each.duty:
            yield Answering(each, grid, reaching(office, each.unit, grid, day))
        elif each.unit == top:
            where = grid_of_duty(office, each, grid)
            yield Answering(each, where, carrying(office, each, grid, day))


def _distance(office: Office, one: str, other: str) -> int:
    return abs(len(office.line_of(one)) - len(office.line_of(other)))


def grid_of_duty(office: Office, duty: Holding, grid: str) -> str:
    """The grid that carries an office's duty for what happens in `grid`: the one of the duty's level
    above it, or `grid` itself where that lies higher or the duty names no level.
    """
    line = office.line_of(grid)
    return next((each for each in line if office.grids[each].level == duty.level), grid)


def answerable(office: Office, unit: str, grid: str, day: date) -> tuple[Held, ...]:
    """Who answers for a unit in a grid: a department's people there, or the heads of a grid that is
    the unit itself.
    """
    if unit in office.departments:
        return reaching(office, unit, grid, day)
    leading = {seat.person.id for seat in heads(office, unit, day) if seat.person}
    return tuple(
        Held(person, post)
        for person, post in office.posts.get(unit, ())
        if person.id in leading and post.held_on(day) and post.role in (*_HEADS, "volunteer")
    )


def carrying(office: Office, duty: Holding, grid: str, day: date) -> tuple[Held, ...]:
    """Who carries an office's duty in a grid on a day: patrollers patrol, enforcers enforce, heads
    do the rest; where the grid itself has none, those of the nearest one above, whose posts reach
    down.
    """
    roles = _CARRIERS.get(duty.action, _HEADS)
    for where in office.line_of(grid_of_duty(office, duty, grid)):
        found = tuple(
            Held(person, post)
            for person in office.people.values()
            for post in person.posts_on(day)
            if post.grid == where and post.role in roles
        )
        if found:
            return found
    return ()
