"""Case files: the cases of a recorded state, found, read one by one or all, or as facts."""

import os
import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from gridctl.domain.facts import Facts
from gridctl.domain.identifiers import as_meant, case_path, is_case_id, number_as_meant
from gridctl.errors import Broken, NotFound, Problem
from gridctl.git.objects import FILE, FOLDER, Entry, Objects
from gridctl.index.facts_cache import FactsCache
from gridctl.store.sizes import LARGEST
from gridctl.words import listed, say

if TYPE_CHECKING:
    from gridctl.domain.case import Case
    from gridctl.domain.measured import Measured

R = TypeVar("R", Facts, "Measured")
_NUMBER = re.compile(rb"^number: (.*)$", re.MULTILINE)


class CaseFiles:
    """What lies under cases/ in one tree; `root` is its entry, None where there is none yet.

    `newest`: the tree is that of HEAD, and what it does not hold will hardly be asked for again.
    """

    def __init__(
        self, objects: Objects, root: Entry | None, cache: FactsCache, *, newest: bool = True
    ) -> None:
        self._objects = objects
        self._root = root
        self._cache = cache
        self._newest = newest

    @cached_property
    def blobs(self) -> dict[str, str]:
        """Blob id of every case by case id, in the order of their paths."""
        return {
            os.path.basename(path)[:-5]: entry.id
            for path, entry in self._walked
            if entry.mode == FILE and is_case_path(path)
        }

    def blob_of(self, case_id: str) -> str | None:
        """The blob of a case by its whole id; looked for alone, while nobody has asked for all."""
        if "blobs" in self.__dict__ or self._root is None or self._root.mode != FOLDER:
            return self.blobs.get(case_id)
        if not is_case_id(case_id):
            return None
        found = self._objects.find(self._root.id, case_path(case_id).removeprefix("cases/"))
        return found.id if found and found.mode == FILE else None

    def entries(self) -> Iterator[tuple[str, str]]:
        """Path and blob id of everything under cases/."""
        return ((path, entry.id) for path, entry in self._walked)

    def strays(self) -> Iterator[Problem]:
        """What lies under cases/ and is no case file."""
        for path, entry in self._walked:
            if entry.mode != FILE:
                yield Problem(path, 0, "F09", say("Not a plain file."))
            elif not is_case_path(path):
                yield Problem(
                    path, 0, "F08", say("No case file belongs here; its path follows from its id.")
                )

    @cached_property
    def _walked(self) -> tuple[tuple[str, Entry], ...]:
        if self._root is None:
            return ()
        if self._root.mode != FOLDER:
            return (("cases", self._root),)
        return tuple(self._objects.walk(self._root.id, "cases/"))

    def find(self, word: str) -> str:
        """The case id that `word` is, or ends, or the one of the case that has it as its number;
        NotFound where it is none or several.
        """
        found = self.ending_in(word)
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(
                say("Several cases end in “{word}”: {ids}", word=word, ids=listed(found)),
                say("Give more of the id."),
            )
        numbered = self.numbered(word)
        if len(numbered) == 1:
            return numbered[0]
        if numbered:
            raise NotFound(
                say("Several cases have the number {word}: {ids}", word=word, ids=listed(numbered)),
                say("Give the id of the one you mean."),
            )
        raise self._no_case(word, as_meant(word))

    def ending_in(self, word: str) -> list[str]:
        """The case ids that `word` is, or ends."""
        wanted = as_meant(word)
        if wanted in self.blobs:
            return [wanted]
        return [each for each in self.blobs if each.endswith(wanted)] if wanted else []

    def numbered(self, word: str) -> list[str]:
        """The ids of the cases that `word` is the number of; most words have not the look of one."""
        wanted = number_as_meant(word)
        if wanted is None:
            return []
        return [each for each, number in self.numbers.items() if number_as_meant(number) == wanted]

    def _no_case(self, word: str, wanted: str) -> NotFound:
        from gridctl.domain.naming import closest, meant

        endings = {each.rpartition("-")[2]: each for each in self.blobs}
        near = closest(wanted.rpartition("-")[2], endings)
        return NotFound(
            say("There is no case “{word}”.", word=word),
            meant(near, [endings[ending] for ending in near], "gridctl list"),
        )

    def bytes_of(self, case_id: str) -> bytes | None:
        """The recorded bytes of a case; None where they are more than a case file may have."""
        return self._objects.blob(self.blobs[case_id], limit=LARGEST)

    def read(self, case_id: str) -> "Case":
        """The case by its whole id; raises Broken where its file is not sound."""
        found = _sound(case_id, self.bytes_of(case_id))
        if isinstance(found, Problem):
            raise Broken(
                say("The file of {case} is broken.", case=case_id),
                [found],
                say(
                    "A dispatcher puts it back with all that was recorded since: gridctl mend {case}",
                    case=case_id.rpartition("-")[2],
                ),
            )
        return found

    def all(self) -> "Iterator[Case | Problem]":
        """Every case in the order of their paths; in place of a broken one, its Problem."""
        return self._read(self.blobs)

    def some(self, ids: Iterable[str]) -> "Iterator[Case | Problem]":
        """Those of the given whole ids, like `all`."""
        return self._read({case_id: self.blobs[case_id] for case_id in ids})

    def facts(self, *, at_once: int | None = None) -> list[Facts | Problem]:
        """The facts of every case, from the cache where its content was read before.

        Where more than `at_once` cases would have to be read, those that are known must do.
        """
        return self._rows(Facts, at_once)

    def measured(self) -> "list[Measured | Problem]":
        """The facts of every case with its milestones, for counts."""
        from gridctl.domain.measured import Measured

        return self._rows(Measured, None)

    def _rows(self, shape: type[R], at_once: int | None) -> list[R | Problem]:
        read = self._cache.read(self.blobs.values(), shape)
        # Where a file lies is part of its soundness, and a row knows its content alone.
        rows = ((case_id, read.get(blob)) for case_id, blob in self.blobs.items())
        known = {case_id: row for case_id, row in rows if row is not None and row.id == case_id}
        fresh = {case_id: blob for case_id, blob in self.blobs.items() if case_id not in known}
        if at_once is not None and len(fresh) > at_once:
            return list(known.values())
        drawn: dict[str, Any] = dict(zip(fresh, self._drawn(fresh), strict=True)) if fresh else {}
        kept = {fresh[c]: row for c, row in drawn.items() if not isinstance(row, Problem)}
        if kept:
            self._cache.keep(kept, living=self.blobs.values() if self._newest else None)
        return [known.get(case_id) or drawn[case_id] for case_id in self.blobs]

    def _drawn(self, ids: dict[str, str]) -> "Iterator[Measured | Problem]":
        from gridctl.domain.facts_of_case import measured

        return (c if isinstance(c, Problem) else measured(c) for c in self._read(ids))

    def _read(self, ids: dict[str, str]) -> "Iterator[Case | Problem]":
        contents = self._objects.blobs(list(ids.values()), limit=LARGEST)
        return (_sound(id_, data) for id_, (_blob, data) in zip(ids, contents, strict=True))

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of every numbered case by id, glimpsed from the heads alone."""
        contents = self._objects.blobs(list(self.blobs.values()), limit=LARGEST)
        heads = ((data or b"").partition(b"\nhistory:")[0] for _blob, data in contents)
        found = ((each, _NUMBER.search(head)) for each, head in zip(self.blobs, heads, strict=True))
        return {
            case_id: match[1].decode(errors="replace").strip("'")
            for case_id, match in found
            if match
        }


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


@lru_cache(maxsize=1 << 12)
def is_case_path(path: str) -> bool:
    """Whether a ledger-relative path is the one of the case it names."""
    name = os.path.basename(path)
    return name.endswith(".yaml") and is_case_id(name[:-5]) and case_path(name[:-5]) == path
