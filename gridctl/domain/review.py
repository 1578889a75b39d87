"""Review: a range of the past case by case, with what needs a second look, as faces show it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from gridctl.domain.case import Case
from gridctl.domain.changes import CaseChange, End
from gridctl.domain.second_look import Look, Seen
from gridctl.domain.settings_difference import Difference
from gridctl.domain.told import Trace
from gridctl.errors import Problem


@dataclass(frozen=True)
class CaseReview:
    """A case before (None: it is new) and after, its entries in the order of recording, and what to
    look at.
    """

    before: Case | None
    after: Case
    steps: tuple[Seen, ...]
    looks: tuple[Look, ...]

    @property
    def change(self) -> CaseChange:
        """What became of it."""
        return CaseChange(self.before, self.after)


@dataclass(frozen=True)
class JournalReview:
    """New entries of a person's journals by kind; how many were late, had a fixed clock, and were
    typed by others.
    """

    kinds: Mapping[str, int]
    late: int
    fixed_clock: int
    entered: Mapping[str, int]  # by who typed


class SetBack(NamedTuple):
    """When a commit says it was recorded, and how much later the one before it was."""

    at: datetime
    by: timedelta


class Committer(NamedTuple):
    """Who recorded what another stands for: the name that git has, and the member of staff."""

    name: str
    staff: str | None


class Remark(NamedTuple):
    """A commit that is worth a look as a whole: a change of settings (`settings`), `mended`, `merge`,
    `clock_back`, `by_another` or `unread`; with what is to be said of it. `set_back`: how long before
    its parent it is dated; `committer`: who recorded it, where that is not its author.
    """

    kind: str
    trace: Trace
    difference: Difference | None = None
    problem: Problem | None = None
    set_back: SetBack | None = None
    committer: Committer | None = None


@dataclass(frozen=True)
class Review:
    """All of it. `remarks` stand in the order of recording."""

    first: End
    last: End
    commits: int
    cases: tuple[CaseReview, ...]
    journal: Mapping[str, JournalReview]
    remarks: tuple[Remark, ...]

    @property
    def looks(self) -> Iterator[Look]:
        """Everything to look at in the cases."""
        return (look for case in self.cases for look in case.looks)

    def looked(self) -> Mapping[str, int]:
        """How many things of each kind there are to look at, journals included."""
        counts = Counter(look.kind for look in self.looks)
        counts.update(remark.kind for remark in self.remarks)
        counts["late"] += sum(each.late for each in self.journal.values())
        counts["fixed_clock"] += sum(each.fixed_clock for each in self.journal.values())
        counts["entered"] += sum(self.entered_in_journals().values())
        return counts

    def entered(self) -> Mapping[str, int]:
        """How many entries each person typed for others."""
        typed = Counter(str(look.more) for look in self.looks if look.kind == "entered")
        return typed + self.entered_in_journals()

    def entered_in_journals(self) -> Counter[str]:
        """The same of journals alone."""
        typed: Counter[str] = Counter()
        for each in self.journal.values():
            typed.update(each.entered)
        return typed
