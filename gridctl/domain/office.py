"""Office: grids, units and people looked up together, always as of a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from gridctl.domain.grids import Grid, GridsFile, Settings
from gridctl.domain.holdings import Holding, all_holdings
from gridctl.domain.names import GridName, Names, UnitName
from gridctl.domain.naming import one_named
from gridctl.domain.office_hours import Hours, parse_hours
from gridctl.domain.people import Department, Person, Post, StaffFile
from gridctl.words import say


@dataclass(frozen=True)
class Office:
    """The settings of a ledger at one commit."""

    grids_file: GridsFile
    staff_file: StaffFile

    @property
    def settings(self) -> Settings:
        """What holds for the whole ledger."""
        return self.grids_file.ledger

    @cached_property
    def hours(self) -> Hours:
        """The office hours; raises Usage where they are not well formed."""
        seasons = [
            {"since": each.since, "until": each.until, "hours": list(each.hours)}
            for each in self.settings.seasons
        ]
        return parse_hours(list(self.settings.working_hours), seasons)

    @cached_property
    def grids(self) -> dict[str, Grid]:
        """Every grid by id, in the file's order."""
        return {grid.id: grid for grid in self.grids_file.grids}

    @cached_property
    def departments(self) -> dict[str, Department]:
        """Every department by id."""
        return {department.id: department for department in self.staff_file.departments}

    @cached_property
    def people(self) -> dict[str, Person]:
        """Every person by id, those who left included."""
        return {person.id: person for person in self.staff_file.staff}

    @cached_property
    def posts(self) -> dict[str, tuple[tuple[Person, Post], ...]]:
        """Every post with its person by grid, past and future ones included."""
        found: dict[str, list[tuple[Person, Post]]] = {}
        for person in self.staff_file.staff:
            for post in person.posts:
                found.setdefault(post.grid, []).append((person, post))
        return {grid: tuple(held) for grid, held in found.items()}

    @cached_property
    def holdings(self) -> tuple[Holding, ...]:
        """Every power of a department and every duty of an office."""
        return all_holdings(self.staff_file.departments, self.grids_file.grids)

    @cached_property
    def names(self) -> Names:
        """The little that lists and filters need."""
        departments = self.staff_file.departments
        return Names(
            {grid.id: GridName(grid.id, grid.name, grid.parent) for grid in self.grids_file.grids},
            {each.id: UnitName(each.id, each.name, each.aliases) for each in departments},
            self.settings.timezone,
        )

    def with_people(self, people: Iterable[Person]) -> "Office":
        """The same office with other people."""
        return replace(self, staff_file=replace(self.staff_file, staff=tuple(people)))

    def line_of(self, grid: str) -> tuple[str, ...]:
        """The grid and those above it, upwards; empty for an unknown grid."""
        return self.names.line_of(grid)

    def top_of(self, grid: str) -> Grid:
        """The level-1 grid, the office, that a grid belongs to."""
        return self.grids[self.line_of(grid)[-1]]

    def children(self, grid: str | None) -> Iterator[Grid]:
        """The grids right below `grid`; below None the offices."""
        return (each for each in self.grids.values() if each.parent == grid)

    def person_by_email(self, email: str) -> Person | None:
        """The member of staff with that address, in any letter case; an empty one is nobody's."""
        return self._by_email.get(email.casefold())

    @cached_property
    def _by_email(self) -> dict[str, Person]:
        """Who has an address; of two with the same the first."""
        known = reversed([p for p in self.people.values() if p.email])
        return {(person.email or "").casefold(): person for person in known}

    def roles_over(self, person: Person, grid: str, day: date) -> frozenset[str]:
        """The roles that the person holds on `day` in `grid` or in a grid above it."""
        line = self.line_of(grid)
        return frozenset(post.role for post in person.posts_on(day) if post.grid in line)

    def belongs(self, person: Person, unit: str, day: date) -> bool:
        """Whether the person is of the unit: it is the home, or a grid headed on `day`."""
        heads = any(p.grid == unit and p.role in ("head", "deputy") for p in person.posts_on(day))
        return person.home == unit or heads

    def unit_name(self, unit: str) -> str:
        """The name of a department or grid; the id itself where it is unknown."""
        return self.names.unit_name(unit)

    def person_name(self, person: str) -> str:
        """The name of a person or unit; the id itself where it is unknown."""
        return self.people[person].name if person in self.people else self.unit_name(person)

    def grid(self, word: str) -> Grid:
        """The grid by id or whole name; NotFound with a suggestion."""
        return self.grids[self.names.grid(word)]

    def unit(self, word: str) -> str:
        """The id of a department by id, name or alias, or of a grid by id or name."""
        return self.names.unit(word)

    def person(self, word: str) -> Person:
        """The person by id or whole name; NotFound with a suggestion."""
        return one_named(word, self.people, say("person"), "gridctl staff list")
