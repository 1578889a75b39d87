"""Opening: from a folder to the ledger that it lies in, as of now or of a past state."""

import re

from gridctl.app.ledger import Ledger
from gridctl.app.place import half_a_ledger, ledger_folder
from gridctl.errors import NotFound, StoreFailed
from gridctl.git.repository import Repository, discover
from gridctl.words import say

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def place_of(folder: str) -> tuple[str, Repository]:
    """The ledger that `folder` lies in, and its repository; raises NotFound where there is none."""
    root = ledger_folder(folder)
    half = half_a_ledger(folder) if root is None else None
    if half:
        where, lacking = half
        raise NotFound(
            say("{file} is missing in {folder}.", file=lacking, folder=where),
            say("Bring it back: git checkout HEAD -- {file}", file=lacking),
        )
    if root is None:
        raise NotFound(
            say(
                "There is no ledger here: no grids.yaml beside a staff.yaml, in this folder or above."
            ),
            say("Go to the ledger's folder, name it with -C DIR, or make one: gridctl init DIR"),
        )
    repository = discover(root)
    if repository is None:
        raise StoreFailed(
            say("{root} is not under git yet, so nothing is recorded.", root=root),
            say("Make it a ledger: gridctl init {root}", root=root),
        )
    return root, repository


def open_ledger(folder: str, *, as_of: str | None = None) -> Ledger:
    """The ledger that `folder` lies in, as of HEAD, a revision, or the end of a day."""
    root, repository = place_of(folder)
    return Ledger(root, repository, as_of=_revision(repository, as_of) if as_of else None)


def _revision(repository: Repository, as_of: str) -> str:
    """A revision as it is; for a day, the last commit of that day or before."""
    if not _DAY.fullmatch(as_of):
        return as_of
    words = ("rev-list", "-1", "--first-parent", f"--before={as_of}T23:59:59", "HEAD")
    return repository.git(*words).decode().strip() or as_of
