"""Opening: from a folder to the ledger that it lies in, as of now or of a past state."""

from datetime import UTC

from gridctl.app.ledger import Ledger
from gridctl.app.place import half_a_ledger, ledger_folder
from gridctl.domain.moments import NearDay, evening_of
from gridctl.errors import NotFound, StoreFailed
from gridctl.git.repository import Repository, discover
from gridctl.words import say


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


def open_ledger(folder: str, *, as_of: str | NearDay | None = None) -> Ledger:
    """The ledger that `folder` lies in, as of HEAD, a revision, or the end of a day."""
    root, repository = place_of(folder)
    return Ledger(root, repository, as_of=_last_of(root, repository, as_of) if as_of else None)


def _last_of(root: str, repository: Repository, asked: str | NearDay) -> str:
    """The last commit of a day in the ledger's zone; a revision stays as it is."""
    if isinstance(asked, str) and evening_of(asked, UTC) is None:
        return asked
    from gridctl.app.days_of_record import state_at_end  # an answer as of now does without

    with Ledger(root, repository) as ledger:
        evening = evening_of(asked, ledger.zone)
        assert evening
        return state_at_end(ledger, evening.date()).id
