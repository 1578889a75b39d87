"""Watched places in a plan: those to be looked at every day, in the grids of the person's posts."""

from collections.abc import Iterable, Iterator

from gridctl.domain.day.plan import Item, Morning, Part
from gridctl.domain.event import Event
from gridctl.domain.grids import Grid
from gridctl.domain.journal.work import Patrolled
from gridctl.words import say


def watched(morning: Morning, entries: Iterable[Event]) -> Iterator[Part]:
    """The watched places of every grid at or below a post, while the grid stands, without those that
    the person's own journal, by its `entries`, says were seen today. None on a day off.
    """
    patrols = (each for each in entries if isinstance(each, Patrolled))
    seen = {place for each in patrols if each.at.date() == morning.day for place in each.places}
    items = (
        Item(
            say("{place}, in {grid}", place=place.name, grid=grid.name),
            {"place": place.id, "name": place.name, "grid": grid.id},
        )
        for grid in (_grids(morning) if morning.calendar.is_workday(morning.day) else ())
        for place in grid.places
        if place.watch and place.id not in seen
    )
    yield Part("watch", tuple(items))


def _grids(morning: Morning) -> Iterator[Grid]:
    posts = {post.grid for post in morning.person.posts_on(morning.day)}
    for grid in morning.office.grids.values():
        if grid.stands_on(morning.day) and posts.intersection(morning.office.line_of(grid.id)):
            yield grid
