"""Journal files: the journals of a recorded state, one by one or those of some months."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from gridctl.domain.journal.month import Key, key_of_path
from gridctl.errors import Broken, Problem
from gridctl.git.objects import FILE, FOLDER, Entry, Objects
from gridctl.store.sizes import LARGEST
from gridctl.words import say

if TYPE_CHECKING:
    from gridctl.domain.journal.month import Month
    from gridctl.domain.periods import Period


class JournalFiles:
    """What lies under journal/ in one tree; `root` is its entry, None where there is none yet."""

    def __init__(self, objects: Objects, root: Entry | None) -> None:
        self._objects = objects
        self._root = root

    @cached_property
    def blobs(self) -> dict[Key, str]:
        """Blob id of every journal, by whose and of when, in the order of their paths."""
        keyed = ((key_of_path(path), entry) for path, entry in self._walked)
        return {key: entry.id for key, entry in keyed if key and entry.mode == FILE}

    def entries(self) -> Iterator[tuple[str, str]]:
        """Path and blob id of everything under journal/."""
        return ((path, entry.id) for path, entry in self._walked)

    def strays(self) -> Iterator[Problem]:
        """What lies under journal/ and is no journal."""
        for path, entry in self._walked:
            if entry.mode != FILE:
                yield Problem(path, 0, "F09", say("Not a plain file."))
            elif key_of_path(path) is None:
                yield misplaced(path)

    @cached_property
    def _walked(self) -> tuple[tuple[str, Entry], ...]:
        if self._root is None:
            return ()
        if self._root.mode != FOLDER:
            return (("journal", self._root),)
        return tuple(self._objects.walk(self._root.id, "journal/"))

    def bytes_of(self, key: Key) -> bytes | None:
        """The recorded bytes of a journal, None where there is none or it is too large."""
        return self._objects.blob(self.blobs[key], limit=LARGEST) if key in self.blobs else None

    def read(self, key: Key) -> "Month":
        """The journal, empty where nothing is recorded; raises Broken where its file is not sound."""
        from gridctl.domain.journal.month import Month

        if key not in self.blobs:
            return Month(*key)
        found = sound(key.path, self.bytes_of(key))
        if isinstance(found, Problem):
            raise broken([found])
        return found

    def all(self, keys: Iterable[Key] | None = None) -> "Iterator[Month | Problem]":
        """The journals of these keys, or all, in the order of their paths; for a broken one its
        Problem.
        """
        wanted = list(self.blobs if keys is None else keys)
        contents = self._objects.blobs([self.blobs[key] for key in wanted], limit=LARGEST)
        return (sound(key.path, data) for key, (_blob, data) in zip(wanted, contents, strict=True))

    def of(self, period: "Period", staff: str | None = None) -> "list[Month]":
        """The journals of the months that a period touches; raises Broken with every Problem."""
        first, last = f"{period.first:%Y-%m}", f"{period.last:%Y-%m}"
        keys = [
            key
            for key in self.blobs
            if first <= key.month <= last and (staff is None or key.staff == staff)
        ]
        found = list(self.all(keys))
        problems = [each for each in found if isinstance(each, Problem)]
        if problems:
            raise broken(problems)
        return [each for each in found if not isinstance(each, Problem)]


def sound(path: str, data: bytes | None) -> "Month | Problem":
    """The journal in these bytes, or what is wrong with them."""
    from gridctl.store import journal_file
    from gridctl.store.yaml_text import Unreadable

    if data is None:
        return Problem(path, 0, "F02", say("The file has more than {limit} bytes.", limit=LARGEST))
    try:
        return journal_file.read(path, data)
    except Unreadable as error:
        return error.problem


def misplaced(path: str) -> Problem:
    """The Problem of a file that lies where no journal does."""
    return Problem(
        path, 0, "J01", say("No journal belongs here; its path follows from person and month.")
    )


def broken(problems: list[Problem]) -> Broken:
    """The error of journals that cannot be read."""
    return Broken(
        say("The journal is broken."),
        problems,
        say(
            "What was recorded before is safe in git: git log -p -- {path}. Bring the last sound one back with git checkout COMMIT -- {path}, then: gridctl record",
            path=problems[0].path,
        ),
    )
