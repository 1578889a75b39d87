"""Held refs: what of a commit did not follow, kept from git's clearing up under a ref of its own."""

from typing import NamedTuple
from urllib.parse import quote, unquote

from gridctl.git.commit import committer
from gridctl.git.repository import Identity, Repository

_UNDER = "refs/gridctl/held/"


class Kept(NamedTuple):
    """One file of one commit that is held back; `path` is counted from the ledger's folder."""

    commit: str
    path: str


def ref_of(repository: Repository, commit: str, path: str) -> str:
    """The ref that keeps what a commit did to a path. Dots mean something to git in a ref's name."""
    inside = quote(repository.inside(path), safe="/", errors="surrogateescape")
    return f"{_UNDER}{commit}/{inside.replace('.', '%2E').replace('~', '%7E')}"


def kept(repository: Repository) -> tuple[Kept, ...]:
    """Everything that is held back, the earliest first; what lies outside the ledger begins with `/`."""
    words = ("for-each-ref", "--sort=authordate", "--format=%(refname)", _UNDER)
    names = repository.git(*words).decode("ascii", "surrogateescape").split()
    pairs = (name.removeprefix(_UNDER).partition("/") for name in names)
    found = ((commit, unquote(path, errors="surrogateescape")) for commit, _, path in pairs)
    prefix = repository.prefix
    return tuple(
        Kept(c, path[len(prefix) :] if path.startswith(prefix) else f"/{path}") for c, path in found
    )


def drop(repository: Repository, gone: tuple[Kept, ...], person: Identity) -> None:
    """Keep these no longer."""
    lines = "".join(f"delete {ref_of(repository, *each)}\0\0" for each in gone)
    repository.git("update-ref", "--stdin", "-z", feed=lines.encode(), also=committer(person))
