"""What a writer that died has left in the repository, cleared away before the next one writes."""

import contextlib
import os
import time
from collections.abc import Iterator

from gridctl.errors import Busy, StoreFailed
from gridctl.git import at_work
from gridctl.git.objects import FOLDER, LINK, Entry, Objects
from gridctl.git.repository import Repository
from gridctl.words import say

OURS = "refs/gridctl"  # what nobody but gridctl writes
OLD = 600  # seconds after which no honest git command still holds a lock


def stale_locks(repository: Repository, since: float | None = None) -> None:
    """Remove locks of git commands that died; to be called before every write.

    A lock goes when it is older than ten minutes and nobody uses it. With `since`, the time at
    which a writer of ours took the lock he died with, younger ones go as well: they are his.
    Raises Busy for a lock that may be in use.
    """
    for path in _locks(repository):
        try:
            found = os.lstat(path)
        except FileNotFoundError:
            continue
        age = time.time() - found.st_mtime
        # Times on the disk are coarser than the clock.
        his = since is not None and found.st_mtime >= since - 1
        used = at_work.uses(path) or at_work.git_writes(repository)
        # Where processes cannot be seen, a git with its editor open looks like a dead one.
        if used or not at_work.can_be_seen() or not (age > OLD or his):
            raise _in_use(path, age)
        _remove(path, found)


def locks_left(repository: Repository) -> bool:
    """Whether a lock of git lies there: git has been seen to end well without removing its own."""
    return any(map(os.path.lexists, _locks(repository)))


def recover(repository: Repository) -> None:
    """Remove temporary and empty objects. Only under our lock, after a holder that died."""
    objects = os.path.join(repository.common_dir, "objects")
    alone = at_work.can_be_seen() and not at_work.git_writes(repository)
    before = time.time() if alone else time.time() - OLD
    try:
        for folder in _folders(objects):
            for name in os.listdir(folder):
                path = os.path.join(folder, name)
                if _is_garbage(folder, name, os.lstat(path), before):
                    os.unlink(path)
        for name in os.listdir(repository.git_dir):
            if name.startswith("fast_import_crash_"):
                os.unlink(os.path.join(repository.git_dir, name))
        if alone:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(os.path.join(objects, "maintenance.lock"))
    except OSError as error:
        raise StoreFailed(
            say("cannot clear away what a dead process left: {reason}", reason=error)
        ) from error


def changed_in_head(
    repository: Repository, objects: Objects
) -> Iterator[tuple[str, str | None, str | None]]:
    """Each path of the ledger, counted from its folder, that HEAD changed.

    With its blob in HEAD's parent and its blob in HEAD, None where there is no such file. Links are
    left out.
    """
    head = objects.commit("HEAD")
    if head is not None:
        yield from changed(repository, objects, (*head.parents, "")[0], head.id)


def changed(
    repository: Repository, objects: Objects, old: str, new: str
) -> Iterator[tuple[str, str | None, str | None]]:
    """The same between two commits by id; `old` "" is the state before the first one."""
    for path, before, after in moved(repository, objects, old, new):
        one, other = _plain(before), _plain(after)
        if one != other:
            yield path, one, other


def moved(
    repository: Repository, objects: Objects, old: str, new: str
) -> Iterator[tuple[str, Entry | None, Entry | None]]:
    """Each path with what stood and what stands there; links, and files that became executable, too.

    Nothing where git does not know one of the commits.
    """
    before, after = objects.commit(old) if old else None, objects.commit(new)
    if after is None or (old and before is None):
        return
    inside = repository.prefix.rstrip("/")
    tree = _tree(objects, before.tree, inside) if before else None
    yield from _moved(objects, tree, _tree(objects, after.tree, inside), "")


def _moved(
    objects: Objects, old: str | None, new: str | None, prefix: str
) -> Iterator[tuple[str, Entry | None, Entry | None]]:
    """Compare two trees by ids alone: what is equal is never opened."""
    if old == new:
        return
    before = {entry.name: entry for entry in objects.entries(old)} if old else {}
    after = {entry.name: entry for entry in objects.entries(new)} if new else {}
    for name in sorted(before.keys() | after.keys()):
        one, other = before.get(name), after.get(name)
        # What stood in the way of a folder is told before what the folder holds.
        if _file(one) and one != other:
            yield prefix + name, _file(one), _file(other)
        yield from _moved(objects, _folder(one), _folder(other), f"{prefix}{name}/")
        if _file(other) and not _file(one):
            yield prefix + name, None, _file(other)


def _folder(entry: Entry | None) -> str | None:
    return entry.id if entry and entry.mode == FOLDER else None


def _file(entry: Entry | None) -> Entry | None:
    return entry if entry and (entry.mode == LINK or entry.mode.startswith("100")) else None


def _plain(entry: Entry | None) -> str | None:
    return entry.id if entry and entry.mode != LINK else None


def _tree(objects: Objects, tree: str, inside: str) -> str | None:
    return _folder(objects.find(tree, inside)) if inside else tree


def _locks(repository: Repository) -> Iterator[str]:
    yield os.path.join(repository.git_dir, "index.lock")
    yield os.path.join(repository.git_dir, "HEAD.lock")
    name = repository.head_name()
    if name:
        yield os.path.join(repository.common_dir, name + ".lock")
    yield os.path.join(repository.common_dir, "packed-refs.lock")
    yield os.path.join(repository.common_dir, "reftable", "tables.list.lock")
    for ours in (OURS, "refs/remotes"):
        for folder, _, names in os.walk(os.path.join(repository.common_dir, ours)):
            yield from (os.path.join(folder, name) for name in names if name.endswith(".lock"))


def _in_use(path: str, age: float) -> Busy:
    return Busy(
        say("busy: {path} is held, {age} s old", path=path, age=max(0, round(age))),
        say("Nothing was recorded. If no git command is running here: rm {path}", path=path),
    )


def _remove(path: str, found: os.stat_result) -> None:
    """Remove the lock that was looked at, and no other that has come since."""
    with contextlib.suppress(FileNotFoundError):
        now = os.lstat(path)
        if (now.st_ino, now.st_mtime_ns) == (found.st_ino, found.st_mtime_ns):
            os.unlink(path)


def _folders(objects: str) -> Iterator[str]:
    yield objects
    for name in os.listdir(objects):
        if len(name) == 2 or name == "pack":
            yield os.path.join(objects, name)


def _is_garbage(folder: str, name: str, found: os.stat_result, before: float) -> bool:
    if name.startswith(("tmp_obj_", "tmp_pack_", "tmp_idx_", "tmp_rev_")):
        return found.st_mtime < before
    if name.endswith(".keep") and found.st_mtime < before:
        with open(os.path.join(folder, name), "rb") as file:
            return file.read(12) == b"fast-import"  # kept only while its pack was being made
    # Git writes objects aside and renames them: an empty one is what a power cut left.
    return found.st_size == 0 and len(os.path.basename(folder)) == 2 and len(name) in (38, 62)
