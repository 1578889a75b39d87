"""Ledger: the recorded state at one commit, and the one place through which it is read.

Lists need little of what a case or the settings hold, so what is heavy is imported where it is used.
"""

import os
import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING, Self

from gridctl.domain.facts import Facts
from gridctl.domain.identifiers import as_meant, case_path, is_case_id
from gridctl.domain.moments import zone
from gridctl.domain.names import Names
from gridctl.errors import Broken, NotFound, Problem, StoreFailed
from gridctl.git.objects import FOLDER, LINK, Commit, Entry, Objects
from gridctl.git.repository import Repository
from gridctl.index.facts_cache import FactsCache
from gridctl.store import work_file
from gridctl.store.sizes import LARGEST, LARGEST_SETTINGS
from gridctl.words import listed, say

if TYPE_CHECKING:
    from gridctl.domain.calendar import Calendar
    from gridctl.domain.case import Case
    from gridctl.domain.catalogue import Catalogue
    from gridctl.domain.office import Office

SETTINGS = ("grids.yaml", "staff.yaml")
_FILE = "100644"
_NUMBER = re.compile(rb"^number: (.*)$", re.MULTILINE)


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

    # The settings

    @cached_property
    def settings(self) -> dict[str, bytes]:
        """The recorded bytes of the settings files that there are."""
        found = {name: self._entries[name] for name in SETTINGS if name in self._entries}
        plain = {name: e.id for name, e in found.items() if e.mode not in (LINK, FOLDER)}
        read = {n: self.objects.blob(id_, limit=LARGEST_SETTINGS) for n, id_ in plain.items()}
        return {name: data for name, data in read.items() if data is not None}

    @cached_property
    def office(self) -> "Office":
        """Grids, units and people; raises Broken with every problem of their files."""
        from gridctl.store import settings_file

        return settings_file.read(self.settings)

    @cached_property
    def names(self) -> Names:
        """Names of grids and units, from the cache where the settings were read before."""
        key = " ".join(self._entries[name].id for name in SETTINGS if name in self._entries)
        known = self._cache.names(key)
        if known is None:
            known = self.office.names
            self._cache.keep_names(key, known)
        return known

    @cached_property
    def catalogue(self) -> "Catalogue":
        """The categories."""
        from gridctl.store.catalogue_file import built_in

        return built_in()

    @cached_property
    def calendar(self) -> "Calendar":
        """The working days."""
        from gridctl.store.holidays import built_in

        return built_in()

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
        return tuple(
            name for name in SETTINGS if work_file.read(self.root, name) != self.settings.get(name)
        )

    # The cases

    @cached_property
    def blobs(self) -> dict[str, str]:
        """Blob id of every case by case id, in the order of their paths."""
        return {
            os.path.basename(path)[:-5]: entry.id
            for path, entry in self._walked
            if entry.mode == _FILE and is_case_path(path)
        }

    def case_entries(self) -> Iterator[tuple[str, str]]:
        """Path and blob id of everything under cases/."""
        return ((path, entry.id) for path, entry in self._walked)

    def strays(self) -> Iterator[Problem]:
        """What lies under cases/ and is no case file."""
        for path, entry in self._walked:
            if entry.mode != _FILE:
                yield Problem(path, 0, "F09", say("Not a plain file."))
            elif not is_case_path(path):
                yield Problem(
                    path, 0, "F08", say("No case file belongs here; its path follows from its id.")
                )

    @cached_property
    def _walked(self) -> tuple[tuple[str, Entry], ...]:
        root = self._entries.get("cases")
        if root is None:
            return ()
        if root.mode != FOLDER:
            return (("cases", root),)
        return tuple(self.objects.walk(root.id, "cases/"))

    def id_of(self, word: str) -> str:
        """The case id that `word` is, or ends; NotFound where it is none or several."""
        wanted = as_meant(word)
        if wanted in self.blobs:
            return wanted
        found = [each for each in self.blobs if each.endswith(wanted)] if wanted else []
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(
                say("Several cases end in “{word}”: {ids}", word=word, ids=listed(found)),
                say("Give more of the id."),
            )
        raise self._no_case(word, wanted)

    def _no_case(self, word: str, wanted: str) -> NotFound:
        from gridctl.domain.naming import closest, meant

        endings = {each.rpartition("-")[2]: each for each in self.blobs}
        near = closest(wanted.rpartition("-")[2], endings)
        return NotFound(
            say("There is no case “{word}”.", word=word),
            meant(near, [endings[ending] for ending in near], "gridctl list"),
        )

    def case_bytes(self, case_id: str) -> bytes | None:
        """The recorded bytes of a case; None where they are more than a case file may have."""
        return self.objects.blob(self.blobs[case_id], limit=LARGEST)

    def case(self, case_id: str) -> "Case":
        """The case by its whole id; raises Broken where its file is not sound."""
        found = _sound(case_id, self.case_bytes(case_id))
        if isinstance(found, Problem):
            raise Broken(
                say("The file of {case} is broken.", case=case_id),
                [found],
                say(
                    "What was recorded before is safe in git: git log -p -- {path}", path=found.path
                ),
            )
        return found

    def cases(self) -> "Iterator[Case | Problem]":
        """Every case in the order of their paths; in place of a broken one, its Problem."""
        return self._read(self.blobs)

    def facts(self) -> list[Facts | Problem]:
        """The facts of every case, from the cache where its content was read before."""
        known = self._cache.read(self.blobs.values())
        fresh = {case_id: blob for case_id, blob in self.blobs.items() if blob not in known}
        drawn = dict(zip(fresh, self._drawn(fresh), strict=True)) if fresh else {}
        kept = {fresh[c]: facts for c, facts in drawn.items() if isinstance(facts, Facts)}
        if kept:
            self._cache.keep(kept)
        return [known.get(blob) or drawn[case_id] for case_id, blob in self.blobs.items()]

    def _drawn(self, ids: dict[str, str]) -> Iterator[Facts | Problem]:
        from gridctl.domain.facts_of_case import facts_of

        return (c if isinstance(c, Problem) else facts_of(c) for c in self._read(ids))

    def _read(self, ids: dict[str, str]) -> "Iterator[Case | Problem]":
        contents = self.objects.blobs(list(ids.values()), limit=LARGEST)
        return (_sound(id_, data) for id_, (_blob, data) in zip(ids, contents, strict=True))

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of every numbered case by id, glimpsed from the heads alone."""
        contents = self.objects.blobs(list(self.blobs.values()), limit=LARGEST)
        heads = ((data or b"").partition(b"\nhistory:")[0] for _blob, data in contents)
        found = ((each, _NUMBER.search(head)) for each, head in zip(self.blobs, heads, strict=True))
        return {case_id: match[1].decode().strip("'") for case_id, match in found if match}

    @cached_property
    def _cache(self) -> FactsCache:
        return FactsCache(self.repository.common_dir)


def _sound(case_id: str, data: bytes | None) -> "Case | Problem":
    from gridctl.store import case_file
    from gridctl.store.yaml_text import Unreadable

    path = case_path(case_id)
    if data is None:
        return Problem(path, 0, "F02", say("The file has more than {limit} bytes.", limit=LARGEST))
    try:
        return case_file.read(path, data)
    except Unreadable as error:
        return error.problem


def is_case_path(path: str) -> bool:
    """Whether a ledger-relative path is the one of the case it names."""
    name = os.path.basename(path)
    return name.endswith(".yaml") and is_case_id(name[:-5]) and case_path(name[:-5]) == path


def _no_commit(as_of: str | None) -> NotFound | StoreFailed:
    if as_of:
        return NotFound(
            say("There is no recorded state “{as_of}”.", as_of=as_of),
            say("Give a revision such as HEAD~1, or a date such as 2026-11-24."),
        )
    return StoreFailed(
        say("Nothing is recorded in this ledger yet."), say("Record its settings: gridctl init .")
    )
