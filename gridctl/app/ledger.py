"""Ledger: the recorded state at one commit, and the one place through which it is read."""

import os
import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from functools import cached_property

from gridctl.app.place import ledger_folder
from gridctl.domain.calendar import Calendar
from gridctl.domain.case import Case
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.identifiers import as_meant, case_path, is_case_id
from gridctl.domain.moments import zone
from gridctl.domain.office import Office
from gridctl.domain.settings_checks import GRIDS, STAFF
from gridctl.errors import Broken, NotFound, Problem, StoreFailed
from gridctl.git.objects import FOLDER, LINK, Commit, Entry, Objects
from gridctl.git.repository import Repository, discover
from gridctl.store import case_file, settings_file, work_file
from gridctl.store.yaml_text import LARGEST, LARGEST_SETTINGS, Unreadable
from gridctl.words import listed, say

SETTINGS = (GRIDS, STAFF)
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

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let git go."""
        self.objects.close()

    @cached_property
    def _tree(self) -> str:
        """The tree of the ledger's folder."""
        prefix = self.repository.prefix.strip("/")
        if not prefix:
            return self.commit.tree
        entry = self.objects.find(self.commit.tree, prefix)
        if entry is None:
            raise _no_commit(self.as_of)
        return entry.id

    def file(self, path: str) -> bytes | None:
        """The recorded bytes of a ledger-relative path; None where it is no plain file."""
        entry = self.objects.find(self._tree, path)
        if entry is None or entry.mode in (LINK, FOLDER):
            return None
        return self.objects.blob(entry.id, limit=LARGEST_SETTINGS)

    @cached_property
    def settings(self) -> dict[str, bytes]:
        """The recorded bytes of the settings files that there are."""
        found = {name: self.file(name) for name in SETTINGS}
        return {name: data for name, data in found.items() if data is not None}

    @cached_property
    def office(self) -> Office:
        """Grids, units and people; raises Broken with every problem of their files."""
        return settings_file.read(self.settings)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The categories."""
        return built_in_catalogue()

    @cached_property
    def calendar(self) -> Calendar:
        """The working days."""
        from gridctl.store.holidays import built_in

        return built_in()

    @cached_property
    def zone(self) -> tzinfo:
        """The ledger's time zone."""
        return zone(self.office.settings.timezone)

    def local(self, moment: datetime) -> datetime:
        """A moment in the ledger's zone."""
        return moment.astimezone(self.zone)

    def unrecorded(self) -> tuple[str, ...]:
        """Settings files whose work copy differs from the recorded one."""
        return tuple(
            name for name in SETTINGS if work_file.read(self.root, name) != self.settings.get(name)
        )

    @cached_property
    def blobs(self) -> dict[str, str]:
        """Blob id of every case by case id, in the order of their paths."""
        return {
            os.path.basename(path)[:-5]: entry.id
            for path, entry in self._walk()
            if entry.mode == _FILE and is_case_path(path)
        }

    def case_entries(self) -> Iterator[tuple[str, str]]:
        """Path and blob id of everything under cases/."""
        return ((path, entry.id) for path, entry in self._walk())

    def strays(self) -> Iterator[Problem]:
        """What lies under cases/ and is no case file."""
        for path, entry in self._walk():
            if entry.mode != _FILE:
                yield Problem(path, 0, "F09", say("Not a plain file."))
            elif not is_case_path(path):
                yield Problem(
                    path, 0, "F08", say("No case file belongs here; its path follows from its id.")
                )

    def _walk(self) -> Iterator[tuple[str, Entry]]:
        root = self.objects.find(self._tree, "cases")
        if root is None:
            return iter(())
        if root.mode != FOLDER:
            return iter([("cases", root)])
        return self.objects.walk(root.id, "cases/")

    def id_of(self, word: str) -> str:
        """The case id that `word` is, or ends; NotFound where it is none or several."""
        meant = as_meant(word)
        if meant in self.blobs:
            return meant
        found = [each for each in self.blobs if each.endswith(meant)] if meant else []
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(
                say("Several cases end in “{word}”: {ids}", word=word, ids=listed(found)),
                say("Give more of the id."),
            )
        raise self._no_case(word, meant)

    def _no_case(self, word: str, meant: str) -> NotFound:
        from gridctl.domain.naming import closest, meant as hint

        endings = {each.rpartition("-")[2]: each for each in self.blobs}
        near = closest(meant.rpartition("-")[2], endings)
        return NotFound(
            say("There is no case “{word}”.", word=word),
            hint(near, [endings[ending] for ending in near], "gridctl list"),
        )

    def case_bytes(self, case_id: str) -> bytes | None:
        """The recorded bytes of a case; None where they are more than a case file may have."""
        return self.objects.blob(self.blobs[case_id], limit=LARGEST)

    def case(self, case_id: str) -> Case:
        """The case by its whole id; raises Broken where its file is not sound."""
        try:
            return _sound(case_id, self.case_bytes(case_id))
        except Unreadable as error:
            raise Broken(
                say("The file of {case} is broken.", case=case_id),
                [error.problem],
                say(
                    "What was recorded before is safe in git: git log -p -- {path}",
                    path=error.problem.path,
                ),
            ) from error

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of every numbered case by id, glimpsed from the heads alone."""
        contents = self.objects.blobs(list(self.blobs.values()), limit=LARGEST)
        heads = ((data or b"").partition(b"\nhistory:")[0] for _blob, data in contents)
        found = ((each, _NUMBER.search(head)) for each, head in zip(self.blobs, heads, strict=True))
        return {case_id: match[1].decode().strip("'") for case_id, match in found if match}

    def cases(self) -> Iterator[Case | Problem]:
        """Every case in the order of their paths; in place of a broken one, its Problem."""
        contents = self.objects.blobs(list(self.blobs.values()), limit=LARGEST)
        for case_id, (_blob, data) in zip(self.blobs, contents, strict=True):
            try:
                yield _sound(case_id, data)
            except Unreadable as error:
                yield error.problem


def _sound(case_id: str, data: bytes | None) -> Case:
    path = case_path(case_id)
    if data is None:
        message = say("The file has more than {limit} bytes.", limit=LARGEST)
        raise Unreadable(Problem(path, 0, "F02", message))
    return case_file.read(path, data)


def is_case_path(path: str) -> bool:
    """Whether a ledger-relative path is the one of the case it names."""
    name = os.path.basename(path)
    return name.endswith(".yaml") and is_case_id(name[:-5]) and case_path(name[:-5]) == path


def place_of(folder: str) -> tuple[str, Repository]:
    """The ledger that `folder` lies in, and its repository; raises NotFound where there is none."""
    root = ledger_folder(folder)
    if root is None:
        raise NotFound(
            say(
                "There is no ledger here: no grids.yaml beside a staff.yaml, in this folder or above."
            ),
            say("Go to the ledger's folder, name it with -C DIR, or make one: gridctl init DIR"),
        )
    repository = discover(root)
    if repository is None:
        raise StoreFailed(
            say("{root} is not under git yet, so nothing is recorded.", root=root),
            say("Make it a ledger: gridctl init {root}", root=root),
        )
    return root, repository


def open_ledger(folder: str, *, as_of: str | None = None) -> Ledger:
    """The ledger that `folder` lies in, as of HEAD, a revision, or the end of a day."""
    root, repository = place_of(folder)
    return Ledger(root, repository, as_of=_revision(repository, as_of) if as_of else None)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _revision(repository: Repository, as_of: str) -> str:
    """A revision as it is; for a day, the last commit of that day or before."""
    if not _DAY.fullmatch(as_of):
        return as_of
    words = ("rev-list", "-1", "--first-parent", f"--before={as_of}T23:59:59", "HEAD")
    return repository.git(*words).decode().strip() or as_of


def _no_commit(as_of: str | None) -> NotFound | StoreFailed:
    if as_of:
        return NotFound(
            say("There is no recorded state “{as_of}”.", as_of=as_of),
            say("Give a revision such as HEAD~1, or a date such as 2026-11-24."),
        )
    return StoreFailed(
        say("Nothing is recorded in this ledger yet."), say("Record its settings: gridctl init .")
    )


def built_in_catalogue() -> Catalogue:
    """The categories that come with gridctl; no ledger is needed for them."""
    from gridctl.store.catalogue_file import built_in

    return built_in()
