"""One writer at a time: a lock in the git directory that also tells whether the last writer died."""

import contextlib
import errno
import fcntl
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gridctl.errors import Busy, GridctlError, StoreFailed
from gridctl.git.repository import Repository
from gridctl.words import say

_PAUSE = 0.02
_TAKEN = (errno.EAGAIN, errno.EACCES)


@dataclass
class Held:
    """The lock while it is ours.

    `left_behind`: the holder before died in the middle, and had taken the lock at `since` (seconds
    since 1970, 0 where unknown). `unfinished`: something is left to recover; as long as it stays
    so, the next holder sees `left_behind`. Whoever has recovered sets it to False; whoever could
    not bring the work tree along sets it to True.
    """

    left_behind: bool
    since: float
    unfinished: bool


@contextlib.contextmanager
def held(repository: Repository, who: str, wait: float = 10.0) -> Iterator[Held]:
    """Hold the ledger for writing; readers go on. Raises Busy after `wait` seconds."""
    path = _path(repository)
    number = _open(path)
    try:
        _take(number, path, wait)
        before = _read(number)
        lock = Held(bool(before), _since(before), bool(before))
        _sign(number, path, who)
        try:
            yield lock
        except BaseException as error:
            # A refusal leaves nothing half done; a disk error or an interrupt may have.
            if not isinstance(error, GridctlError) or isinstance(error, StoreFailed):
                lock.unfinished = True
            raise
        finally:
            if not lock.unfinished:
                # Should this fail, the next holder looks for damage and finds none.
                with contextlib.suppress(OSError):
                    os.ftruncate(number, 0)
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


def _sign(number: int, path: str, who: str) -> None:
    """Say who holds it. What stood there is overwritten first and cut after: never empty between."""
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    signed = f"{since}\n{' '.join(who.split())}\n".encode("utf-8", "replace")
    try:
        place = 0
        while place < len(signed):
            place += os.pwrite(number, signed[place:], place)
        os.ftruncate(number, len(signed))
        os.fsync(number)
    except OSError as error:
        raise _cannot(path, error) from error


def _read(number: int) -> str:
    return os.pread(number, 4096, 0).decode("utf-8", "replace")


def _since(text: str) -> float:
    try:
        return datetime.fromisoformat(text.partition("\n")[0]).timestamp()
    except ValueError:
        return 0.0


def _busy(text: str) -> Busy:
    since, _, who = text.strip().partition("\n")
    hint = say("Nothing was recorded. Run the command again in a moment.")
    if not who:
        return Busy(say("busy: another command is writing to this ledger"), hint)
    return Busy(
        say("busy: {who} has been writing to this ledger since {since}", who=who, since=since), hint
    )


def _cannot(path: str, error: OSError) -> StoreFailed:
    if error.errno in (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL):
        return StoreFailed(
            say("the file system under {path} knows no locks: {reason}", path=path, reason=error),
            say("Keep the ledger on a local disk, and share it with gridctl sync."),
        )
    return StoreFailed(say("cannot lock {path}: {reason}", path=path, reason=error.strerror))
