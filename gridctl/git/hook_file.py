"""Hook file: a program that git starts by itself, put where git looks for it and nowhere else."""

import os

from gridctl.errors import StoreFailed
from gridctl.git.repository import Repository, sync
from gridctl.words import say

_LARGEST = 64 * 1024
_MODE = 0o755


def hook_path(repository: Repository, name: str) -> str:
    """Where the hook of that name lies. StoreFailed where git is told to look elsewhere."""
    told = repository.git("config", "--show-scope", "--get-all", "core.hooksPath", allow=(0, 1))
    for line in told.decode("utf-8", "surrogateescape").splitlines():
        scope, _, path = line.partition("\t")
        if scope != "command":  # that one is ours
            raise StoreFailed(
                say("git takes its hooks from {path} here, so none of ours would run.", path=path),
                say(
                    "Take that setting back: git config --{scope} --unset core.hooksPath",
                    scope=scope,
                ),
            )
    return os.path.join(repository.common_dir, "hooks", name)


def read_hook(path: str) -> str | None:
    """The text of a hook; None where there is none."""
    try:
        with open(path, "rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreFailed(
            say("cannot read {path}: {reason}", path=path, reason=error.strerror)
        ) from error


def put_hook(path: str, script: str, *, keep: bool) -> str | None:
    """Write the hook whole, and on the disk. `keep`: the one that is there is put aside; its new path."""
    aside: str | None = None
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if keep:
            aside = _free(f"{path}.before")
            os.rename(path, aside)
        fresh = f"{path}.{os.getpid()}"
        with open(fresh, "x", encoding="utf-8") as file:
            file.write(script)
        os.chmod(fresh, _MODE)
        sync(fresh)
        os.replace(fresh, path)
        sync(os.path.dirname(path))
    except OSError as error:
        raise StoreFailed(
            say("cannot write {path}: {reason}", path=path, reason=error.strerror)
        ) from error
    return aside


def _free(path: str) -> str:
    """The path, or the first with a number behind it where nothing is."""
    number, free = 1, path
    while os.path.lexists(free):
        number += 1
        free = f"{path}{number}"
    return free
