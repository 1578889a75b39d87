"""Cases: along an edge every case only grows, by events that were legal when they were made."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from gridctl.app.appended import appended
from gridctl.app.audit.act import Act
from gridctl.app.case_bytes import only_appends
from gridctl.app.case_files import is_case_path
from gridctl.app.earlier import last_sound
from gridctl.app.hand_made import check_hand_made
from gridctl.app.past import Past
from gridctl.domain.alterations import alteration, of_field
from gridctl.domain.case import Case
from gridctl.domain.judging import check_mender
from gridctl.domain.mending import Lost, whole
from gridctl.domain.violation import Violation
from gridctl.errors import GridctlError, Problem
from gridctl.git.history import Change
from gridctl.git.objects import FILE, Commit
from gridctl.store import case_file
from gridctl.words import Message, say


class _Gain(NamedTuple):
    """What a case grew from (None: a new one), and to; `mended`: what stood between was not sound."""

    before: Case | None
    after: Case
    mended: bool = False


class Earlier(Protocol):
    """What is known of cases before a history begins."""

    def was_removed(self, path: str) -> bool:
        """Whether a case was removed before it."""

    def lost(self, path: str, commit: str) -> Lost | None:
        """What is lost of a case as it stands after a commit of it."""


class CaseGrowth:
    """What the cases of a history gain. What was lost or altered is kept in mind: the commit that
    did it is named, and whoever brings the case back whole is not.

    `earlier` tells what went before the history that is gone along; None where that is all of it.
    """

    def __init__(self, past: Past, earlier: Earlier | None = None) -> None:
        self._past = past
        self._earlier = earlier
        self.numbered: dict[str, Commit] = {}  # what gave a case its number, in that order
        self.lost: dict[str, Lost] = {}  # what has to come back, by path
        self._named: set[str] = set()  # paths of which something was told
        self._followed: set[str] = (
            set()
        )  # paths whose losses are known, where `earlier` has to tell

    def check(self, act: Act, changes: Iterable[Change]) -> Iterator[Violation]:
        """What a commit did to cases that it may not."""
        for change in changes:
            read = self._read(act, change)
            found = self._grown(act, change, read) if isinstance(read, Case) else read
            if isinstance(found, _Gain):
                yield from self._gained(act, change, found)
            elif found:
                self._remember(change)
                yield found

    def _gained(self, act: Act, change: Change, gain: _Gain) -> Iterator[Violation]:
        """What is off in a gain."""
        wrong = list(_judged(act, change, gain))
        if gain.after.number != (gain.before and gain.before.number):
            self.numbered.pop(gain.after.id, None)
            self.numbered[gain.after.id] = act.commit
        if change.path in self.lost:
            self._on_top(change.path, gain, legal=act.entry is not None and not wrong)
        yield from wrong

    def _on_top(self, path: str, gain: _Gain, *, legal: bool) -> None:
        """Keep in mind what was recorded on a case that lacks something, until it is whole."""
        lost = self.lost[path]
        if gain.mended or _begins(whole(lost).case, gain.after):
            del self.lost[path]
        elif legal:
            known = gain.before.version if gain.before else 0
            self.lost[path] = lost.grown(gain.after.history[known:])

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
            message = self._of_head(found, new[1])
            return act.broken(found.rule, message, path, case_of(path), fresh=not old)
        return found

    def _of_head(self, found: Problem, blob: str) -> Message:
        """What a problem says; of a head that lies, what it should be and what it was made."""
        key, right = (found.message.values.get(each) for each in ("key", "right"))
        line = self._past.head(found.path, blob).get(str(key))
        if found.rule != "C02" or right is None or line is None:
            return found.message
        told = of_field(str(key), right, line)
        return say("What the history does not say was put in the head: {what}.", what=told)

    def _grown(self, act: Act, change: Change, after: Case) -> _Gain | Violation:
        """The case with what it grew from; the violation where it did not grow from it."""
        path, old, new = change
        assert new
        before = self._case(path, old)
        if before and old and self._past.grew(path, old[1], new[1]):
            return _Gain(before, after)
        lost = self._lost(act, path, fresh=old is None)
        if lost is None and before is None and old:
            good = last_sound(act.ledger, path, None, case_file.read)
            lost = Lost(good) if good else None
        if lost is None and before is None:
            return _Gain(None, after)
        mended = whole(lost).case if lost else None
        if mended and _begins(mended, after):
            return _Gain(mended, after, mended=True)
        told = alteration((mended or before or after).history, after.history)
        message = say("What the case had on record was altered.")
        if told:
            message = say("What the case had on record was altered: {what}.", what=told)
        return act.broken("C06", message, path, after.id)

    def _remember(self, change: Change) -> None:
        """Keep in mind what stood there before, unless something was lacking already."""
        path = change.path
        self._named.add(path)
        good = self._case(path, change.old)
        if good and path not in self.lost and (self._earlier is None or path in self._followed):
            self.lost[path] = Lost(good)

    def _lost(self, act: Act, path: str, *, fresh: bool) -> Lost | None:
        """What is lost of a case before a commit; `fresh`: nothing stands there."""
        earlier = self._earlier
        if earlier and path not in self._followed:
            self._followed.add(path)
            known = not fresh or path in self._named or earlier.was_removed(path)
            found = earlier.lost(path, act.ledger.commit.id) if known else None
            if found:
                self.lost[path] = found
        return self.lost.get(path)

    def _case(self, path: str, there: tuple[str, str] | None) -> Case | None:
        """The sound case of a blob, None where there is none."""
        if there is None or there[0] != FILE or not is_case_path(path):
            return None
        found = self._past.case(path, there[1])
        return found if isinstance(found, Case) else None


def _begins(before: Case, after: Case) -> bool:
    """By their bytes: moments are equal in any offset."""
    return only_appends(case_file.write(before), case_file.write(after))


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
