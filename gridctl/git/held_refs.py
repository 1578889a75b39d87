"""Held refs: what of a commit did not follow, kept from git's clearing up under a ref of its own.

A path is longer than the name of a ref may be, and one may lie where another has a folder: so the
ref is named by a hash of it and points at a tag, which names the path and keeps the commit.
"""

import hashlib
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
    """The ref that keeps what a commit did to a path."""
    inside = repository.inside(path).encode("utf-8", "surrogateescape")
    return f"{_UNDER}{commit}/{hashlib.sha256(inside).hexdigest()[:40]}"


def keep(repository: Repository, commit: str, path: str) -> str:
    """The object that such a ref is to point at, written."""
    told = quote(repository.inside(path), safe="/", errors="surrogateescape")
    tag = f"object {commit}\ntype commit\ntag held\ntagger gridctl <> 0 +0000\n\n{told}\n"
    words = ("hash-object", "-t", "tag", "-w", "--stdin")
    return repository.git(*words, feed=tag.encode("ascii")).decode("ascii").strip()


def kept(repository: Repository) -> tuple[Kept, ...]:
    """Everything that is held back, the earliest first; what lies outside the ledger begins with `/`."""
    words = ("for-each-ref", "--sort=*authordate", "--format=%(*objectname) %(contents:subject)")
    told = repository.git(*words, _UNDER).decode("ascii").splitlines()
    pairs = (line.partition(" ") for line in told)
    found = ((commit, unquote(path, errors="surrogateescape")) for commit, _, path in pairs)
    prefix = repository.prefix
    return tuple(
        Kept(c, path[len(prefix) :] if path.startswith(prefix) else f"/{path}") for c, path in found
    )


def drop(repository: Repository, gone: tuple[Kept, ...], person: Identity) -> None:
    """Keep these no longer."""
    lines = "".join(f"delete {ref_of(repository, *each)}\0\0" for each in gone)
    repository.git("update-ref", "--stdin", "-z", feed=lines.encode(), also=committer(person))
