"""Files of the work tree, replaced whole or not at all, and never through a symbolic link."""

import contextlib
import os
import stat

from gridctl.store.safe_write import (
    TEMPORARY,
    failed,
    folder_of,
    in_the_way,
    is_free,
    lay,
    place,
    sync,
)


def write(root: str, path: str, data: bytes, mode: int = 0o644) -> None:
    """Put `data` at `path` below `root`; on the disk when this returns, missing folders made.

    A mode without rights for others (0o600) makes its folders so, too. Raises StoreFailed, the file
    as it was, where the disk refuses, or a symbolic link or a folder stands in the way.
    """
    try:
        folder, name = folder_of(root, path, folder_mode=0o777 if mode & 0o077 else 0o700)
        try:
            if not is_free(folder, name):
                raise in_the_way(path)
            place(folder, lay(folder, data, mode, synced=True), name)
            sync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise failed(path, error) from error


def read(root: str, path: str) -> bytes | None:
    """The file's bytes, None where there is none; StoreFailed where it is not a plain file."""
    try:
        folder, name = folder_of(root, path)
        try:
            number = os.open(
                name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder
            )
        finally:
            os.close(folder)
        if not stat.S_ISREG(os.fstat(number).st_mode):
            os.close(number)
            raise in_the_way(path)
        with open(number, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise failed(path, error) from error


def remove(root: str, path: str) -> None:
    """Remove a file, if it is there."""
    try:
        folder, name = folder_of(root, path)
        try:
            os.unlink(name, dir_fd=folder)
            sync(folder)
        finally:
            os.close(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise failed(path, error) from error


def left_over(root: str, folder: str) -> None:
    """Remove what a writer that died left half written in a folder. Only under the lock."""
    try:
        number, _ = folder_of(root, os.path.join(folder, TEMPORARY))
    except OSError:
        return
    try:
        for name in os.listdir(number):
            if name.startswith(TEMPORARY):
                with contextlib.suppress(OSError):
                    os.unlink(name, dir_fd=number)
    finally:
        os.close(number)
