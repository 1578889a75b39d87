"""What a safe write is made of: folders entered without following links, files laid beside theirs."""

import contextlib
import errno
import os
import stat

from gridctl.errors import StoreFailed
from gridctl.words import say

TEMPORARY = ".gridctl-"
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def folder_of(root: str, path: str, *, folder_mode: int | None = None) -> tuple[int, str]:
    """The open folder a path lies in, and the name there; made where there is a `folder_mode`."""
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    number = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for part in parts[:-1]:
            below = _entered(number, part, folder_mode)
            os.close(number)
            number = below
    except BaseException:
        os.close(number)
        raise
    return number, parts[-1]


def _entered(folder: int, name: str, mode: int | None) -> int:
    try:
        return os.open(name, _FOLDER, dir_fd=folder)
    except FileNotFoundError:
        if mode is None:
            raise
    with contextlib.suppress(FileExistsError):
        os.mkdir(name, mode, dir_fd=folder)
    sync(folder)
    return os.open(name, _FOLDER, dir_fd=folder)


def is_free(folder: int, name: str) -> bool:
    """Whether a plain file, or nothing, stands at the name."""
    try:
        return stat.S_ISREG(os.lstat(name, dir_fd=folder).st_mode)
    except FileNotFoundError:
        return True


def lay(folder: int, data: bytes, mode: int, *, synced: bool = False) -> str:
    """A temporary file with the data; its name."""
    temporary = TEMPORARY + os.urandom(6).hex()
    number = os.open(temporary, _NEW, mode, dir_fd=folder)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(number, rest) :]
            if synced:
                os.fsync(number)
        finally:
            os.close(number)
    except BaseException:
        _forget(folder, temporary)
        raise
    return temporary


def place(folder: int, temporary: str, name: str) -> None:
    """Put a laid file in its place, or remove it."""
    try:
        os.rename(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        _forget(folder, temporary)
        raise


def _forget(folder: int, temporary: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(temporary, dir_fd=folder)


def sync(folder: int) -> None:
    """Have the disk keep the names in a folder."""
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some file systems cannot sync a folder, nor need to
            raise


def in_the_way(path: str) -> StoreFailed:
    """What stands at the path is not ours to replace."""
    return StoreFailed(
        say("{path} is not a plain file: a link or a folder stands there", path=path),
        say("Move it away, then: git checkout HEAD -- {path}", path=path),
    )


def failed(path: str, error: OSError) -> StoreFailed:
    """What the disk said of a path."""
    if error.errno in (errno.ELOOP, errno.ENOTDIR):
        return in_the_way(path)
    return StoreFailed(say("{path}: {reason}", path=path, reason=error.strerror or str(error)))
