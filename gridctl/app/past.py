"""Past: case files as earlier commits held them, each read once and fast where it only grew."""

from collections import OrderedDict
from collections.abc import Callable, Iterable

from gridctl.app.case_bytes import only_appends
from gridctl.domain.case import Case
from gridctl.errors import Problem
from gridctl.git.history import Edge
from gridctl.git.objects import FILE, Objects
from gridctl.store import case_file
from gridctl.store.sizes import LARGEST
from gridctl.store.yaml_text import Unreadable
from gridctl.words import say

_KEPT = 4096  # cases kept at hand; an older one is read again


class Past:
    """Case files of any commit, by path and blob."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._fetched: dict[str, bytes | None] = {}
        self._read: OrderedDict[tuple[str, str], tuple[Case | Problem, bytes]] = OrderedDict()

    def case(self, path: str, blob: str, *, former: str | None = None) -> Case | Problem:
        """The case in a blob, or what is wrong with it; quick where it grew from the blob `former`."""
        key = (path, blob)
        if key in self._read:
            return self._read[key][0]
        data = self._fetched.pop(blob) if blob in self._fetched else self._blob(blob)
        found = self._sound(path, data, self._read.get((path, former or "")))
        self._read[key] = (found, data or b"")
        if len(self._read) > _KEPT:
            self._read.popitem(last=False)
        if (path, former or "") in self._read:
            # What a case grew from is hardly asked for again: it is the next to go.
            self._read.move_to_end((path, former or ""), last=False)
        return found

    def fetch(self, edges: Iterable[Edge], wanted_of: Callable[[str], bool]) -> None:
        """Have the case files that these edges brought at hand, of paths that are wanted: one by one,
        each would wait for git.
        """
        wanted = dict.fromkeys(
            new[1]
            for edge in edges
            for path, _old, new in edge.changes
            if new and new[0] == FILE and path.startswith("cases/") and wanted_of(path)
        )
        self._fetched = dict(self._objects.blobs(wanted, limit=LARGEST))

    def _blob(self, blob: str) -> bytes | None:
        return self._objects.blob(blob, limit=LARGEST)

    def grew(self, path: str, former: str, blob: str) -> bool:
        """Whether the history in one sound blob stands unchanged at the start of another's."""
        return only_appends(self._bytes(path, former), self._bytes(path, blob))

    def head(self, path: str, blob: str) -> dict[str, str]:
        """The lines of a head that hold a whole field, sound or not, by their keys."""
        text = self._bytes(path, blob).partition(b"\nhistory:\n")[0].decode(errors="replace")
        pairs = (line.partition(": ") for line in text.splitlines())
        return {key: value for key, colon, value in pairs if colon}

    def _bytes(self, path: str, blob: str) -> bytes:
        kept = self._read.get((path, blob))
        return kept[1] if kept else self._objects.blob(blob)

    def _sound(
        self, path: str, data: bytes | None, former: tuple[Case | Problem, bytes] | None
    ) -> Case | Problem:
        if data is None:
            message = say("The file has more than {limit} bytes.", limit=LARGEST)
            return Problem(path, 0, "F02", message)
        try:
            if former and isinstance(former[0], Case):
                return case_file.grown(path, former[0], former[1], data)
            return case_file.read(path, data)
        except Unreadable as error:
            return error.problem
