"""The ledger held for writing, sound again if the writer before died in the middle."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace

from gridctl.app import outside
from gridctl.app.bring_forward import bring_forward
from gridctl.app.forgetting import forget_unrecorded
from gridctl.errors import GridctlError
from gridctl.git.lock import Held, held
from gridctl.git.objects import Objects
from gridctl.git.recovery import locks_left, recover, stale_locks
from gridctl.git.repository import Repository
from gridctl.git.trace import Trace, place_of_trace
from gridctl.store import work_file


@contextlib.contextmanager
def writing(
    repository: Repository, objects: Objects, who: str, *, wait: float = 10.0
) -> Iterator[Held]:
    """Hold the lock with nothing left to recover. Raises Busy where somebody else is at work."""
    with held(repository, who, wait) as lock:
        stale_locks(repository, lock.since or None if lock.left_behind else None)
        if lock.left_behind:
            recover(repository)
            left = lock.left or (_unknown(objects, lock.mine),)
            still = [trace for trace in left if not _finished(repository, objects, trace)]
            if not still:
                lock.recovered()
        try:
            yield lock
        finally:
            lock.unfinished = lock.unfinished or locks_left(repository)


def _unknown(objects: Objects, mine: Trace) -> Trace:
    """Somebody whose trace cannot be read: he may have been here, and HEAD may be his commit."""
    head = objects.commit("HEAD")
    return replace(mine, old=(*head.parents, "")[0], new=head.id) if head else mine


def _finished(repository: Repository, objects: Objects, trace: Trace) -> bool:
    """Whether nothing of somebody who died is left where he was at work.

    The place may be another work tree, or another ledger of this repository: what cannot be done
    there is left to the next writer, and keeps nobody here from his work.
    """
    place = place_of_trace(repository, trace)
    if place is None:
        return True
    # In the middle of a merge the index is the person's; the caller refuses to write then.
    if place.under_way():
        return False
    try:
        if place != repository:
            stale_locks(place, trace.began or None)
        _finish(place, objects, trace)
    except GridctlError:
        if place == repository:
            raise
        return False
    return True


def _finish(place: Repository, objects: Objects, trace: Trace) -> None:
    if trace.new:
        bring_forward(replace(place, prefix=""), objects, old=trace.old, new=trace.new)
    # Written before the commit, and not in git: only their temporary files can be left half done.
    for folder in outside.FOLDERS:
        work_file.left_over(place.root, folder)
    forget_unrecorded(place, objects, trace.began)
