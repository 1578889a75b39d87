"""Lineage: which commit comes of which, and which of them others have already."""

from gridctl.git.objects import Commit, Objects
from gridctl.git.repository import Repository
from gridctl.git.server import Server, known_server

SEEN = "refs/gridctl/seen"  # under it: what each server was last seen to have, by name and branch
BEFORE = "refs/gridctl/before"  # HEAD as it was before the last replay
GIVEN = "refs/gridctl/given"  # what was last given away in a file


def seen_ref(server: Server) -> str:
    """The ref that keeps what a branch of a server was last seen to have."""
    return f"{SEEN}/{server.name}/{server.branch.removeprefix('refs/heads/')}"


def last_seen(repository: Repository, objects: Objects) -> Commit | None:
    """What the server was last seen to have; in a clone that has not synced yet, what git knows of it."""
    server = known_server(repository)
    return seen_of(objects, server) if server else None


def seen_of(objects: Objects, server: Server) -> Commit | None:
    """The same of one server."""
    return objects.commit(seen_ref(server)) or objects.commit(server.followed)


def descends(repository: Repository, commit: str, ancestor: str) -> bool:
    """Whether `ancestor` is the commit, or lies behind it."""
    return meeting(repository, commit, ancestor) == ancestor


def meeting(repository: Repository, one: str, other: str) -> str | None:
    """The last commit that two have in common; None where they have none."""
    return repository.git("merge-base", one, other, allow=(0, 1)).decode().strip() or None


def between(
    repository: Repository, tip: str, *without: str | None, merges: bool = False
) -> list[str]:
    """The commits that led to `tip` and to none of the others, the first first; `merges` as well."""
    words = ("rev-list", "--topo-order", "--reverse", *(() if merges else ("--no-merges",)), tip)
    return repository.git(*words, *(f"^{each}" for each in without if each)).decode().split()


def unshared(repository: Repository, tip: str) -> frozenset[str]:
    """Those that led to `tip` and that the server is not known to have."""
    server = known_server(repository)
    known = (seen_ref(server), server.followed) if server else ()
    there = [ref for ref in known if repository.git("for-each-ref", ref)]
    return frozenset(between(repository, tip, *there, merges=True))
