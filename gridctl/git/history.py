"""History: commits of a range in the order they were made, each with what it changed against every parent."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from gridctl.errors import NotFound
from gridctl.git.objects import Commit, Objects
from gridctl.git.repository import Repository
from gridctl.words import say

_CHUNK = 1000
_NOTHING = "000000"
# `.gitmodules` may ask to have another repository that stands in place of a file passed over.
_RAW = ("-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--ignore-submodules=none")


class Change(NamedTuple):
    """A path of the ledger and what was and is there: mode and blob id, None where there is nothing."""

    path: str
    old: tuple[str, str] | None
    new: tuple[str, str] | None


class Edge(NamedTuple):
    """A commit seen from one of its parents; from `None` where it is a root."""

    commit: Commit
    parent: str | None
    changes: tuple[Change, ...]


class Range(NamedTuple):
    """What is reached from `tip` and not from `base`; all of it where that is None."""

    base: Commit | None
    tip: Commit

    @property
    def words(self) -> tuple[str, ...]:
        """As git takes it."""
        return (self.tip.id, f"^{self.base.id}") if self.base else (self.tip.id,)


def range_of(objects: Objects, word: str | None) -> Range:
    """`A..B`, `A..` (to HEAD), or `B` alone: all that led to it. Raises NotFound."""
    first, dots, last = (word or "HEAD").partition("..")
    if not dots:
        return Range(None, _known(objects, first))
    return Range(_known(objects, first) if first else None, _known(objects, last or "HEAD"))


def _known(objects: Objects, rev: str) -> Commit:
    found = objects.commit(rev)
    if found is None:
        raise NotFound(
            say("There is no recorded state “{as_of}”.", as_of=rev),
            say("Give a revision such as HEAD~1, or a date such as 2026-11-24."),
        )
    return found


def commits(
    repository: Repository,
    objects: Objects,
    *words: str,
    paths: tuple[str, ...] = (),
    newest_first: bool = False,
) -> Iterator[Commit]:
    """The commits that `rev-list` names, parents before children, or the other way round.

    `paths` of the ledger narrow it to what changed them.
    """
    inside = [repository.prefix + path for path in paths]
    listed = repository.git(
        *("rev-list", "--topo-order", "--full-history"),
        *(() if newest_first else ("--reverse",)),
        *words,
        "--",
        *inside,
    )
    ids = listed.decode("ascii").split()
    return objects.commits(ids)


def last_by(repository: Repository, tip: str, last: int) -> str | None:
    """The newest commit that led to `tip` with nothing beneath it recorded after a second of the epoch.

    A commit counts as recorded at the latest of its own and all earlier committer dates on the line
    of first parents: a clock that was set back puts nothing into a state that was before it.
    """
    words = ("rev-list", "--first-parent", "--timestamp", "--reverse", tip)
    found = None
    for line in repository.git(*words).splitlines():
        at, _blank, id_ = line.partition(b" ")
        if int(at) > last:
            break
        found = id_
    return found.decode("ascii") if found else None


def first_of(repository: Repository, tip: str) -> str:
    """The commit that the line of first parents begins with, as far as it is here."""
    listed = repository.git("rev-list", "--first-parent", "--reverse", tip)
    return listed.partition(b"\n")[0].decode("ascii")


def removed(
    repository: Repository, tip: str, folder: str, *, since: date | None = None
) -> frozenset[str]:
    """The paths of a folder of the ledger that some commit up to `tip`, and of that day or later,
    removed.
    """
    told = repository.git(
        *("log", "-z", "--format=", "--name-only", "--no-renames", "--diff-filter=D"),
        *([f"--since={since}T00:00:00Z"] if since else []),
        tip,
        "--",
        repository.prefix + folder,
    )
    paths = (each.decode("utf-8", "surrogateescape") for each in told.split(b"\0") if each)
    return frozenset(path.removeprefix(repository.prefix) for path in paths)


def count_of(repository: Repository, range_: Range) -> int:
    """How many commits a range has."""
    return int(repository.git("rev-list", "--count", *range_.words))


def edges(repository: Repository, objects: Objects, range_: Range) -> Iterator[Edge]:
    """Every edge of a range, parents before children; changes are those of the ledger's folder."""
    return edges_of(repository, commits(repository, objects, *range_.words))


def edges_of(
    repository: Repository, wanted: Iterator[Commit], *, at_once: int = _CHUNK
) -> Iterator[Edge]:
    """The edges of these commits, in their order.

    `at_once` are compared before the first is told, then ever more.
    """
    shallow = repository.shallow()
    while chunk := list(islice(wanted, at_once)):
        pairs = [
            (each, parent)
            for each in chunk
            for parent in ((None,) if each.id in shallow else each.parents or (None,))
        ]
        yield from _compared(repository, pairs)
        at_once = min(2 * at_once, _CHUNK)


def _compared(repository: Repository, pairs: list[tuple[Commit, str | None]]) -> Iterator[Edge]:
    lines = "".join(f"{commit.id} {parent or ''}\n" for commit, parent in pairs)
    options = (*_RAW, "--root", "--always", "-m")
    told = repository.git("diff-tree", "--stdin", *options, feed=lines.encode("ascii"))
    fields = iter(told.split(b"\0"))
    upcoming = next(fields)
    for commit, parent in pairs:
        changes = []
        upcoming = next(fields)  # the id of the commit went before
        while upcoming.startswith(b":"):
            path = next(fields).decode("utf-8", "surrogateescape")
            change = _change(upcoming, path, repository.prefix)
            changes += [change] if change else []
            upcoming = next(fields)
        yield Edge(commit, parent, tuple(changes))


def changes_between(
    repository: Repository, objects: Objects, base: Commit | None, tip: Commit
) -> Iterator[Change]:
    """What differs between two states, whatever lay between them; from None: all there is."""
    if base is None:
        for path, entry in objects.walk(tip.tree):
            if path.startswith(repository.prefix):
                yield Change(path[len(repository.prefix) :], None, (entry.mode, entry.id))
        return
    fields = iter(repository.git("diff-tree", *_RAW, base.tree, tip.tree).split(b"\0"))
    for line in fields:
        if line:
            path = next(fields).decode("utf-8", "surrogateescape")
            found = _change(line, path, repository.prefix)
            if found:
                yield found


def _change(line: bytes, path: str, prefix: str) -> Change | None:
    if not path.startswith(prefix):
        return None
    old_mode, new_mode, old, new, _how = line[1:].decode("ascii").split()
    return Change(
        path[len(prefix) :],
        None if old_mode == _NOTHING else (old_mode, old),
        None if new_mode == _NOTHING else (new_mode, new),
    )
