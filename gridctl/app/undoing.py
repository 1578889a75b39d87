"""Undoing: one's own last entry is taken back, if it is fresh and nobody else has it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from gridctl.app.acting import Acting
from gridctl.app.change import ready
from gridctl.app.journal_files import sound
from gridctl.app.opening import place_of
from gridctl.domain.case import Case
from gridctl.domain.journal.entries import KIND_OF
from gridctl.domain.journal.month import Month, key_of_path
from gridctl.domain.journal_terms import JOURNAL_KINDS
from gridctl.domain.terms import EVENTS
from gridctl.errors import Refused, StoreFailed
from gridctl.git import index_file
from gridctl.git.objects import Commit, Objects
from gridctl.git.recovery import changed_in_head
from gridctl.git.repository import Repository
from gridctl.git.taking_back import UNDONE, is_shared, take_back
from gridctl.store import case_file, work_file
from gridctl.store.yaml_text import Unreadable
from gridctl.words import Message, listed, say

WITHIN = timedelta(minutes=15)
Change = tuple[str, str | None, str | None]  # path, blob before, blob after


@dataclass(frozen=True)
class Undone:
    """What was taken back: the commit's id and subject, the same in words, and the files it had
    changed.
    """

    commit: str
    subject: str
    told: Message
    files: tuple[str, ...]
    warnings: tuple[Message, ...] = ()


def undo(folder: str, acting: Acting) -> Undone:
    """Take HEAD back; Refused where it is not one's own, old, shared, or one was taken back before."""
    root, repository = place_of(folder)
    with ready(root, repository) as (ledger, lock):
        head, objects = ledger.commit, ledger.objects
        _check(repository, objects, head, acting)
        changed = tuple(changed_in_head(repository, objects))
        subject = head.message.partition("\n")[0]
        done = Undone(
            head.id, subject, _told(objects, subject, changed), tuple(c[0] for c in changed)
        )
        if acting.dry_run:
            return done
        identity = repository.identity()
        assert identity
        lock.heads_for(head.parents[0])
        take_back(repository, head.id, head.parents[0], identity)
        warnings = [*_files(objects, root, changed), *_index(repository, changed)]
        lock.unfinished = bool(warnings)
        return replace(done, warnings=tuple(warnings))


def _told(objects: Objects, subject: str, changed: Sequence[Change]) -> Message:
    """What the commit did: to the first of its cases, and to how many, or to the settings."""
    cases = [change for change in changed if change[0].startswith("cases/")]
    for path, old, new in cases:
        before, after = (_case(objects, path, blob) for blob in (old, new))
        if after:
            begun = before.version if before else 0
            did = listed(EVENTS[event.did] for event in after.history[begun:])
            one = say(
                "{case} {did} (v{before}→v{after})",
                case=after.ending,
                did=did,
                before=begun,
                after=after.version,
            )
            more = len(cases) - 1
            return say("{one}, and {more} more cases", one=one, more=more) if more else one
    month = next((m for path, _old, new in changed if (m := _journal(objects, path, new))), None)
    if month:
        kind = JOURNAL_KINDS[KIND_OF[month.entries[-1].did]]
        return say(
            "journal of {staff}, {month}: {kind}", staff=month.staff, month=month.month, kind=kind
        )
    return say("{files}: {subject}", files=listed(c[0] for c in changed), subject=subject)


def _journal(objects: Objects, path: str, blob: str | None) -> Month | None:
    """The journal of a blob; None where the path or the bytes are none."""
    found = sound(path, objects.blob(blob)) if blob and key_of_path(path) else None
    return found if isinstance(found, Month) and found.entries else None


def _case(objects: Objects, path: str, blob: str | None) -> Case | None:
    """The case of a blob; None where there was none, or nothing sound."""
    try:
        return case_file.read(path, objects.blob(blob)) if blob else None
    except Unreadable:
        return None


def _check(repository: Repository, objects: Objects, head: Commit, acting: Acting) -> None:
    identity = repository.identity()
    hint = say("A mistake is mended by a later entry: gridctl correct ID, or gridctl note ID TEXT")
    if identity is None or head.author.email.casefold() != identity.email.casefold():
        raise Refused("U01", say("The last entry was made by {name}.", name=head.author.name), hint)
    if not head.parents or "\nStep: " not in head.message:
        raise Refused("U01", say("The last commit was not made by gridctl on this ledger."), hint)
    if acting.now - head.committed_at > WITHIN:
        raise Refused("U02", say("The last entry is older than 15 minutes."), hint)
    if is_shared(repository, head.id):
        raise Refused("U03", say("The last entry is shared already."), hint)
    taken = objects.commit(UNDONE)
    if taken and taken.parents[:1] == (head.id,):
        raise Refused(
            "U04", say("One entry was taken back already; that is the most in a row."), hint
        )


def _files(objects: Objects, root: str, changed: tuple[Change, ...]) -> list[Message]:
    """Work files as they were; what a person has edited since stays."""
    warnings = []
    for path, old, new in changed:
        try:
            if work_file.read(root, path) != (objects.blob(new) if new else None):
                continue
            if old:
                work_file.write(root, path, objects.blob(old))
            else:
                work_file.remove(root, path)
        except StoreFailed as error:
            warnings.append(
                say("taken back, but the file in the folder is not: {reason}", reason=error.message)
            )
    return warnings


def _index(repository: Repository, changed: tuple[Change, ...]) -> list[Message]:
    entries = {repository.prefix + path: old for path, old, _new in changed}
    try:
        index_file.bring(repository, entries)
    except StoreFailed as error:
        return [say("taken back, but git's index is behind: {reason}", reason=error.message)]
    return []
