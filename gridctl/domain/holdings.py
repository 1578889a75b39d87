"""Holdings: who holds what over a category, powers of departments and duties of offices side by side."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gridctl.domain.grids import Action, Grid
from gridctl.domain.people import Department


class Holding(NamedTuple):
    """One line of the matrix. `unit` is a department with a power, or a level-1 grid with a duty;
    `category` is as written, so a class or one category; `level` is the grid level of a duty.
    """

    unit: str
    category: str
    action: Action
    lead: bool = False
    basis: str | None = None
    level: int | None = None
    duty: bool = False

    def covers(self, code: str) -> bool:
        """Whether it holds for a category, or for all of a class."""
        return code.startswith(self.category)

    @property
    def rule(self) -> str:
        """Short for it, as an order records it: `E0304 enforce`."""
        return f"{self.category} {self.action}"


def all_holdings(departments: Iterable[Department], grids: Iterable[Grid]) -> tuple[Holding, ...]:
    """Every power and every duty, in the order of the files."""
    powers = (
        Holding(d.id, p.category, p.action, p.lead, (p.basis or "").strip() or None)
        for d in departments
        for p in d.powers
    )
    duties = (
        Holding(grid.id, duty.category, duty.action, level=duty.level, duty=True)
        for grid in grids
        for duty in grid.duties
    )
    return (*powers, *duties)


def over(held: Iterable[Holding], code: str) -> tuple[Holding, ...]:
    """What holds for a category, leads first.

    Within one unit and action the narrowest line counts and takes the place of its wider ones, so a
    unit can give up for E0406 what it has for E04. Between units nothing gives way: whoever holds
    the class and whoever holds the category hold it both, which is what an overlap is.
    """
    narrowest: dict[tuple[str, str], Holding] = {}
    for each in held:
        if each.covers(code):
            key = (each.unit, each.action)
            known = narrowest.get(key)
            if known is None or len(known.category) < len(each.category):
                narrowest[key] = each
    return tuple(sorted(narrowest.values(), key=lambda each: (each.duty, not each.lead)))


def within(held: Iterable[Holding], prefix: str) -> Iterator[Holding]:
    """What stands in a class, or above it and so over it."""
    return (h for h in held if h.category.startswith(prefix) or h.covers(prefix))
