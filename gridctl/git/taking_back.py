"""Taking back: HEAD moved to its parent by compare-and-swap; what was taken back stays under a ref."""

from gridctl.errors import Busy
from gridctl.git.command import GitFailed
from gridctl.git.commit import committer
from gridctl.git.lineage import GIVEN, SEEN
from gridctl.git.repository import Identity, Repository
from gridctl.words import say

UNDONE = "refs/gridctl/undone"


def take_back(repository: Repository, head: str, parent: str, person: Identity) -> None:
    """Make `parent` HEAD again and keep `head` under `refs/gridctl/undone`. Raises Busy when HEAD
    is not `head` any more.
    """
    steps = f"update HEAD\0{parent}\0{head}\0update {UNDONE}\0{head}\0\0"
    words = ("update-ref", "-m", "gridctl undo", "--stdin", "-z")
    try:
        options = ("-c", "core.logAllRefUpdates=true")
        repository.git(*options, *words, feed=steps.encode(), also=committer(person))
    except GitFailed as error:
        if repository.head_id() != head:
            raise Busy(
                say("somebody was faster: the ledger has changed since it was read"),
                say("Nothing was taken back. Look again: gridctl list"),
            ) from error
        raise


def is_shared(repository: Repository, commit: str) -> bool:
    """Whether another clone may have the commit: a remote branch that this clone knows holds it."""
    words = (
        "for-each-ref",
        "--count=1",
        f"--contains={commit}",
        "refs/remotes",
        SEEN,
        GIVEN,
    )
    return bool(repository.git(*words).strip())
