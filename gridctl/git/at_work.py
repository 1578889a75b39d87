"""Who else is at work in a repository, as far as /proc tells."""

import os
from collections.abc import Iterator

from gridctl.git.repository import Repository

_PROC = "/proc"
_TAKES_A_VALUE = (b"-c", b"-C", b"--git-dir", b"--work-tree", b"--namespace", b"--config-env")

# These only read, or stay for ever: their presence tells nothing about a lock.
_READERS = frozenset(
    b"blame cat-file diff fsmonitor--daemon grep log ls-files rev-list shortlog show".split()
)


def can_be_seen() -> bool:
    """Whether this system shows its processes at all."""
    return os.path.isdir(os.path.join(_PROC, "self", "fd"))


def uses(path: str) -> bool:
    """Whether a process of this person holds the file open."""
    return any(_has_open(process, path) for process in _processes())


def git_writes(repository: Repository) -> bool:
    """Whether a git runs here that may write: it closes a lock file while an editor is open."""
    places = (repository.top, repository.git_dir, repository.common_dir)
    return any(_is_git_writing_in(process, places) for process in _processes())


def _processes() -> Iterator[int]:
    mine = os.getpid()
    try:
        names = os.listdir(_PROC)
    except OSError:
        return
    for name in names:
        if name.isdecimal() and int(name) != mine:
            yield int(name)


def _has_open(process: int, path: str) -> bool:
    folder = f"{_PROC}/{process}/fd"
    try:
        names = os.listdir(folder)
    except OSError:  # gone, or another person's
        return False
    return any(_link(f"{folder}/{name}") == path for name in names)


def _is_git_writing_in(process: int, places: tuple[str, ...]) -> bool:
    words = _command_line(process)
    if not words or os.path.basename(words[0]) != b"git" or _verb(words) in _READERS:
        return False
    folder = _link(f"{_PROC}/{process}/cwd")
    return any(folder == place or folder.startswith(place + "/") for place in places)


def _verb(words: list[bytes]) -> bytes:
    rest = iter(words[1:])
    for word in rest:
        if word in _TAKES_A_VALUE:
            next(rest, None)
        elif not word.startswith(b"-"):
            return word
    return b""


def _command_line(process: int) -> list[bytes]:
    try:
        with open(f"{_PROC}/{process}/cmdline", "rb") as file:
            return file.read().split(b"\0")[:-1]
    except OSError:
        return []


def _link(path: str) -> str:
    try:
        return os.readlink(path)
    except OSError:
        return ""
