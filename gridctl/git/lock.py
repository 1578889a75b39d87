"""One writer at a time: a lock in the git directory that also tells whether the last writer died."""

import contextlib
import errno
import fcntl
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from gridctl.errors import Busy, GridctlError, StoreFailed
from gridctl.git.repository import Repository
from gridctl.git.trace import Trace, heading, taken, trace_of, traces
from gridctl.words import say

_PAUSE = 0.02
_TAKEN = (errno.EAGAIN, errno.EACCES)


@dataclass
class Held:
    """The lock while it is ours.

    `left_behind`: a holder before died in the middle; `left` are the traces of all who did, as far
    as they can be read. `unfinished`: something of ours is left to recover. The next holder finds
    the trace of whoever was unfinished, until somebody has `recovered`.
    """

    left_behind: bool
    left: tuple[Trace, ...]
    mine: Trace
    unfinished: bool = False
    _number: int = field(default=-1, repr=False)
    _path: str = field(default="", repr=False)
    _begin: int = field(default=0, repr=False)

    @property
    def since(self) -> float:
        """When the first of those who died took the lock, in seconds since 1970; 0 where unknown."""
        return min((trace.began for trace in self.left), default=0.0)

    def heads_for(self, commit: str) -> None:
        """Note the commit that is about to become HEAD; on the disk when this returns."""
        self._append(heading(commit))

    def recovered(self) -> None:
        """Forget all who died: nothing of theirs is left. Who dies next leaves his own trace."""
        try:
            os.ftruncate(self._number, 0)
        except OSError as error:
            raise _cannot(self._path, error) from error
        self._begin, self.left, self.left_behind = 0, (), False
        self._append(taken(self.mine))

    def _append(self, line: bytes) -> None:
        """What stands there is never overwritten, so that dying in here loses nobody's trace."""
        try:
            place = os.fstat(self._number).st_size
            while line:
                done = os.pwrite(self._number, line, place)
                line, place = line[done:], place + done
            os.fsync(self._number)
        except OSError as error:
            raise _cannot(self._path, error) from error

    def _release(self) -> None:
        if not self.unfinished:
            # Should this fail, the next holder looks for damage and finds none.
            with contextlib.suppress(OSError):
                os.ftruncate(self._number, self._begin)


@contextlib.contextmanager
def held(repository: Repository, who: str, wait: float = 10.0) -> Iterator[Held]:
    """Hold the ledger for writing; readers go on. Raises Busy after `wait` seconds."""
    path = _path(repository)
    number = _open(path)
    try:
        _take(number, path, wait)
        before = _read(number)
        lock = Held(
            bool(before),
            traces(before),
            trace_of(repository, who),
            _number=number,
            _path=path,
            _begin=len(before),
        )
        try:
            lock._append(taken(lock.mine))  # noqa: SLF001 - the lock is made here
            yield lock
        except BaseException as error:
            # A refusal leaves nothing half done; a disk error or an interrupt may have.
            if not isinstance(error, GridctlError) or isinstance(error, StoreFailed):
                lock.unfinished = True
            raise
        finally:
            lock._release()  # noqa: SLF001
    finally:
        os.close(number)


def _path(repository: Repository) -> str:
    return os.path.join(repository.common_dir, "gridctl", "lock")


def _open(path: str) -> int:
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)
    except OSError as error:
        raise _cannot(path, error) from error


def _take(number: int, path: str, wait: float) -> None:
    until = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise _cannot(path, error) from error
        else:
            return
        if time.monotonic() >= until:
            raise _busy(_read(number))
        time.sleep(_PAUSE)


def _read(number: int) -> bytes:
    text = b""
    while more := os.pread(number, 1 << 16, len(text)):
        text += more
    return text


def _busy(text: bytes) -> Busy:
    known = traces(text)
    hint = say("Nothing was recorded. Run the command again in a moment.")
    if not known:
        return Busy(say("busy: another command is writing to this ledger"), hint)
    return Busy(
        say(
            "busy: {who} has been writing to this ledger since {since}",
            who=known[-1].who,
            since=known[-1].since,
        ),
        hint,
    )


def _cannot(path: str, error: OSError) -> StoreFailed:
    if error.errno in (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL):
        return StoreFailed(
            say("the file system under {path} knows no locks: {reason}", path=path, reason=error),
            say("Keep the ledger on a local disk, and share it with gridctl sync."),
        )
    return StoreFailed(say("cannot lock {path}: {reason}", path=path, reason=error.strerror))
