"""Grid life: when a grid may end, and that nothing begins in one that has."""

from collections.abc import Iterable
from datetime import date

from gridctl.domain.facts import Facts
from gridctl.domain.grids import Grid
from gridctl.domain.office import Office
from gridctl.errors import NotFound, Refused
from gridctl.words import aside, listed, say


def check_may_end(office: Office, grid: Grid, last: date, cases: Iterable[Facts]) -> None:
    """Refuses the end of a grid with open cases, or with grids below or posts that go on after it."""
    if grid.until is not None:
        raise _ended(grid)
    held = [
        each.ending
        for each in cases
        if each.state in ("open", "suspended") and grid.id in (each.grid, each.escalated_to)
    ]
    if held:
        raise Refused(
            "S07",
            say("{grid} has open cases: {cases}", grid=_named(grid), cases=listed(held)),
            say("Close them first; see them with: gridctl list grid:{grid}", grid=grid.id),
        )
    below = [each for each in office.children(grid.id) if _goes_on(each.until, last)]
    if below:
        raise Refused(
            "S07",
            say(
                "{grid} has grids below it: {grids}",
                grid=_named(grid),
                grids=listed(map(_named, below)),
            ),
            say("Close or move them first: gridctl grid close {grid}", grid=below[0].id),
        )
    people = [
        person
        for person in office.people.values()
        if any(p.grid == grid.id and _goes_on(p.until, last) for p in person.posts)
    ]
    if people:
        raise Refused(
            "S07",
            say(
                "{grid} has people with a post: {people}",
                grid=_named(grid),
                people=listed(aside(each.name, each.id) for each in people),
            ),
            say(
                "End the posts first: gridctl staff leave {person} --grid {grid}",
                person=people[0].id,
                grid=grid.id,
            ),
        )


def without_head(office: Office, grids: Iterable[str], day: date) -> list[Grid]:
    """Those of the grids that nobody heads on a day, though they go on."""
    headed = {
        post.grid
        for person in office.people.values()
        for post in person.posts_on(day)
        if post.role in ("head", "deputy")
    }
    return [
        office.grids[grid]
        for grid in dict.fromkeys(grids)
        if grid not in headed and _goes_on(office.grids[grid].until, day)
    ]


def check_is_open(grid: Grid, day: date) -> None:
    """Refuses what begins on a day after the grid's last."""
    if grid.until is not None and grid.until < day:
        raise _ended(grid)


def check_stands(grid: Grid, day: date) -> None:
    """NotFound for a day on which the grid is not there yet, or not any more."""
    if not grid.stands_on(day):
        raise NotFound(
            say(
                "{grid} is not there on {day}; its days: {since} – {until}",
                grid=_named(grid),
                day=day,
                since=grid.since or "…",
                until=grid.until or "…",
            ),
            say("Ask about one of its days: --on DATE"),
        )


def _ended(grid: Grid) -> Refused:
    return Refused(
        "S07",
        say("{grid} ended on {until}.", grid=_named(grid), until=grid.until),
        say("Another day is set by hand in grids.yaml and recorded with: gridctl record"),
    )


def _goes_on(until: date | None, last: date) -> bool:
    return until is None or until > last


def _named(grid: Grid) -> str:
    return aside(grid.name, grid.id)
