"""Memory: what each commit recorded, by meaning: events of cases, entries of journals, changes of settings."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gridctl.app.case_files import is_case_path
from gridctl.app.journal_files import sound
from gridctl.app.ledger import Ledger
from gridctl.app.past import Past
from gridctl.app.settings_past import SettingsPast
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.journal.month import Key, Month, key_of_path
from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.settings_difference import Difference
from gridctl.domain.settings_files import SETTINGS
from gridctl.errors import Problem
from gridctl.git.history import Change, Edge
from gridctl.git.objects import FILE, Commit
from gridctl.store.sizes import LARGEST
from gridctl.words import say


class Grown(NamedTuple):
    """What one commit added to a case: the case before it (None: a new one), and after."""

    commit: Commit
    before: Case | None
    after: Case

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that the commit recorded."""
        return self.after.history[self.before.version if self.before else 0 :]

    @property
    def is_altered(self) -> bool:
        """Whether something else stands in the case than what was recorded before."""
        known = self.before.history if self.before else ()
        return self.after.history[: len(known)] != known


class Lines(NamedTuple):
    """Entries that a commit added to the journal of a person's month."""

    key: Key
    entries: tuple[Event, ...]


@dataclass(frozen=True)
class Recorded:
    """What one commit recorded. `unread` names the files of the ledger that did not simply grow:
    they cannot be read, or what stood in them is another or gone.
    """

    commit: Commit
    cases: tuple[Grown, ...] = ()
    journals: tuple[Lines, ...] = ()
    settings: tuple[Difference, ...] = ()
    unread: tuple[Problem, ...] = ()

    @property
    def is_merge(self) -> bool:
        """Whether it only brings together what others recorded."""
        return len(self.commit.parents) > 1

    @property
    def is_empty(self) -> bool:
        """Whether it has nothing of the ledger."""
        return not (self.cases or self.journals or self.settings or self.unread)

    @property
    def is_mending(self) -> bool:
        """Whether it brought broken files back to a sound state."""
        return "Step: mended" in self.commit.message.split("\n")

    @property
    def fixed_clock(self) -> bool:
        """Whether the time of recording was given, not read from a clock."""
        return "Clock: fixed" in self.commit.message.split("\n")


class Memory:
    """The past of one ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.cases = Past(ledger.objects)
        self.settings = SettingsPast(ledger.objects, ledger.repository.prefix)

    def recorded(
        self, edges: Iterable[Edge], *, wanted: Callable[[str], bool] = lambda _path: True
    ) -> Iterator[Recorded]:
        """What the commits recorded, in the order of the edges; a merge records nothing.

        Case files that are not `wanted` by their path are not read.
        """
        for edge in edges:
            if len(edge.commit.parents) < 2:
                yield self._of(edge, wanted)
            elif edge.parent == edge.commit.parents[0]:
                yield Recorded(edge.commit)

    def _of(self, edge: Edge, wanted: Callable[[str], bool]) -> Recorded:
        cases: list[Grown] = []
        journals: list[Lines] = []
        unread: list[Problem] = []
        for change in edge.changes:
            found: Grown | Lines | Problem | None = None
            if is_case_path(change.path):
                if not wanted(change.path):
                    continue
                found = self.grown(edge.commit, change)
            elif key_of_path(change.path):
                found = self.lines(change)
            if isinstance(found, Problem):
                unread.append(found)
            elif isinstance(found, Grown):
                cases.append(found)
            elif found:
                journals.append(found)
        told = tuple(self._settings(edge))
        return Recorded(edge.commit, tuple(cases), tuple(journals), told, tuple(unread))

    def states(self, commit: Commit, change: Change) -> Grown | Problem:
        """A case before and after, whether it only grew or not, or why it cannot be read."""
        path, old, new = change
        if new is None:
            return _gone(path)
        if new[0] != FILE:
            return Problem(path, 0, "F09", say("Not a plain file."))
        before = self.cases.case(path, old[1]) if old else None
        after = self.cases.case(path, new[1], former=old[1] if old else None)
        for each in (after, before):
            if isinstance(each, Problem):
                return each
        assert isinstance(after, Case)
        assert before is None or isinstance(before, Case)
        return Grown(commit, before, after)

    def grown(self, commit: Commit, change: Change) -> Grown | Problem:
        """What a case gained, or why that cannot be said."""
        found = self.states(commit, change)
        if isinstance(found, Grown) and found.is_altered:
            return altered(change.path)
        return found

    def lines(self, change: Change) -> Lines | Problem:
        """What a journal gained, or why that cannot be said."""
        path, old, new = change
        key = key_of_path(path)
        assert key
        if new is None:
            return _gone(path)
        before, after = (self._month(key, each[1] if each else None) for each in (old, new))
        for each in (after, before):
            if isinstance(each, Problem):
                return each
        assert isinstance(after, Month)
        assert isinstance(before, Month)
        known = len(before.entries)
        if after.entries[:known] != before.entries:
            return altered(path)
        return Lines(key, after.entries[known:])

    def _month(self, key: Key, blob: str | None) -> Month | Problem:
        if blob is None:
            return Month(*key)
        return sound(key.path, self._ledger.objects.blob(blob, limit=LARGEST))

    def _settings(self, edge: Edge) -> Iterator[Difference]:
        if any(change.path in SETTINGS for change in edge.changes):
            parent = self.commit(edge.parent)
            before, after = self.settings.blobs(parent), self.settings.blobs(edge.commit)
            yield from self.settings.differences(before, after)

    def commit(self, id_: str | None) -> Commit | None:
        """The commit of an id; None where there is none, or a shallow clone lacks it."""
        return self._ledger.objects.commit(id_) if id_ else None

    def office(self, commit: Commit) -> Office | None:
        """Who was who when it was recorded: as its parent has it, at the beginning as it says itself."""
        parent = self.commit(commit.parents[0]) if commit.parents else None
        return self.settings.office(parent) or self.settings.office(commit)

    def author(self, commit: Commit) -> Person | None:
        """Who recorded it, as a member of staff by the address of that day."""
        office = self.office(commit)
        return office.person_by_email(commit.author.email) if office else None


def _gone(path: str) -> Problem:
    return Problem(path, 0, "C06", say("What was recorded is gone."))


def altered(path: str) -> Problem:
    """The problem of a file in which something else stands than was recorded."""
    return Problem(path, 0, "C06", say("What was recorded before was altered."))
