"""Files of the work tree, replaced whole or not at all, and never through a symbolic link."""

import contextlib
import errno
import os
import stat

from gridctl.errors import StoreFailed
from gridctl.words import say

_TEMPORARY = ".gridctl-"
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def write(root: str, path: str, data: bytes, mode: int = 0o644) -> None:
    """Put `data` at `path` below `root`; on the disk when this returns, missing folders made.

    A mode without rights for others (0o600) makes its folders so, too. Raises StoreFailed, the file
    as it was, where the disk refuses, or a symbolic link or a folder stands in the way.
    """
    try:
        folder, name = _folder_of(root, path, folder_mode=0o777 if mode & 0o077 else 0o700)
        try:
            if not _is_free(folder, name):
                raise _in_the_way(path)
            _replace(folder, name, data, mode)
        finally:
            os.close(folder)
    except OSError as error:
        raise _failed(path, error) from error


def read(root: str, path: str) -> bytes | None:
    """The file's bytes, None where there is none; StoreFailed where it is not a plain file."""
    try:
        folder, name = _folder_of(root, path)
        try:
            number = os.open(
                name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder
            )
        finally:
            os.close(folder)
        with open(number, "rb") as file:
            if not stat.S_ISREG(os.fstat(number).st_mode):
                raise _in_the_way(path)
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _failed(path, error) from error


def remove(root: str, path: str) -> None:
    """Remove a file, if it is there."""
    try:
        folder, name = _folder_of(root, path)
        try:
            os.unlink(name, dir_fd=folder)
            _sync(folder)
        finally:
            os.close(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _failed(path, error) from error


def left_over(root: str, folder: str) -> None:
    """Remove what a writer that died left half written in a folder. Only under the lock."""
    try:
        number, _ = _folder_of(root, os.path.join(folder, _TEMPORARY))
    except OSError:
        return
    try:
        for name in os.listdir(number):
            if name.startswith(_TEMPORARY):
                with contextlib.suppress(OSError):
                    os.unlink(name, dir_fd=number)
    finally:
        os.close(number)


def _folder_of(root: str, path: str, *, folder_mode: int | None = None) -> tuple[int, str]:
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
    _sync(folder)
    return os.open(name, _FOLDER, dir_fd=folder)


def _is_free(folder: int, name: str) -> bool:
    try:
        return stat.S_ISREG(os.lstat(name, dir_fd=folder).st_mode)
    except FileNotFoundError:
        return True


def _replace(folder: int, name: str, data: bytes, mode: int) -> None:
    temporary = _TEMPORARY + os.urandom(6).hex()
    number = os.open(temporary, _NEW, mode, dir_fd=folder)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(number, rest) :]
            os.fsync(number)
        finally:
            os.close(number)
        os.rename(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary, dir_fd=folder)
        raise
    _sync(folder)


def _sync(folder: int) -> None:
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some file systems cannot sync a folder, nor need to
            raise


def _in_the_way(path: str) -> StoreFailed:
    return StoreFailed(
        say("{path} is not a plain file: a link or a folder stands there", path=path),
        say("Move it away, then: git checkout -- {path}", path=path),
    )


def _failed(path: str, error: OSError) -> StoreFailed:
    if error.errno in (errno.ELOOP, errno.ENOTDIR):
        return _in_the_way(path)
    return StoreFailed(say("{path}: {reason}", path=path, reason=error.strerror or str(error)))
