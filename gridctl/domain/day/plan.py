"""The plan of a day: its parts, each a list of things to do, and what they are drawn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gridctl.domain.calendar import Calendar
from gridctl.domain.facts import Facts
from gridctl.domain.filters import CURRENT
from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.urgency import state
from gridctl.words import Message


@dataclass(frozen=True)
class Item:
    """One line of the plan; `data` is what a script reads instead."""

    told: Message
    data: Mapping[str, Any]
    command: str | None = None


@dataclass(frozen=True)
class Part:
    """A part of the plan, by its key in `day_terms.DAY_PARTS`."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Morning:
    """Whose day it is, at `now`, and all cases, the most urgent first."""

    person: Person
    office: Office
    calendar: Calendar
    now: datetime
    cases: Sequence[Facts]

    @property
    def day(self) -> date:
        """The day in the ledger's zone."""
        return self.now.date()

    @property
    def own(self) -> list[Facts]:
        """Current cases in the grids of the person's posts or below, or of the person's unit.

        An enforcer answers for what the unit has, not for what others have in the same grids.
        """
        return [c for c in self.cases if state(c, self.now) in CURRENT and self._is_own(c)]

    def _is_own(self, case: Facts) -> bool:
        if any(self.office.belongs(self.person, unit, self.day) for unit in case.units):
            return True
        return bool(self.office.roles_over(self.person, case.grid, self.day) - {"enforcer"})
