"""Journals on top: entries of this clone placed in journals as the other side has them now."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gridctl.app.following import Follow
from gridctl.app.journal_change import Noted
from gridctl.app.journal_files import sound
from gridctl.app.journal_references import check_known
from gridctl.app.ledger import Ledger
from gridctl.domain.event import Event
from gridctl.domain.journal.judging import judge
from gridctl.domain.journal.month import Key, Month, key_of_path
from gridctl.domain.judging import Entry
from gridctl.domain.replaying import apart, next_in, parted
from gridctl.errors import NotFound, Problem, Refused
from gridctl.git.history import Change
from gridctl.git.objects import Objects
from gridctl.store import journal_file
from gridctl.store.sizes import LARGEST
from gridctl.words import say


@dataclass
class _Standing:
    """A journal on top, what the other side added, and the new numbers of own entries."""

    month: Month
    theirs: tuple[Event, ...]
    numbers: dict[int, int | None] = field(default_factory=dict)


class JournalsOnTop:
    """The journals of a replay, as they stand after each commit."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._standing: dict[Key, _Standing] = {}

    def place(
        self,
        ledger: Ledger,
        entry: Entry,
        tree: str,
        changes: Sequence[Change],
        follow: Follow,
        fresh: frozenset[str],
    ) -> None:
        """Place what a commit added to each journal; `fresh` are cases that it may name."""
        for change in changes:
            key = key_of_path(change.path)
            added = self._added(ledger, tree, key, change) if key else None
            if key is None or added is None:
                follow.plain.append(change)
                continue
            standing = self._standing[key]
            try:
                placed = self._placed(ledger, entry, standing, added, fresh)
            except (Refused, NotFound) as error:
                refusal = error if isinstance(error, Refused) else Refused("J05", error.message)
                _hold(change.path, standing, added, refusal, follow)
                continue
            follow.there += len(added) - len(placed)
            if placed:
                follow.files[change.path] = journal_file.write(standing.month)
                follow.noted += [Noted(key, event) for event in placed]

    def hold(
        self,
        ledger: Ledger,
        tree: str,
        changes: Sequence[Change],
        refusal: Refused,
        follow: Follow,
    ) -> None:
        """Hold back all that a commit added to journals, and with it what mends that."""
        for change in changes:
            key = key_of_path(change.path)
            added = self._added(ledger, tree, key, change) if key else None
            if key is None or added is None:
                follow.plain.append(change)
            else:
                _hold(change.path, self._standing[key], added, refusal, follow)

    def _added(
        self, ledger: Ledger, tree: str, key: Key, change: Change
    ) -> tuple[Event, ...] | None:
        """What the commit added; None where it did more than add, or the other side's is broken."""
        assert change.new
        before = self._read(key, change.old[1]) if change.old else Month(*key)
        after = self._read(key, change.new[1])
        if before is None or after is None:
            return None
        known = before.entries
        if after.entries[: len(known)] != known:
            return None
        if key not in self._standing:
            found = ledger.objects.find(tree, ledger.repository.prefix + change.path)
            theirs = self._read(key, found.id) if found else Month(*key)
            if theirs is None:
                return None
            said = theirs.entries
            self._standing[key] = _Standing(theirs, said[parted(known, said) :])
        return after.entries[len(known) :]

    def _read(self, key: Key, blob: str) -> Month | None:
        found = sound(key.path, self._objects.blob(blob, limit=LARGEST))
        return None if isinstance(found, Problem) else found

    def _placed(
        self,
        ledger: Ledger,
        entry: Entry,
        standing: _Standing,
        events: Sequence[Event],
        fresh: frozenset[str],
    ) -> list[Event]:
        """Put all of these entries into the month, but for those that are there already."""
        month = standing.month
        missing, theirs, numbers = apart(events, standing.theirs, standing.numbers)
        placed: list[Event] = []
        for event in missing:
            own = next_in(event, len(month.entries) + 1, numbers)
            check_known(ledger, own, fresh)
            month = judge(month, own, entry)
            numbers[event.n] = own.n
            placed.append(own)
        if len(journal_file.write(month)) > LARGEST:
            raise Refused("F02", say("The file has more than {limit} bytes.", limit=LARGEST))
        standing.month, standing.numbers, standing.theirs = month, numbers, theirs
        return placed


def _hold(
    path: str, standing: _Standing, events: Sequence[Event], refusal: Refused, follow: Follow
) -> None:
    standing.numbers |= dict.fromkeys(event.n for event in events)
    follow.hold([path], refusal, events, standing.theirs)
