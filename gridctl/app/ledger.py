"""Ledger: the recorded state at one commit, and the one place through which it is read.

Lists need little of what the settings hold, so what is heavy is imported where it is used.
"""

from datetime import datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING, Self

from gridctl.app import outside
from gridctl.app.case_files import CaseFiles
from gridctl.app.own_names import twin_of
from gridctl.domain.moments import zone
from gridctl.domain.names import Names
from gridctl.domain.settings_files import REQUIRED, SETTINGS
from gridctl.errors import Broken, NotFound, StoreFailed
from gridctl.git.objects import FOLDER, LINK, Commit, Entry, Objects
from gridctl.git.repository import Repository
from gridctl.index.facts_cache import FactsCache
from gridctl.store import work_file
from gridctl.store.sizes import LARGEST_SETTINGS
from gridctl.words import say

if TYPE_CHECKING:
    from gridctl.app.journal_files import JournalFiles
    from gridctl.domain.calendar import Calendar
    from gridctl.domain.catalogue import Catalogue
    from gridctl.domain.office import Office
    from gridctl.domain.scoring import Scoring


class Ledger:
    """A ledger as of one commit. Close it, or use it in a `with`."""

    def __init__(
        self,
        root: str,
        repository: Repository,
        *,
        as_of: str | None = None,
        objects: Objects | None = None,
    ) -> None:
        self.root = root
        self.repository = repository
        self.objects = objects or Objects(repository)
        self.as_of = as_of
        commit = self.objects.commit(as_of or "HEAD")
        if commit is None:
            self.close()
            raise _no_commit(as_of)
        self.commit: Commit = commit

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let git go."""
        self.objects.close()

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        """What lies in the ledger's folder, by name."""
        tree = self.commit.tree
        prefix = self.repository.prefix.strip("/")
        if prefix:
            entry = self.objects.find(tree, prefix)
            if entry is None or entry.mode != FOLDER:
                raise _no_commit(self.as_of)
            tree = entry.id
        return {entry.name: entry for entry in self.objects.entries(tree)}

    def tracked_outside(self) -> tuple[str, ...]:
        """Folders that must stay outside git, and are recorded all the same."""
        return tuple(name for name in outside.FOLDERS if name in self._entries)

    def twins(self) -> dict[str, str]:
        """What differs from an own name of the ledger in capitals alone, with that name."""
        found = ((name, twin_of(name)) for name in self._entries)
        return {name: own for name, own in found if own}

    def under(self, settings: dict[str, bytes | None]) -> "Ledger":
        """The same cases under other settings, as they will be once these are recorded."""
        from copy import copy

        other = copy(self)
        for name in ("office", "catalogue", "calendar", "scoring", "zone"):
            other.__dict__.pop(name, None)
        other.settings = settings
        other.names = other.office.names
        return other

    @cached_property
    def settings(self) -> dict[str, bytes | None]:
        """The recorded bytes of the settings files that there are; None for a link or a large one."""
        found = {name: self._entries[name] for name in SETTINGS if name in self._entries}
        return {name: self._plain(entry) for name, entry in found.items()}

    def _plain(self, entry: Entry) -> bytes | None:
        if entry.mode in (LINK, FOLDER):
            return None
        return self.objects.blob(entry.id, limit=LARGEST_SETTINGS)

    @cached_property
    def office(self) -> "Office":
        """Grids, units and people; raises Broken with every problem of their files."""
        from gridctl.store import settings_file

        return settings_file.read(self.settings)

    @cached_property
    def names(self) -> Names:
        """Names of grids and units, from the cache where the settings were read before."""
        key = " ".join(self._entries[name].id for name in REQUIRED if name in self._entries)
        known = self._cache.names(key)
        if known is None:
            known = self.office.names
            self._cache.keep_names(key, known)
        return known

    @cached_property
    def catalogue(self) -> "Catalogue":
        """The categories."""
        from gridctl.store import settings_file

        return settings_file.catalogue(self.settings, self.office)

    @cached_property
    def calendar(self) -> "Calendar":
        """The working days."""
        from gridctl.store import settings_file

        return settings_file.calendar(self.settings)

    @cached_property
    def scoring(self) -> "Scoring":
        """The method of appraisal."""
        from gridctl.store import settings_file

        return settings_file.scoring(self.settings, self.office)

    @cached_property
    def zone(self) -> tzinfo:
        """The ledger's time zone."""
        try:
            return zone(self.names.timezone)
        except KeyError as error:
            raise Broken(
                say("There is no time zone “{zone}”.", zone=self.names.timezone),
                hint=say("Mend ledger: timezone: in grids.yaml, for example Asia/Shanghai."),
            ) from error

    def local(self, moment: datetime) -> datetime:
        """A moment in the ledger's zone."""
        return moment.astimezone(self.zone)

    def unrecorded(self) -> tuple[str, ...]:
        """Settings files whose work copy differs from the recorded one."""
        return tuple(name for name in SETTINGS if self._differs(name))

    def _differs(self, name: str) -> bool:
        """Whether the work copy is another; a link or a folder in its place is."""
        try:
            return work_file.read(self.root, name) != self.settings.get(name)
        except StoreFailed:
            return True

    @cached_property
    def cases(self) -> CaseFiles:
        """The cases."""
        cases = self._entries.get("cases")
        return CaseFiles(self.objects, cases, self._cache, newest=not self.as_of)

    @cached_property
    def journal(self) -> "JournalFiles":
        """The journals."""
        from gridctl.app.journal_files import JournalFiles

        return JournalFiles(self.objects, self._entries.get("journal"))

    @cached_property
    def _cache(self) -> FactsCache:
        return FactsCache(self.repository.common_dir)


def _no_commit(as_of: str | None) -> NotFound | StoreFailed:
    if as_of:
        return NotFound(
            say("There is no recorded state “{as_of}”.", as_of=as_of),
            say("Give a revision such as HEAD~1, or a date such as 2026-11-24."),
        )
    return StoreFailed(
        say("Nothing is recorded in this ledger yet."), say("Record its settings: gridctl init .")
    )
