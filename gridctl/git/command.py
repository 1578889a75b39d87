"""Git through its command, sealed so that nothing the repository carries is ever run."""

import os
import subprocess
from collections.abc import Mapping
from typing import Never

from gridctl.domain.hidden import visible
from gridctl.errors import StoreFailed
from gridctl.words import Message, say

OLDEST = (2, 36)

# Git hands these to a server hook: without them it could not see the objects being pushed.
_QUARANTINE = (
    "GIT_QUARANTINE_PATH",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
)
_SEAL = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    # A replaced object or a graft would show a past that was never recorded.
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": "/dev/null/none",
}
# External diff and textconv need no word here: only `diff` and `log -p` know them.
_OPTIONS = [
    "--no-pager",
    *("-c", "core.fsync=all", "-c", "core.fsyncMethod=fsync"),
    *("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"),
    *("-c", "core.attributesFile=/dev/null", "-c", "safe.bareRepository=explicit"),
    *("-c", "commit.gpgSign=false", "-c", "maintenance.auto=false"),
]


class GitFailed(StoreFailed):
    """A git command ended with an error; `said` is its standard error, `written` what it wrote
    before it ended, both made printable.
    """

    def __init__(
        self, message: Message, hint: Message | None = None, *, said: str = "", written: str = ""
    ) -> None:
        super().__init__(message, hint)
        self.said = said
        self.written = written


def run(
    folder: str,
    *words: str,
    feed: bytes | None = None,
    allow: tuple[int, ...] = (0,),
    also: Mapping[str, str] | None = None,
) -> bytes:
    """What `git -C folder words…` writes. `also` is added to its environment.

    Raises GitFailed for an exit code outside `allow`.
    """
    try:
        done = subprocess.run(
            ["git", *_OPTIONS, "-C", folder, *words],
            input=b"" if feed is None else feed,
            capture_output=True,
            env=_environment(also),
            check=False,
        )
    except OSError as error:
        _not_startable(error)
    if done.returncode not in allow:
        _failed(folder, words, done)
    return done.stdout


def start(folder: str, *words: str) -> subprocess.Popen[bytes]:
    """A git that answers on its standard output what is asked on its standard input."""
    try:
        return subprocess.Popen(
            ["git", *_OPTIONS, "-C", folder, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a full pipe nobody reads would stop it for good
            env=_environment(None),
            bufsize=1 << 17,
        )
    except OSError as error:
        _not_startable(error)


def require_version(folder: str = "/") -> None:
    """Raise StoreFailed when git is older than 2.36, the first that can sync all it writes."""
    words = run(folder, "version").decode("ascii", "replace").split()
    numbers = tuple(int(part) for part in words[2].split(".")[:2] if part.isdecimal())
    if len(numbers) == 2 and numbers < OLDEST:
        raise StoreFailed(
            say("git {found} is too old: gridctl needs 2.36 or newer", found=words[2]),
            say("Install a newer git, for example: sudo apt install git"),
        )


def _environment(also: Mapping[str, str] | None) -> dict[str, str]:
    """Ours without git's own variables, which could point git at another repository."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    if "GIT_QUARANTINE_PATH" in os.environ:
        clean |= {name: os.environ[name] for name in _QUARANTINE if name in os.environ}
    return clean | _SEAL | (dict(also) if also else {})


def _not_startable(error: OSError) -> Never:
    if isinstance(error, FileNotFoundError):
        raise StoreFailed(
            say("git is not installed, or not on the PATH"),
            say("Install git 2.36 or newer, for example: sudo apt install git"),
        ) from error
    raise StoreFailed(
        say("git cannot be started: {reason}", reason=error.strerror or str(error))
    ) from error


def _verb(words: tuple[str, ...]) -> str:
    rest = iter(words)
    for word in rest:
        if word == "-c":
            next(rest, None)
        elif not word.startswith("-"):
            return word
    return ""


def _failed(folder: str, words: tuple[str, ...], done: subprocess.CompletedProcess[bytes]) -> Never:
    said, written = (_shown(each).strip() for each in (done.stderr, done.stdout))
    verb = _verb(words)
    if verb != "version":
        require_version()
    remedy = next((line for line in said.split("\n") if "--add safe.directory" in line), None)
    raise GitFailed(
        say(
            "git {verb} failed: {said}",
            verb=verb,
            said="\n".join(said.split("\n")[:4]) or f"exit code {done.returncode}",
        ),
        say("If you trust this folder: {command}", command=remedy.strip())
        if remedy
        else say("To have git check the repository: git -C {folder} fsck", folder=folder),
        said=said,
        written=written[:4096],
    )


def _shown(told: bytes) -> str:
    return visible(told.decode("utf-8", "surrogateescape"), keep="\n")
