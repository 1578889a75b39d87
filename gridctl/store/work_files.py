"""Many files of the work tree, written together: each whole or not at all, the disk synced once."""

import os
from collections.abc import Callable, Iterator, Mapping

from gridctl.errors import StoreFailed
from gridctl.store.safe_write import failed, folder_of, in_the_way, is_free, lay, place
from gridctl.store.work_file import left_over, write

FEW = 16


def write_all(
    root: str, files: Mapping[str, bytes], mode: int = 0o644
) -> Iterator[tuple[str, StoreFailed]]:
    """Write many files, each of them whole or not at all; yields those that could not be.

    From some number on the disk is synced as a whole, twice: that many single syncs take seconds.
    """
    if len(files) > FEW and (sync := _whole_disk()):
        yield from _write_together(root, files, mode, sync)
        return
    for path, data in files.items():
        try:
            write(root, path, data, mode)
        except StoreFailed as error:
            yield path, error


def _write_together(
    root: str, files: Mapping[str, bytes], mode: int, sync: Callable[[str], None]
) -> Iterator[tuple[str, StoreFailed]]:
    """All temporary files, one sync, all renames, one sync: a rename never precedes its bytes."""
    laid: dict[str, str] = {}

    def lay_one(path: str, folder: int, name: str) -> None:
        if not is_free(folder, name):
            raise in_the_way(path)
        laid[path] = lay(folder, files[path], mode)

    def place_one(path: str, folder: int, name: str) -> None:
        place(folder, laid[path], name)

    try:
        yield from _each(root, list(files), lay_one, folder_mode=0o777 if mode & 0o077 else 0o700)
        sync(root)
        yield from _each(root, list(laid), place_one)
        sync(root)
    except OSError as error:
        for path in laid:
            left_over(root, os.path.dirname(path))
        yield root, failed(root, error)


def _each(
    root: str,
    paths: list[str],
    act: Callable[[str, int, str], None],
    *,
    folder_mode: int | None = None,
) -> Iterator[tuple[str, StoreFailed]]:
    for path in paths:
        try:
            folder, name = folder_of(root, path, folder_mode=folder_mode)
            try:
                act(path, folder, name)
            finally:
                os.close(folder)
        except OSError as error:
            yield path, failed(path, error)
        except StoreFailed as error:
            yield path, error


def _whole_disk() -> Callable[[str], None] | None:
    """Linux's own way to sync the file system a file is on, and to hear of errors."""
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "syncfs"):
        return None

    def sync(root: str) -> None:
        number = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            if libc.syncfs(number):
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
        finally:
            os.close(number)

    return sync
