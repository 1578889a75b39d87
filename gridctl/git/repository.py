"""The git repository around a ledger: where it lies, where HEAD points, who works in it."""

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass, field

from gridctl.errors import StoreFailed
from gridctl.git import command
from gridctl.words import say

_UNDER_WAY = (
    ("MERGE_HEAD", "merge"),
    ("rebase-merge", "rebase"),
    ("rebase-apply", "rebase"),
    ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"),
    ("sequencer", "cherry-pick"),
)


@dataclass(frozen=True)
class Identity:
    """A person as git knows one."""

    name: str
    email: str


@dataclass(frozen=True)
class Repository:
    """Where a ledger's repository lies.

    `top` is the work tree (of a bare repository: its folder), `git_dir` its own git directory,
    `common_dir` the one shared by all its work trees, `prefix` the ledger's folder in it:
    empty, or ending in a slash.
    """

    top: str
    git_dir: str
    common_dir: str
    prefix: str = ""
    bare: bool = False
    _settings: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def root(self) -> str:
        """The ledger's folder."""
        return os.path.join(self.top, self.prefix) if self.prefix else self.top

    def inside(self, path: str) -> str:
        """The path in the repository of one counted from the ledger; `/…` is counted from the top."""
        return path[1:] if path.startswith("/") else self.prefix + path

    def words(self) -> tuple[str, ...]:
        """What git needs before the verb: a bare repository has to be named."""
        return ("--git-dir=.",) if self.bare else ()

    def git(
        self,
        *words: str,
        feed: bytes | None = None,
        allow: tuple[int, ...] = (0,),
        also: dict[str, str] | None = None,
    ) -> bytes:
        """What git writes when run here."""
        return command.run(self.top, *self.words(), *words, feed=feed, allow=allow, also=also)

    def head_name(self) -> str | None:
        """The branch HEAD is on, in full (`refs/heads/main`); None where it is detached."""
        path = os.path.join(self.git_dir, "HEAD")
        text = "" if os.path.islink(path) else _text(path)
        if text.startswith("ref: ") and not text.endswith("/.invalid"):
            return text[5:]
        if text and not text.startswith("ref: "):
            return None
        # A symbolic link, or refs in tables: git itself has to look.
        return self.git("symbolic-ref", "-q", "HEAD", allow=(0, 1)).decode().strip() or None

    def head_id(self) -> str | None:
        """The commit at HEAD, read from the ref files; None on a branch not yet born."""
        name = self.head_name()
        if name is None:
            found = _text(os.path.join(self.git_dir, "HEAD"))
        else:
            found = _text(os.path.join(self.common_dir, name)) or self._packed(name)
        if len(found) in (40, 64) and " " not in found:
            return found
        if not found and not os.path.isdir(os.path.join(self.common_dir, "reftable")):
            return None
        words = ("rev-parse", "-q", "--verify", "HEAD^{commit}")
        return self.git(*words, allow=(0, 1)).decode().strip() or None

    def _packed(self, name: str) -> str:
        wanted = b" " + name.encode("utf-8", "surrogateescape") + b"\n"
        packed = _bytes(os.path.join(self.common_dir, "packed-refs"))
        end = packed.find(wanted)
        return "" if end < 0 else packed[packed.rfind(b"\n", 0, end) + 1 : end].decode("ascii")

    def settings(self) -> dict[str, str]:
        """The git configuration that holds here, asked for once."""
        if not self._settings:
            listed = self.git("config", "-z", "--list").decode("utf-8", "surrogateescape")
            for entry in listed.split("\0")[:-1]:
                name, _, value = entry.partition("\n")
                self._settings[name] = value
        return self._settings

    def identity(self) -> Identity | None:
        """Who works in this clone, by git's `user.name` and `user.email`; None unless both are."""
        settings = self.settings()
        name, email = settings.get("user.name", ""), settings.get("user.email", "")
        return Identity(name, email) if name.strip() and email.strip() else None

    def set_identity(self, name: str, email: str) -> None:
        """Name the person of this clone, in this clone alone."""
        self.git("config", "--local", "user.name", name)
        self.git("config", "--local", "user.email", email)
        self._settings.clear()
        sync(os.path.join(self.common_dir, "config"), self.common_dir)

    def shallow(self) -> frozenset[str]:
        """The commits at which the past of a shallow clone is cut off."""
        return frozenset(_text(os.path.join(self.common_dir, "shallow")).split())

    def under_way(self) -> str | None:
        """`merge`, `rebase`, `cherry-pick` or `revert` when one waits to be finished by hand."""
        for name, what in _UNDER_WAY:
            if os.path.lexists(os.path.join(self.git_dir, name)):
                return what
        return None


def discover(folder: str) -> Repository | None:
    """The repository whose work tree holds the folder, found without running git."""
    ledger = os.path.realpath(folder)
    for top in _upward(ledger):
        git_dir = _git_dir(top)
        if git_dir:
            inside = os.path.relpath(ledger, top)
            prefix = "" if inside == "." else inside.replace(os.sep, "/") + "/"
            return Repository(top, git_dir, _common_dir(git_dir), prefix)
    return None


def of_hook(folder: str, prefix: str = "") -> Repository:
    """The repository a server hook runs in: bare, and already chosen by git."""
    git_dir = os.path.realpath(folder)
    return Repository(git_dir, git_dir, _common_dir(git_dir), prefix, bare=True)


def bare_at(folder: str) -> Repository | None:
    """The bare repository that a folder is; None where it is none."""
    parts = {"HEAD": os.path.isfile, "objects": os.path.isdir, "refs": os.path.isdir}
    if not all(there(os.path.join(folder, name)) for name, there in parts.items()):
        return None
    found = of_hook(folder)
    return found if found.settings().get("core.bare") == "true" else None


def init(folder: str) -> Repository:
    """Make the folder a repository, on branch `main` where the person has no wish of his own."""
    command.require_version(folder)
    wish = command.run(folder, "config", "--get", "init.defaultBranch", allow=(0, 1)).strip()
    command.run(folder, "init", "-q", *(() if wish else ("-b", "main")))
    made = discover(folder)
    if made is None:  # pragma: no cover
        raise AssertionError(folder)
    for inside, _, names in os.walk(made.git_dir):
        sync(*(os.path.join(inside, name) for name in names), inside)
    sync(made.top)
    return made


def sync(*paths: str) -> None:
    """Have the disk keep these files and folders as they are now. Raises OSError."""
    for path in paths:
        number = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(number)
        except OSError as error:
            if error.errno != errno.EINVAL:  # some file systems cannot sync a folder, nor need to
                raise
        finally:
            os.close(number)


def _upward(folder: str) -> Iterator[str]:
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def _git_dir(top: str) -> str | None:
    """The git directory of a work tree: `.git`, or what the file `.git` of a second one names."""
    path = os.path.join(top, ".git")
    named = _text(path) if os.path.isfile(path) else ""
    if named.startswith("gitdir: "):
        path = os.path.join(top, named[8:])
    path = os.path.realpath(path)
    return path if os.path.lexists(os.path.join(path, "HEAD")) else None


def _common_dir(git_dir: str) -> str:
    named = _text(os.path.join(git_dir, "commondir"))
    return os.path.realpath(os.path.join(git_dir, named)) if named else git_dir


def _text(path: str) -> str:
    return _bytes(path).decode("utf-8", "surrogateescape").strip("\n\r ")


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return b""
    except OSError as error:
        raise StoreFailed(
            say("cannot read {path}: {reason}", path=path, reason=error.strerror)
        ) from error
