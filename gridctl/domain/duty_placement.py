"""Duty placement: on which level of grids a duty or a person stands, and which grids a power reaches."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.holdings import over
from gridctl.domain.office import Office

# D§5.1, 10: enforcement sinks to the first and second level, daily patrol to the third.
LEVELS_OF = {"enforce": (1, 2), "patrol": (3,)}
_ACTION_OF = {"enforcer": "enforce", "patroller": "patrol"}


class Misplaced(NamedTuple):
    """A duty of `office`, or the post of a person, on a level where its action does not belong."""

    action: str
    level: int
    allowed: tuple[int, ...]
    category: str | None = None
    office: str | None = None
    staff: str | None = None
    role: str | None = None
    grid: str | None = None
    rule: str = "D04"


class Unreached(NamedTuple):
    """Second-level grids for which no department with the power has anybody."""

    category: str
    action: str
    units: tuple[str, ...]
    grids: tuple[str, ...]
    rule: str = "D05"


def misplaced(office: Office, day: date) -> Iterator[Misplaced]:
    """Duties on a wrong level, then posts held on that day in a grid of a wrong one."""
    for top in office.grids.values():
        for duty in top.duties:
            allowed = LEVELS_OF.get(duty.action)
            if allowed and duty.level is not None and duty.level not in allowed:
                yield Misplaced(duty.action, duty.level, allowed, duty.category, top.id)
    for person in office.people.values():
        for post in person.posts_on(day):
            action = _ACTION_OF.get(post.role)
            level = office.grids[post.grid].level
            if action and level not in LEVELS_OF[action]:
                yield Misplaced(
                    action,
                    level,
                    LEVELS_OF[action],
                    staff=person.id,
                    role=post.role,
                    grid=post.grid,
                )


def unreached(office: Office, catalogue: Catalogue, day: date) -> Iterator[Unreached]:
    """Every power, category by category, with the second-level grids that none of its holders reaches."""
    second = [g.id for g in office.grids.values() if g.level == 2 and g.stands_on(day)]
    there = {unit: _reached(office, unit, second, day) for unit in office.departments}
    for code in catalogue.categories:
        holders: dict[str, list[str]] = {}
        for each in over(office.holdings, code):
            if not each.duty:
                holders.setdefault(each.action, []).append(each.unit)
        for action, units in holders.items():
            reached = set().union(*(there[unit] for unit in units))
            grids = tuple(grid for grid in second if grid not in reached)
            if grids:
                yield Unreached(code, action, tuple(units), grids)


def _reached(office: Office, unit: str, grids: list[str], day: date) -> set[str]:
    """Those of the grids in which, above which or below which the department has a post."""
    posts = {
        post.grid
        for person in office.people.values()
        if person.home == unit
        for post in person.posts_on(day)
    }
    above = {each for grid in posts for each in office.line_of(grid)}
    return {g for g in grids if g in above or not posts.isdisjoint(office.line_of(g))}
