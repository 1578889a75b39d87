"""Cases on top: events of this clone placed on cases as the other side has them now."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gridctl.app.case_bytes import case_bytes
from gridctl.app.checking import check_links
from gridctl.app.desk import Placed
from gridctl.app.following import Follow, Renumbering
from gridctl.app.hand_made import check_hand_made
from gridctl.app.ledger import Ledger
from gridctl.app.past import Past
from gridctl.app.renewing import renewed
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.identifiers import case_path
from gridctl.domain.judging import Entry, judge, judge_first
from gridctl.domain.replaying import apart, check_not_moved, next_in, parted
from gridctl.domain.steps import is_neutral
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.file import Filed
from gridctl.domain.verbs.renumber import Renumbered
from gridctl.errors import Broken, NotFound, Problem, Refused, Usage
from gridctl.git.history import Change
from gridctl.git.objects import FILE
from gridctl.git.objects import Entry as TreeEntry
from gridctl.store import case_file
from gridctl.words import say


@dataclass
class _Standing:
    """A case on top: as it is now, what the other side added, the new numbers of own entries."""

    case: Case | None
    theirs: tuple[Event, ...]
    numbers: dict[int, int | None] = field(default_factory=dict)
    stuck: bool = False


class CasesOnTop:
    """The cases of a replay, as they stand after each commit."""

    def __init__(self, past: Past) -> None:
        self._past = past
        self._standing: dict[str, _Standing] = {}
        self._numbers: dict[str, str] | None = None
        self._stuck: set[str] = set()

    def stick(self, path: str) -> None:
        """What moves this case from here on builds on what was held back."""
        self._stuck.add(path)
        if path in self._standing:
            self._standing[path].stuck = True

    @property
    def fresh(self) -> frozenset[str]:
        """The cases that this clone wrote to, new ones among them."""
        return frozenset(_id_of(path) for path, each in self._standing.items() if each.case)

    def place(
        self, ledger: Ledger, entry: Entry, tree: str, changes: Sequence[Change], follow: Follow
    ) -> None:
        """Place what a commit added to cases; those that name each other follow together, or not."""
        own: dict[str, tuple[Event, ...]] = {}
        for change in changes:
            added = self._added(ledger, tree, change)
            if added is None:
                follow.plain.append(change)
            else:
                own[change.path] = added
        for group in belonging(own):
            self._place(ledger, entry, {path: own[path] for path in group}, follow)

    def hold(
        self,
        ledger: Ledger,
        tree: str,
        changes: Sequence[Change],
        refusal: Refused,
        follow: Follow,
    ) -> None:
        """Hold back all that a commit added to cases, and with it what builds on that."""
        for change in changes:
            added = self._added(ledger, tree, change)
            if added is None:
                follow.plain.append(change)
            else:
                self._hold(change.path, added, refusal, follow)

    def _added(self, ledger: Ledger, tree: str, change: Change) -> tuple[Event, ...] | None:
        """What the commit added; None where it did more than add, or the other side's is broken."""
        path, old = change.path, change.old[1] if change.old else None
        assert change.new
        before = self._past.case(path, old) if old else None
        after = self._past.case(path, change.new[1], former=old)
        if isinstance(before, Problem) or isinstance(after, Problem):
            return None
        known = before.history if before else ()
        if after.history[: len(known)] != known:
            return None
        if path not in self._standing:
            theirs = self._theirs(path, ledger.objects.find(tree, ledger.repository.prefix + path))
            if isinstance(theirs, Problem):
                return None
            said = theirs.history if theirs else ()
            theirs_alone = said[parted(known, said) :]
            self._standing[path] = _Standing(theirs, theirs_alone, stuck=path in self._stuck)
        return after.history[len(known) :]

    def _theirs(self, path: str, entry: TreeEntry | None) -> Case | Problem | None:
        if entry is None:
            return None
        if entry.mode != FILE:
            return Problem(path, 0, "F09", say("Not a plain file."))
        return self._past.case(path, entry.id)

    def _place(
        self,
        ledger: Ledger,
        entry: Entry,
        own: Mapping[str, tuple[Event, ...]],
        follow: Follow,
    ) -> None:
        """Place the events of cases that belong together, all or none."""
        trial = {path: replace(self._standing[path]) for path in own}
        placed: list[Placed] = []
        files: dict[str, bytes] = {}
        try:
            for path, events in own.items():
                mine = self._placed(ledger, entry, path, trial[path], events)
                if mine:
                    first, last = mine[0].before, mine[-1].after
                    check_hand_made(ledger, last, first, mine)
                    files[path] = case_bytes(last, case_file.write(first) if first else b"")
                placed += mine
            self._check_links(ledger, [each.case for each in trial.values() if each.case])
        except (Refused, Usage, NotFound, Broken) as error:
            refusal = error if isinstance(error, Refused) else Refused("C05", error.message)
            for path, events in own.items():
                self._hold(path, events, refusal, follow)
            return
        self._standing |= trial
        follow.there += sum(map(len, own.values())) - len(placed)
        follow.files |= files
        follow.placed += placed
        follow.renumbered += self._count(placed, own)

    def _hold(self, path: str, events: Sequence[Event], refusal: Refused, follow: Follow) -> None:
        standing = self._standing[path]
        standing.numbers |= dict.fromkeys(event.n for event in events)
        standing.stuck = standing.stuck or not all(is_neutral(event) for event in events)
        follow.hold([path], refusal, events, standing.theirs)

    def _placed(
        self, ledger: Ledger, entry: Entry, path: str, trial: _Standing, events: Sequence[Event]
    ) -> list[Placed]:
        events, trial.theirs, trial.numbers = apart(events, trial.theirs, trial.numbers)
        check_not_moved(events, trial.theirs)
        if trial.stuck and not all(is_neutral(event) for event in events):
            raise Refused("Y03", say("An earlier entry of yours on this case was held back."))
        placed = []
        for event in events:
            before = trial.case
            own = next_in(event, before.version + 1 if before else 1, trial.numbers)
            if before:
                own = renewed(ledger, before, own, lambda: self._given(ledger).values())
                trial.case = judge(before, own, entry)
            elif isinstance(own, Collected):
                trial.case = judge_first(_id_of(path), own, entry)
            else:
                raise Refused("Y03", say("The report that begins this case was held back."))
            trial.numbers[event.n] = own.n
            placed.append(Placed(before, own, trial.case))
        return placed

    def _given(self, ledger: Ledger) -> dict[str, str]:
        """The numbers given so far, by case."""
        if self._numbers is None:
            self._numbers = dict(ledger.cases.numbers)
        return self._numbers

    def _count(
        self, placed: Sequence[Placed], own: Mapping[str, Sequence[Event]]
    ) -> Iterator[Renumbering]:
        """Keep the numbers that are given now, and name those that are not what they were."""
        for each in placed:
            event = each.event
            if not isinstance(event, Filed | Renumbered):
                continue
            if self._numbers is not None:
                self._numbers[each.after.id] = event.number
            events = own[case_path(each.after.id)]
            said = [e.number for e in events if isinstance(e, Filed | Renumbered)]
            if event.number not in said:
                was = event.was if isinstance(event, Filed) else None
                yield Renumbering(each.after.id, was or said[-1], event.number)

    def _check_links(self, ledger: Ledger, cases: Sequence[Case]) -> None:
        """Refuses a link that the other end does not know."""
        named = {
            other
            for case in cases
            for other in (*case.links, *case.duplicates, case.duplicate_of)
            if other
        }
        known = {other: found for other in named if (found := self._known(ledger, other))}
        for problem in check_links(cases, known | {case.id: case for case in cases}):
            raise Refused(problem.rule, problem.message)

    def _known(self, ledger: Ledger, case_id: str) -> Case | None:
        standing = self._standing.get(case_path(case_id))
        if standing:
            return standing.case
        inside = ledger.repository.prefix + case_path(case_id)
        found = self._theirs(case_path(case_id), ledger.objects.find(ledger.commit.tree, inside))
        return found if isinstance(found, Case) else None


def belonging(own: Mapping[str, Sequence[Event]]) -> list[set[str]]:
    """The paths of one commit, put together where an event of one names another."""
    groups = [{path} for path in own]
    for path, events in own.items():
        named = {getattr(e, key, None) for e in events for key in ("to", "duplicate_of")}
        others = {other for other in own if _id_of(other) in named} | {path}
        joined = [group for group in groups if group & others]
        groups = [group for group in groups if group not in joined]
        groups.append(set().union(*joined))
    return groups


def _id_of(path: str) -> str:
    return os.path.basename(path)[:-5]
