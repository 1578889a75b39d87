"""Holding: what did not follow when clones were brought together, looked at and dropped."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridctl.app.case_files import is_case_path
from gridctl.app.change import ready
from gridctl.app.journal_files import sound
from gridctl.app.ledger import Ledger
from gridctl.app.opening import place_of
from gridctl.app.past import Past
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.identifiers import as_meant
from gridctl.domain.journal.month import Key, Month, key_of_path
from gridctl.domain.replaying import parted, twin
from gridctl.errors import NotFound, Problem
from gridctl.git.held_refs import Kept, drop, kept
from gridctl.git.history import Change, edges_of
from gridctl.git.lineage import BEFORE, descends
from gridctl.git.objects import FILE, Commit
from gridctl.git.repository import Identity
from gridctl.words import say


@dataclass(frozen=True)
class Waiting:
    """One file of one commit that is held back: what was done there by whom, and what the other
    side did meanwhile. It is of a case, of the journal `key`, or a file of another kind.
    """

    kept: Kept
    commit: Commit
    events: tuple[Event, ...] = ()
    case: Case | None = None
    key: Key | None = None
    theirs: tuple[Event, ...] = ()

    @property
    def short(self) -> str:
        """What a person types to name it."""
        return self.commit.id[:7]


def waiting(ledger: Ledger, *words: str) -> list[Waiting]:
    """All that is held back, or what the words name: a case, a file, or the id of the commit."""
    read = (_read(ledger, each) for each in kept(ledger.repository))
    found = sorted(
        read, key=lambda e: (e.commit.authored_at, e.kept.path, *(x.n for x in e.events))
    )
    if not words:
        return found
    named = [each for each in found if any(_is_named(each, word) for word in words)]
    for word in words:
        if not any(_is_named(each, word) for each in named):
            raise NotFound(
                say("Nothing of “{word}” is held back.", word=word),
                say("See what is: gridctl held"),
            )
    return named


def still_held(ledger: Ledger) -> int:
    """How many files of commits are held back here."""
    return len(kept(ledger.repository))


def _is_named(each: Waiting, word: str) -> bool:
    wanted = as_meant(word)
    case = bool(each.case and wanted and each.case.id.endswith(wanted))
    return case or each.kept.path == word or (len(word) > 3 and each.commit.id.startswith(word))


def _read(ledger: Ledger, item: Kept) -> Waiting:
    commit = ledger.objects.commit(item.commit)
    assert commit
    edge = next(edges_of(ledger.repository, iter([commit])))
    change = next((each for each in edge.changes if each.path == item.path), None)
    key = key_of_path(item.path)
    if change is None or change.new is None:
        return Waiting(item, commit)
    if key:
        return Waiting(item, commit, events=_noted(ledger, key, change), key=key)
    if is_case_path(item.path):
        return _of_case(ledger, item, commit, change)
    return Waiting(item, commit)


def _of_case(ledger: Ledger, item: Kept, commit: Commit, change: Change) -> Waiting:
    past = Past(ledger.objects)
    assert change.new
    before = past.case(item.path, change.old[1]) if change.old else None
    after = past.case(item.path, change.new[1])
    if not isinstance(after, Case) or isinstance(before, Problem):
        return Waiting(item, commit)
    entry = ledger.objects.find(ledger.commit.tree, ledger.repository.prefix + item.path)
    now = past.case(item.path, entry.id) if entry and entry.mode == FILE else None
    said = now.history if isinstance(now, Case) else ()
    theirs = said[parted(after.history, said) :]
    own = _own_side(ledger, past, item, after)
    return Waiting(
        item,
        commit,
        events=after.history[before.version if before else 0 :],
        case=after,
        theirs=tuple(each for each in theirs if twin(each, own) is None),
    )


def _own_side(ledger: Ledger, past: Past, item: Kept, after: Case) -> tuple[Event, ...]:
    """All that this clone had recorded of a case when it was last brought together with another."""
    before = ledger.objects.commit(BEFORE)
    if before is None or not descends(ledger.repository, before.id, item.commit):
        return after.history
    entry = ledger.objects.find(before.tree, ledger.repository.inside(item.path))
    found = past.case(item.path, entry.id) if entry and entry.mode == FILE else None
    return found.history if isinstance(found, Case) else after.history


def _noted(ledger: Ledger, key: Key, change: Change) -> tuple[Event, ...]:
    sides = (change.old, change.new)
    months = [
        sound(key.path, ledger.objects.blob(side[1])) if side else Month(*key) for side in sides
    ]
    before, after = (each.entries if isinstance(each, Month) else () for each in months)
    return after[len(before) :]


def drop_held(folder: str, words: Sequence[str], *, dry_run: bool = False) -> list[Waiting]:
    """Keep what the words name no longer; what it was."""
    root, repository = place_of(folder)
    if dry_run:
        with Ledger(root, repository) as ledger:
            return waiting(ledger, *words)
    with ready(root, repository) as (ledger, _lock):
        found = waiting(ledger, *words)
        person = repository.identity() or Identity("gridctl", "")
        drop(repository, tuple(each.kept for each in found), person)
        return found
