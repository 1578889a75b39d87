"""Changes: what became of a case, and what was recorded in all, between two states of the ledger."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.settings_difference import Difference
from gridctl.errors import Problem


class DueMoved(NamedTuple):
    """A deadline that was moved on, or back, by an event."""

    by: timedelta
    event: Event


@dataclass(frozen=True)
class CaseChange:
    """A case before (None: it is new) and after."""

    before: Case | None
    after: Case

    @property
    def events(self) -> tuple[Event, ...]:
        """What was recorded meanwhile."""
        return self.after.history[self.before.version if self.before else 0 :]

    @property
    def kind(self) -> str:
        """`new`, `closed`, or `moved`; what is new and closed already is closed."""
        ended = self.after.state in ("closed", "void")
        if ended and (self.before is None or self.before.state != self.after.state):
            return "closed"
        return "moved" if self.before else "new"

    def due_moves(self) -> Iterator[DueMoved]:
        """Every deadline that took the place of another."""
        known: datetime | None = self.before.due if self.before else None
        for event in self.events:
            due = getattr(event, "due", None)
            if isinstance(due, datetime):
                if known and due != known:
                    yield DueMoved(due - known, event)
                known = due


class End(NamedTuple):
    """A state: the commit and when it was recorded; of nothing both are None."""

    commit: str | None
    at: datetime | None


@dataclass(frozen=True)
class Changes:
    """All that differs between two states. `journal` counts new entries by person and kind."""

    first: End
    last: End
    cases: tuple[CaseChange, ...]
    journal: Mapping[str, Mapping[str, int]]
    settings: tuple[Difference, ...]
    unread: tuple[Problem, ...]

    def of_kind(self, kind: str) -> int:
        """How many cases are `new`, `moved` or `closed`."""
        return sum(each.kind == kind for each in self.cases)
