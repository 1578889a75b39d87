"""Lineage: which commit comes of which, and which of them others have already."""

from gridctl.git.objects import Commit, Objects
from gridctl.git.repository import Repository

SEEN = "refs/gridctl/seen"  # what the server was last seen to have
BEFORE = "refs/gridctl/before"  # HEAD as it was before the last replay
GIVEN = "refs/gridctl/given"  # what was last given away in a file


def last_seen(objects: Objects) -> Commit | None:
    """What the server was last seen to have; in a clone that has not synced yet, what it was cloned from."""
    return objects.commit(SEEN) or objects.commit("refs/remotes/origin/HEAD")


def descends(repository: Repository, commit: str, ancestor: str) -> bool:
    """Whether `ancestor` is the commit, or lies behind it."""
    return meeting(repository, commit, ancestor) == ancestor


def meeting(repository: Repository, one: str, other: str) -> str | None:
    """The last commit that two have in common; None where they have none."""
    return repository.git("merge-base", one, other, allow=(0, 1)).decode().strip() or None


def between(repository: Repository, tip: str, *without: str) -> list[str]:
    """The commits that led to `tip` and to none of the others, the first first; merges left out."""
    words = ("rev-list", "--topo-order", "--reverse", "--no-merges", tip)
    return repository.git(*words, *(f"^{each}" for each in without)).decode().split()


def unshared(repository: Repository, tip: str) -> frozenset[str]:
    """Those that led to `tip` and that the server is not known to have."""
    seen = (f"^{SEEN}",) if repository.git("for-each-ref", SEEN) else ()
    words = ("rev-list", tip, *seen, "--not", "--remotes")
    return frozenset(repository.git(*words).decode().split())
