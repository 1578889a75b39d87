"""Symbolic links of the work tree: read and put in place as links, and never followed."""

import contextlib
import os
import stat

from gridctl.store.safe_write import TEMPORARY, failed, folder_of, in_the_way, place, sync


def read(root: str, path: str) -> bytes | None:
    """Where the link points; None where no link stands there."""
    try:
        folder, name = folder_of(root, path)
        try:
            return os.fsencode(os.readlink(name, dir_fd=folder))
        finally:
            os.close(folder)
    except OSError:
        return None


def write(root: str, path: str, target: bytes) -> None:
    """Put a link in place of a file, a link or nothing; missing folders are made."""
    try:
        folder, name = folder_of(root, path, folder_mode=0o777)
        try:
            _check_no_folder(folder, name, path)
            temporary = TEMPORARY + os.urandom(6).hex()
            os.symlink(target, temporary, dir_fd=folder)
            place(folder, temporary, name)
            sync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise failed(path, error) from error


def remove_empty_folders(root: str, path: str) -> None:
    """Remove the folder at a path, and those in it, where no file lies in them."""
    with contextlib.suppress(OSError):
        folder, name = folder_of(root, path)
        try:
            _remove_empty(folder, name)
        finally:
            os.close(folder)


def _remove_empty(folder: int, name: str) -> None:
    number = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
    try:
        for inside in os.listdir(number):
            _remove_empty(number, inside)
    finally:
        os.close(number)
    os.rmdir(name, dir_fd=folder)


def _check_no_folder(folder: int, name: str, path: str) -> None:
    try:
        found = os.lstat(name, dir_fd=folder)
    except FileNotFoundError:
        return
    if stat.S_ISDIR(found.st_mode):
        raise in_the_way(path)
