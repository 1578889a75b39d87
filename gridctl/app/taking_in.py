"""Taking in: the state of another clone becomes the ground, and what is one's own is replayed on top."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from gridctl.app.bring_forward import bring_forward
from gridctl.app.following import Renumbering
from gridctl.app.ledger import Ledger
from gridctl.app.ledgers_inside import violations
from gridctl.app.naming_own import named, reasons
from gridctl.app.replay import HeldBack, replay
from gridctl.domain.settings_files import SETTINGS
from gridctl.domain.violation import Violation
from gridctl.errors import GridctlError, Refused
from gridctl.git.commit import move_head
from gridctl.git.held_refs import keep, ref_of
from gridctl.git.history import Range
from gridctl.git.lineage import BEFORE, between, meeting, unshared
from gridctl.git.lock import Held
from gridctl.git.objects import Objects
from gridctl.git.on_disk import sync_objects
from gridctl.git.recovery import changed
from gridctl.git.repository import Identity, Repository
from gridctl.store import work_file
from gridctl.words import Message, say

_FOLDERS = ("cases/", "journal/")


@dataclass(frozen=True)
class Taken:
    """What came in and what became of one's own. `tip` is HEAD now; with `violations` nothing was taken."""

    tip: str
    fetched: int = 0
    replayed: int = 0
    held: tuple[HeldBack, ...] = ()
    renumbered: tuple[Renumbering, ...] = ()
    there: int = 0
    violations: tuple[Violation, ...] = ()
    warnings: tuple[Message, ...] = ()


def take_in(
    ledger: Ledger,
    lock: Held,
    incoming: str,
    now: datetime,
    *,
    accepted: bool = False,
    hold: Sequence[str] = (),
    dry_run: bool = False,
) -> Taken:
    """Make `incoming` the ground of HEAD.

    Refused where that would alter what others have, or overwrite hand edits. `accepted`: the office
    takes it as it is, whatever the audit says of it. `hold` names commits of one's own that stay out.
    """
    repository, objects, head = ledger.repository, ledger.objects, ledger.commit.id
    base = common_ground(repository, head, incoming)
    if base == incoming and not hold:
        return Taken(head)
    fetched = len(between(repository, incoming, head))
    found = () if accepted else violations(repository, objects, _range(objects, base, incoming))
    if found:
        return Taken(head, fetched, violations=found)
    own = between(repository, head, incoming, merges=True)
    out = reasons(repository, objects, _range(objects, base, head), named(own, hold))
    if not accepted:
        _check_unshared(repository, own, head)
    ground = Ledger(ledger.root, repository, as_of=incoming, objects=objects)
    done = replay(ground, (each for id_ in own if (each := objects.commit(id_))), now, out)
    held, numbers = tuple(done.held), tuple(done.renumbered)
    taken = Taken(done.tip, fetched, len(done.made), held, numbers, done.there)
    if dry_run:
        return taken
    _check_work_copies(repository, objects, head, done.tip)
    stopped = [(each.commit, each.stopped.path) for each in held]
    refs = {ref_of(repository, *each): keep(repository, *each) for each in stopped}
    sync_objects(repository, 0)  # what was fetched as well, however long that is ago
    lock.heads_for(done.tip)
    person = repository.identity() or Identity("gridctl", "")
    move_head(repository, head, done.tip, "gridctl sync", person, refs | {BEFORE: head})
    return _along(repository, objects, head, taken, lock)


def common_ground(repository: Repository, head: str, incoming: str) -> str:
    """The last commit that the two sides have in common; Refused where they have none."""
    base = meeting(repository, head, incoming)
    if base is None:
        raise Refused(
            "Y02",
            say("The other side holds another ledger: the two have no commit in common."),
            say("Look at its address. A new clone begins with a copy of the server: git clone"),
        )
    return base


def _along(repository: Repository, objects: Objects, head: str, taken: Taken, lock: Held) -> Taken:
    """Bring folder and index along; a failure here leaves the rest to the next writer."""
    try:
        # The whole repository: what lies beside the ledger has moved as well.
        bring_forward(replace(repository, prefix=""), objects, old=head, new=taken.tip)
    except GridctlError as error:
        lock.unfinished = True
        behind = say(
            "recorded, but the file in the folder is behind: {reason}", reason=error.message
        )
        return replace(taken, warnings=(behind,))
    return taken


def _range(objects: Objects, base: str, tip: str) -> Range:
    first, last = objects.commit(base), objects.commit(tip)
    assert first
    assert last
    return Range(first, last)


def _check_unshared(repository: Repository, own: list[str], head: str) -> None:
    """Refuses to make anew what others have: it would stand there twice."""
    if set(own) - unshared(repository, head):
        raise Refused(
            "Y02",
            say("Entries of this clone that others have already are missing on the other side."),
            say(
                "It is older than what you have synced with, or was rewritten. If it is a file: give yours away in a new one, and have it brought back: gridctl sync --bundle FILE"
            ),
        )


def _check_work_copies(repository: Repository, objects: Objects, old: str, new: str) -> None:
    """Refuses where a file that changes was edited by hand."""
    for path, before, after in changed(repository, objects, old, new):
        if path not in SETTINGS and not path.startswith(_FOLDERS):
            continue
        found = work_file.read(repository.root, path)
        wanted = [objects.blob(blob) if blob else None for blob in (before, after)]
        if found not in wanted:
            raise Refused(
                "P02",
                say("{path} was edited by hand and that is not recorded.", path=path),
                say(
                    "Record the edit: gridctl record. Or drop it: git checkout HEAD -- {path}",
                    path=path,
                ),
            )
