"""Resolving: a merge or rebase of plain git that stopped is given up, and one's own replayed instead."""

import os
from dataclasses import dataclass, replace
from itertools import count

from gridctl.app.acting import Acting
from gridctl.app.change import ready
from gridctl.app.opening import place_of
from gridctl.app.taking_in import Taken, take_in
from gridctl.app.writing import writing
from gridctl.errors import StoreFailed
from gridctl.git.objects import Objects
from gridctl.git.recovery import changed
from gridctl.git.repository import Repository
from gridctl.git.stopped import Stop, give_up, stop_of
from gridctl.store import work_file

ASIDE = "gridctl/aside"  # in the git directory


@dataclass(frozen=True)
class Resolved:
    """What was given up, what was taken in, and the files that were put aside: as they stood, with
    whatever a person had written into them.
    """

    what: str
    taken: Taken
    aside: tuple[str, ...] = ()


def resolve(folder: str, acting: Acting) -> Resolved:
    """Give up the merge or rebase under way and bring both sides together by replaying one's own."""
    root, repository = place_of(folder)
    stop = stop_of(repository)
    identity = repository.identity()
    with (
        Objects(repository) as objects,
        writing(repository, objects, identity.name if identity else "?"),
    ):
        aside = _files_back(repository, objects, stop)
        give_up(repository, stop)
    with ready(root, repository) as (ledger, lock):
        taken = take_in(ledger, lock, stop.theirs, acting.now)
    return Resolved(stop.what, taken, aside)


def _files_back(repository: Repository, objects: Objects, stop: Stop) -> tuple[str, ...]:
    """Give every file that the merge has touched what it held before; keep what stood there aside."""
    whole = replace(repository, prefix="")
    aside = []
    for path, own, theirs in changed(whole, objects, stop.own, stop.theirs):
        found = _read(whole.root, path)
        before, other = (objects.blob(blob) if blob else None for blob in (own, theirs))
        if found == before:
            continue
        if found not in (None, other):
            aside.append(_put_aside(whole.git_dir, path, found))
        if before is None:
            work_file.remove(whole.root, path)
        else:
            work_file.write(whole.root, path, before)
    return tuple(aside)


def _put_aside(git_dir: str, path: str, data: bytes) -> str:
    """Where it lies now; what was put aside before stays."""
    for number in count(1):
        place = f"{ASIDE}/{number}/{path}"
        if work_file.read(git_dir, place) is None:
            work_file.write(git_dir, place, data, mode=0o600)
            return os.path.join(git_dir, place)
    raise AssertionError(path)


def _read(root: str, path: str) -> bytes | None:
    try:
        return work_file.read(root, path)
    except StoreFailed:  # a link or a folder that the other side has there
        return None
