"""Server: the other side of a clone, fetched from and pushed to; a repository, or a bundle on a stick."""

import contextlib
import os
import re
from dataclasses import dataclass, replace
from typing import Protocol

from gridctl.errors import NotFound, StoreFailed
from gridctl.git.command import GitFailed
from gridctl.git.repository import Repository, sync
from gridctl.words import say

# What comes in is looked through before it is kept, and no address runs a program of its own.
_GUARDED = ("-c", "transfer.fsckObjects=true", "-c", "protocol.ext.allow=never")
_FETCH = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance")
_PLAIN = ("--no-recurse-submodules", "--refmap=")
# The programs at the other end are git's own, whatever the configuration says.
_GIVE, _TAKE = "--upload-pack=git-upload-pack", "--receive-pack=git-receive-pack"
# A line of git's on what became of the branch; what the server's hook says is not looked at.
_NOT_TAKEN = re.compile(r"^!", re.MULTILINE)
_FASTER = re.compile(
    r"^!.*(fetch first|non-fast-forward|cannot lock ref|failed to update ref|stale info)",
    re.MULTILINE,
)


class Overtaken(Exception):
    """Another clerk was faster: the server has moved since it was fetched from."""


class OtherSide(Protocol):
    """Where a clone syncs with."""

    @property
    def name(self) -> str:
        """What a person calls it."""

    def fetch(self, repository: Repository) -> str | None:
        """Its last commit, fetched with all that led to it; None while it has none."""

    def push(self, repository: Repository, tip: str) -> None:
        """Make `tip` its last commit. Raises Overtaken, or StoreFailed where it refuses."""


@dataclass(frozen=True)
class Server:
    """A repository that git reaches by the name of a remote; `branch` is its branch, in full.

    `address` is one that was named just now, and that git does not know yet.
    """

    name: str
    branch: str
    address: str = ""

    @property
    def followed(self) -> str:
        """The ref by which plain git remembers it here."""
        return f"refs/remotes/{self.name}/{self.branch.removeprefix('refs/heads/')}"

    def fetch(self, repository: Repository) -> str | None:
        """Its last commit, with what led to it. No ref moves, so that dying in here locks nothing."""
        at = self.address or self.name
        told = _reached(repository, self, "ls-remote", _GIVE, "--", at, self.branch)
        lines = (line.partition("\t") for line in told.decode("utf-8", "replace").split("\n"))
        # Git names every branch whose name ends so.
        found = next((id_ for id_, _, name in lines if name == self.branch), None)
        if found:
            _reached(repository, self, *_FETCH, *_PLAIN, _GIVE, "--", at, self.branch)
        return found

    def push(self, repository: Repository, tip: str) -> None:
        """Never by force: what the server has is only added to."""
        words = ("push", "--porcelain", "--no-follow-tags", "--no-recurse-submodules", _TAKE)
        try:
            repository.git(
                *_GUARDED, *words, "--", self._address(repository), f"{tip}:{self.branch}"
            )
        except GitFailed as error:
            if _FASTER.search(error.written):
                raise Overtaken from error
            if _NOT_TAKEN.search(error.written):
                raise StoreFailed(
                    say("{server} refuses: {said}", server=self.name, said=_told_by(error)),
                    say(
                        "Nothing is lost: your entries are kept in this clone. Mend what is named, then: gridctl sync"
                    ),
                ) from error
            raise _unreached(self, error) from error

    def _address(self, repository: Repository) -> str:
        """Where to push to. By its name git would move a ref of this clone as well, outside our lock."""
        settings = repository.settings()
        if self.address:
            return self.address
        return settings.get(f"remote.{self.name}.pushurl") or settings[f"remote.{self.name}.url"]


def server_of(repository: Repository) -> Server:
    """The server of the branch of this clone; raises NotFound where none is known."""
    found = known_server(repository)
    if found is None:
        raise NotFound(
            say("This clone knows no server to sync with."),
            say(
                "Name it once: gridctl sync --server SERVER. Without one: gridctl sync --bundle FILE"
            ),
        )
    return found


def known_server(repository: Repository) -> Server | None:
    """The same; None where none is known."""
    branch = repository.head_name() or ""
    settings = repository.settings()
    short = branch.removeprefix("refs/heads/")
    remotes = [key[7:-4] for key in settings if key.startswith("remote.") and key.endswith(".url")]
    named = settings.get(f"branch.{short}.remote")
    chosen = next(
        (name for name in (named, "origin", *remotes[:1]) if name and name in remotes), None
    )
    if chosen is None:
        return None
    followed = settings.get(f"branch.{short}.merge") if chosen == named else None
    return Server(chosen, followed or branch)


def server_at(repository: Repository, address: str) -> Server:
    """A server by its address (a folder, or what ssh takes): it takes the place of the one that the
    branch follows, or else of `origin`.
    """
    branch = repository.head_name() or ""
    known = known_server(repository)
    named = repository.settings().get(f"branch.{branch.removeprefix('refs/heads/')}.remote")
    if known and known.name in (named, "origin"):
        return replace(known, address=address)
    return Server("origin", branch, address)


def remember(repository: Repository, server: Server) -> None:
    """Have git know the address of a server that was named."""
    settings = repository.settings()
    verb = "set-url" if f"remote.{server.name}.url" in settings else "add"
    repository.git("remote", verb, "--", server.name, server.address)
    if f"remote.{server.name}.pushurl" in settings:
        repository.git("remote", "set-url", "--push", "--", server.name, server.address)
    repository.settings().clear()
    sync(os.path.join(repository.common_dir, "config"), repository.common_dir)


@dataclass(frozen=True)
class Bundle:
    """A file that carries a whole ledger from clone to clone; `branch` is the branch in it, in full."""

    name: str
    branch: str

    def fetch(self, repository: Repository) -> str | None:
        """The last commit in the file; None where there is no file yet."""
        if not os.path.lexists(self.name):
            return None
        told = _reached(repository, self, "bundle", "list-heads", self.name).decode().split("\n")
        heads = [line.partition(" ")[2] for line in told if " refs/heads/" in line]
        wanted = self.branch if self.branch in heads else next(iter(heads), None)
        if wanted is None:
            raise StoreFailed(say("{file} holds no ledger.", file=self.name))
        _reached(repository, self, *_FETCH, *_PLAIN, "--", self.name, wanted)
        return next(line.partition(" ")[0] for line in told if line.endswith(f" {wanted}"))

    def push(self, repository: Repository, tip: str) -> None:
        """Write the file anew beside itself, and put it in its place whole."""
        aside = f"{self.name}.{os.getpid()}.part"
        try:
            if repository.head_id() != tip:
                raise Overtaken
            # Not by git itself: a lock of its own would stay beside the file if it died.
            words = ("bundle", "create", "--quiet", "-", self.branch)
            with open(aside, "wb") as file:
                file.write(repository.git(*words))
            sync(aside)
            os.replace(aside, self.name)
            sync(os.path.dirname(self.name))
        except OSError as error:
            raise StoreFailed(
                say("cannot write {path}: {reason}", path=self.name, reason=error.strerror)
            ) from error
        finally:
            with contextlib.suppress(OSError):
                os.unlink(aside)


def bundle_at(repository: Repository, path: str) -> Bundle:
    """The bundle in a file, which may not be there yet."""
    return Bundle(os.path.abspath(path), repository.head_name() or "")


def _reached(repository: Repository, side: OtherSide, *words: str) -> bytes:
    try:
        return repository.git(*_GUARDED, *words)
    except GitFailed as error:
        raise _unreached(side, error) from error


def _unreached(side: OtherSide, error: GitFailed) -> StoreFailed:
    named = side.address if isinstance(side, Server) else ""
    return StoreFailed(
        say(
            "{server} cannot be reached: {said}",
            server=named or side.name,
            said=_first_lines(error.said),
        ),
        say(
            "Your entries are kept in this clone. Look at the line and the address, then: gridctl sync"
        ),
    )


def _told_by(error: GitFailed) -> str:
    """What the server itself says, without git's own words around it."""
    lines = [line[8:].strip() for line in error.said.split("\n") if line.startswith("remote: ")]
    return "; ".join(line for line in lines if line) or _first_lines(error.said)


def _first_lines(said: str) -> str:
    return "; ".join(line for line in said.split("\n")[:4] if line)
