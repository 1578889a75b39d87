"""Shortfall: one thing that a grid lacks on a day, by the rule that says so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from gridctl.domain.grids import Grid
from gridctl.domain.office import Office
from gridctl.words import Message

# Where a rule only reminds; the others name what has to be mended.
REMINDERS = frozenset({"deputy", "room", "department", "volunteer"})

COURTYARD = 4


@dataclass(frozen=True)
class Shortfall:
    """`rule` is a key of answering_terms.GRID_RULES. `grid` is None where no grid lacks it, as for a
    department; `subject` is the id of that department or of the person it is about.
    """

    grid: str | None
    rule: str
    message: Message
    subject: str | None = None

    @property
    def is_reminder(self) -> bool:
        """Whether it only reminds."""
        return self.rule in REMINDERS


Check = Callable[[Office, date], Iterator[Shortfall]]


def standing(office: Office, day: date, *levels: int) -> Iterator[Grid]:
    """The grids that are there on the day, of these levels or all."""
    return (
        grid
        for grid in office.grids.values()
        if grid.stands_on(day) and (not levels or grid.level in levels)
    )


def below(office: Office, grid: Grid, day: date) -> tuple[Grid, ...]:
    """The grids right below it that are there on the day."""
    return tuple(child for child in office.children(grid.id) if child.stands_on(day))


def leaves(office: Office, day: date) -> Iterator[Grid]:
    """The lowest grids with fixed people: of level 3, or above it where nothing lies below.

    Level 4 are the courtyards of volunteers inside a level-3 grid, and no leaves.
    """
    parents = {grid.parent for grid in standing(office, day)}
    for grid in standing(office, day, 1, 2, 3):
        if grid.level == 3 or grid.id not in parents:
            yield grid
