"""The ledger held for writing, sound again if the writer before died in the middle."""

import contextlib
from collections.abc import Iterator

from gridctl.app.bring_forward import bring_forward
from gridctl.app.forgetting import forget_unrecorded
from gridctl.git.lock import Held, held
from gridctl.git.objects import Objects
from gridctl.git.recovery import locks_left, recover, stale_locks
from gridctl.git.repository import Repository
from gridctl.store import work_file

# Written before the commit, and not in git: only their temporary files can be left half done.
_OUTSIDE = ("private", "evidence")


@contextlib.contextmanager
def writing(
    repository: Repository, objects: Objects, who: str, *, wait: float = 10.0
) -> Iterator[Held]:
    """Hold the lock with nothing left to recover. Raises Busy where somebody else is at work."""
    with held(repository, who, wait) as lock:
        stale_locks(repository, lock.since or None if lock.left_behind else None)
        # In the middle of a merge the index is the person's; the caller refuses to write then.
        if lock.left_behind and not repository.under_way():
            recover(repository)
            bring_forward(repository, objects, repository.root)
            for folder in _OUTSIDE:
                work_file.left_over(repository.root, folder)
            forget_unrecorded(repository, objects, lock.since)
            lock.unfinished = False
        try:
            yield lock
        finally:
            lock.unfinished = lock.unfinished or locks_left(repository)
