"""Journals: along an edge every journal only grows, by entries that were legal when they were made."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gridctl.app.audit.act import Act
from gridctl.app.audit.remedies import brought_back, entered_again
from gridctl.app.earlier import last_sound
from gridctl.app.journal_files import misplaced, sound
from gridctl.app.journal_recording import judged
from gridctl.domain.journal.judging import check_mender
from gridctl.domain.journal.month import Month, key_of_path
from gridctl.domain.violation import Violation
from gridctl.errors import GridctlError, Problem
from gridctl.git.history import Change
from gridctl.git.objects import FILE, Objects
from gridctl.store import journal_file
from gridctl.store.sizes import LARGEST
from gridctl.words import say


class JournalGrowth:
    """What the journals of a history gain; what was lost or altered is kept in mind as of cases."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        # The last good state of a path, and a commit that has it, where what followed is not good.
        self._good: dict[str, tuple[Month, str]] = {}
        self._followed: set[str] = set()  # those of them on which entries were made since

    def check(
        self, act: Act, changes: Iterable[Change], fresh: frozenset[str]
    ) -> Iterator[Violation]:
        """What a commit did to journals that it may not; `fresh` are the cases that it began."""
        for change in changes:
            before = self._month(change.path, change.old)
            read = self._read(act, change)
            found = (
                self._grown(act, change, before, read, fresh) if isinstance(read, Month) else read
            )
            if isinstance(found, Violation):
                if before:
                    self._good.setdefault(change.path, (before, act.ledger.commit.id))
                yield self._with_remedy(found, change)
            elif found:
                if change.path in self._good:
                    self._followed.add(change.path)
                yield from found

    def _with_remedy(self, found: Violation, change: Change) -> Violation:
        """What was good last stood before the first of several breaks."""
        if change.old is None or change.path not in self._good or found.rule == "J01":
            return found
        good = self._good[change.path][1]
        return replace(found, remedy=brought_back(found.rule, change.path, good))

    def at_the_end(self, found: Violation) -> Violation:
        """The violation with what to do about it now that all is read: entries made since stay."""
        if found.rule != "J04" or found.path not in self._followed:
            return found
        return replace(found, remedy=entered_again())

    def _read(self, act: Act, change: Change) -> Month | Violation | None:
        """The journal that a commit left at a path; None where it only removed what was none."""
        path, old, new = change
        if new is None:
            if not (key_of_path(path) and old and old[0] == FILE):
                return None
            message = say("The journal was removed.")
            return act.broken("J04", message, path)
        if new[0] != FILE:
            return act.broken("F09", say("Not a plain file."), path, fresh=not old)
        if key_of_path(path) is None:
            return act.broken("J01", misplaced(path).message, path)
        found = sound(path, self._objects.blob(new[1], limit=LARGEST))
        if isinstance(found, Problem):
            return act.broken(found.rule, found.message, path, fresh=not old)
        return found

    def _grown(
        self, act: Act, change: Change, before: Month | None, after: Month, fresh: frozenset[str]
    ) -> Iterator[Violation] | Violation:
        """What is off in the entries gained; the violation where the journal did not only grow."""
        path = change.path
        if before and _continues(before, after):
            return _judged(act, path, before, after, fresh)
        good = self._good[path][0] if path in self._good else None
        if good is None and before is None and change.old:
            good = last_sound(act.ledger, path, None, journal_file.read)
        if good is None and before is None:
            return _judged(act, path, Month(*after.key), after, fresh)
        if good and _continues(good, after):
            self._good.pop(path, None)
            self._followed.discard(path)
            return _judged(act, path, good, after, fresh, mended=True)
        message = say("What the journal had on record was altered.")
        return act.broken("J04", message, path)

    def _month(self, path: str, there: tuple[str, str] | None) -> Month | None:
        """The sound journal of a blob, None where there is none."""
        if there is None or there[0] != FILE or key_of_path(path) is None:
            return None
        found = sound(path, self._objects.blob(there[1], limit=LARGEST))
        return found if isinstance(found, Month) else None


def _continues(before: Month, after: Month) -> bool:
    """By their bytes: moments are equal in any offset."""
    return journal_file.write(after).startswith(journal_file.write(before))


def _judged(
    act: Act, path: str, before: Month, after: Month, fresh: frozenset[str], *, mended: bool = False
) -> Iterator[Violation]:
    """What is off in the entries that a journal gained."""
    entry = act.entry
    if entry is None:
        return
    try:
        if mended:
            check_mender(before, entry)
        for event in after.entries[len(before.entries) :]:
            before = judged(act.ledger, before, event, entry, fresh)
    except GridctlError as error:
        yield from act.refused(error, path)
