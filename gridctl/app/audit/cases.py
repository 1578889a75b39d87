"""Cases: along an edge every case only grows, by events that were legal when they were made."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gridctl.app.appended import appended
from gridctl.app.audit.act import Act
from gridctl.app.case_files import is_case_path
from gridctl.app.change import only_appends
from gridctl.app.earlier import last_sound
from gridctl.app.hand_made import check_hand_made
from gridctl.app.past import Past
from gridctl.domain.case import Case
from gridctl.domain.judging import check_mender
from gridctl.domain.violation import Violation
from gridctl.errors import GridctlError, Problem
from gridctl.git.history import Change
from gridctl.git.objects import FILE, Commit
from gridctl.store import case_file
from gridctl.words import say


class _Gain(NamedTuple):
    """What a case grew from (None: a new one), and to; `mended`: what stood between was not sound."""

    before: Case | None
    after: Case
    mended: bool = False


class CaseGrowth:
    """What the cases of a history gain. What was lost or altered is kept in mind: the commit that
    did it is named, and whoever brings the case back is not.
    """

    def __init__(self, past: Past) -> None:
        self._past = past
        self.numbered: dict[str, Commit] = {}  # what gave a case its number, in that order
        self._good: dict[str, str] = {}  # the last good blob of a path, where what followed is not

    def check(self, act: Act, changes: Iterable[Change]) -> Iterator[Violation]:
        """What a commit did to cases that it may not."""
        for change in changes:
            read = self._read(act, change)
            found = self._grown(act, change, read) if isinstance(read, Case) else read
            if isinstance(found, _Gain):
                if found.after.number != (found.before and found.before.number):
                    self.numbered.pop(found.after.id, None)
                    self.numbered[found.after.id] = act.commit
                yield from _judged(act, change, found)
            elif found:
                self._remember(change)
                yield found

    def _read(self, act: Act, change: Change) -> Case | Violation | None:
        """The case that a commit left at a path; None where it only removed what was none."""
        path, old, new = change
        if new is None:
            if not (is_case_path(path) and old and old[0] == FILE):
                return None
            message = say("The case was removed.")
            return act.broken("C07", message, path, case_of(path))
        if new[0] != FILE:
            return act.broken("F09", say("Not a plain file."), path, case_of(path), fresh=not old)
        if not is_case_path(path):
            message = say("No case file belongs here; its path follows from its id.")
            return act.broken("F08", message, path)
        former = old[1] if old and old[0] == FILE else None
        found = self._past.case(path, new[1], former=former)
        if isinstance(found, Problem):
            return act.broken(found.rule, found.message, path, case_of(path), fresh=not old)
        return found

    def _grown(self, act: Act, change: Change, after: Case) -> _Gain | Violation:
        """The case with what it grew from; the violation where it did not grow from it."""
        path, old, new = change
        assert new
        before = self._case(path, old)
        if before and old and self._past.grew(path, old[1], new[1]):
            return _Gain(before, after)
        good = self._case(path, (FILE, self._good[path])) if path in self._good else None
        if good is None and before is None and old:
            good = last_sound(act.ledger, path, None, case_file.read)
        if good is None and before is None:
            return _Gain(None, after)
        if good and only_appends(case_file.write(good), case_file.write(after)):
            self._good.pop(path, None)
            return _Gain(good, after, mended=True)
        message = say("What the case had on record was altered.")
        return act.broken("C06", message, path, after.id)

    def _remember(self, change: Change) -> None:
        if change.old and self._case(change.path, change.old):
            self._good.setdefault(change.path, change.old[1])

    def _case(self, path: str, there: tuple[str, str] | None) -> Case | None:
        """The sound case of a blob, None where there is none."""
        if there is None or there[0] != FILE or not is_case_path(path):
            return None
        found = self._past.case(path, there[1])
        return found if isinstance(found, Case) else None


def case_of(path: str) -> str | None:
    """The id of the case that a path is meant for."""
    return path.rpartition("/")[2].removesuffix(".yaml") if is_case_path(path) else None


def _judged(act: Act, change: Change, gain: _Gain) -> Iterator[Violation]:
    """What is off in the events that a case gained."""
    after, entry = gain.after, act.entry
    if entry is None:
        return
    if after.grid not in act.ledger.office.grids:
        message = say("There is no grid “{word}” in grids.yaml.", word=after.grid)
        yield act.broken("C05", message, change.path, after.id)
        return
    try:
        if gain.mended:
            check_mender(after, entry)
        placed = appended(after, gain.before, entry)
        check_hand_made(act.ledger, after, gain.before, placed)
    except GridctlError as error:
        yield from act.refused(error, change.path, after.id)
