"""Names: the little of an office that lists and filters need: grids in their lines, units, zone."""

from collections.abc import Mapping
from typing import NamedTuple

from gridctl.words import say


class GridName(NamedTuple):
    """A grid's id, name and parent."""

    id: str
    name: str
    parent: str | None


class UnitName(NamedTuple):
    """A department's id, name and aliases."""

    id: str
    name: str
    aliases: tuple[str, ...]


class Names(NamedTuple):
    """Grids and departments by id, and the ledger's time zone."""

    grids: Mapping[str, GridName]
    departments: Mapping[str, UnitName]
    timezone: str

    def line_of(self, grid: str) -> tuple[str, ...]:
        """The grid and those above it, upwards; empty for an unknown grid."""
        line: list[str] = []
        step: str | None = grid
        while step is not None and step in self.grids and step not in line:
            line.append(step)
            step = self.grids[step].parent
        return tuple(line)

    def unit_name(self, unit: str) -> str:
        """The name of a department or grid; the id itself where it is unknown."""
        known = self.departments.get(unit) or self.grids.get(unit)
        return known.name if known else unit

    def grid(self, word: str) -> str:
        """The id of a grid by id or whole name; NotFound with a suggestion."""
        from gridctl.domain.naming import one_named

        return one_named(word, self.grids, say("grid"), "gridctl grid tree").id

    def unit(self, word: str) -> str:
        """The id of a department by id, name or alias, or of a grid by id or name."""
        for department in self.departments.values():
            if word in (department.id, department.name, *department.aliases):
                return department.id
        from gridctl.domain.naming import one_named

        known: dict[str, UnitName | GridName] = {**self.departments, **self.grids}
        return one_named(word, known, say("unit"), "gridctl staff list --units").id
