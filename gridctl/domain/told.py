"""Told: one thing that was recorded, with the trace of its recording, as faces tell of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.journal.month import Key
from gridctl.domain.office import Office
from gridctl.domain.settings_difference import Difference
from gridctl.errors import Problem

SOON = timedelta(minutes=5)  # what is recorded within it was recorded at once


@dataclass(frozen=True)
class Trace:
    """Where it is recorded (the commit), when, and by whom: the name that git has, and the member of
    staff who had that address then.
    """

    commit: str
    at: datetime
    name: str
    staff: str | None = None
    fixed_clock: bool = False


@dataclass(frozen=True)
class Told:
    """An event of a case, an entry of a journal, changes of settings, or a file that did not simply
    grow. `trace` is None where only the case itself tells of it; `office` is that of the time.
    """

    trace: Trace | None
    office: Office | None
    case: Case | None = None
    event: Event | None = None
    key: Key | None = None
    settings: tuple[Difference, ...] = ()
    unread: Problem | None = None

    @property
    def delay(self) -> timedelta:
        """How long after it happened it was recorded; nothing where that is a few minutes."""
        gap = self.trace.at - self.event.at if self.trace and self.event else timedelta()
        return gap if abs(gap) > SOON else timedelta()
