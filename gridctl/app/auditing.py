"""Auditing: what a history proves, commit by commit along every edge, and what it cannot prove."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from gridctl.app.audit.act import Act, act_of
from gridctl.app.audit.anchors import check_anchor
from gridctl.app.audit.audited import Audited
from gridctl.app.audit.authors import check_author
from gridctl.app.audit.cases import CaseGrowth, case_of
from gridctl.app.audit.dates import Dates
from gridctl.app.audit.founding import Founding, inside
from gridctl.app.audit.journals import JournalGrowth
from gridctl.app.audit.lookback import before
from gridctl.app.audit.merges import Merges
from gridctl.app.audit.outside_git import check_outside
from gridctl.app.audit.settings import check_settings_change
from gridctl.app.audit.shares import Share, beside, nothing_collected, shares
from gridctl.app.audit.signed import SignedCommits
from gridctl.app.audit.standing import Standing, Standings
from gridctl.app.audit.tip import check_tip
from gridctl.app.audit.unproven import LeftOpen, unproven
from gridctl.app.past import Past
from gridctl.domain.anchor import Anchor
from gridctl.domain.settings_files import SETTINGS
from gridctl.domain.violation import Violation
from gridctl.git.history import Change, Edge, Range, count_of, edges
from gridctl.git.objects import Commit, Objects
from gridctl.git.repository import Repository
from gridctl.words import say

__all__ = ["Audited", "Violation", "audit"]

_AT_ONCE = 500  # edges whose files are read together
Watch = Callable[[Iterable[Edge]], Iterable[Edge]]


def audit(
    repository: Repository,
    objects: Objects,
    range_: Range,
    *,
    watch: Watch = lambda edges: edges,
    anchors: Sequence[Anchor] = (),
) -> Audited:
    """Everything that the commits of a range did and may not have done, parents before children.

    `watch` may show progress over the edges as they are read; `anchors` have to be in the history.
    """
    first, *others = shares(count_of(repository, range_))
    calls = [(repository, range_, share) for share in others]
    with nothing_collected(), beside(_judge, calls) as answers:
        run = _Audit(repository, objects, range_, first)
        run.follow(watch(edges(repository, objects, range_)))
        for each in answers():
            run.add(each)
    found = run.told()
    named = {commit.id: commit for commit in run.named}
    at_the_end = list(run.end(range_.tip))
    for anchor in anchors:
        at_the_end += check_anchor(repository, objects, range_.tip, anchor)
    for broken_by in at_the_end:
        commit = objects.commit(broken_by.commit)
        assert commit
        named[broken_by.commit] = commit
    return Audited(
        run.count,
        (*found, *at_the_end),
        tuple(unproven(repository, range_, run.left_open(range_.tip), anchored=bool(anchors))),
        range_.tip.id,
        named,
    )


class Judged(NamedTuple):
    """What one share of the cases came to: violations and first numbers, by the place of their commit."""

    found: list[tuple[int, Violation]]
    named: list[Commit]
    numbered: list[tuple[int, str, Commit]]


def _judge(repository: Repository, range_: Range, share: Share) -> Judged:
    """The share of another process, read by a git of its own."""
    with nothing_collected(), Objects(repository) as objects:
        run = _Audit(repository, objects, range_, share)
        run.follow(edges(repository, objects, range_))
        return Judged(run.found, run.named, run.numbered())


class _Audit:
    """One run over a range; what it keeps in mind of the commits that went before."""

    def __init__(
        self, repository: Repository, objects: Objects, range_: Range, share: Share
    ) -> None:
        past = self._past = Past(objects)
        self._share = share
        self.count = 0
        self.found: list[tuple[int, Violation]] = []
        self.named: list[Commit] = []
        self._standings = Standings(repository, objects)
        self._cases = CaseGrowth(past, before(range_, repository, objects, past, self._standings))
        self._journals = JournalGrowth(objects)
        self._dates = Dates(objects)
        self._merges = Merges(repository, objects, past, self._standings)
        self._signed = SignedCommits(repository, objects, lambda id_: self._standings.of(id_).rules)
        begun = bool(range_.base and self._standings.of(range_.base.id).rules)
        self._founding = Founding(self._standings, repository.shallow(), begun=begun)
        self._places: dict[str, int] = {}
        self.touched: dict[str, Commit] = {}  # every case with the commit that changed it last

    def follow(self, edges: Iterable[Edge]) -> None:
        """Go along the edges, and find what they may not have done."""
        for _id, group in groupby(self._fetched(edges), lambda edge: edge.commit.id):
            own = list(group)
            found = list(self._check(own))
            self.found += [(self.count, each) for each in found]
            self.named += [own[0].commit] if found else []
            self._places[own[0].commit.id] = self.count
            self.count += 1

    def add(self, other: Judged) -> None:
        """Take over what another share came to."""
        self.found += other.found
        self.named += other.named
        every = sorted([*self.numbered(), *other.numbered], key=lambda each: each[0])
        self._cases.numbered = {case: commit for _place, case, commit in every}

    def told(self) -> list[Violation]:
        """What was found, in the order of the commits."""
        in_order = sorted(self.found, key=lambda each: each[0])
        return [self._journals.at_the_end(violation) for _place, violation in in_order]

    def numbered(self) -> list[tuple[int, str, Commit]]:
        """What gave a case its number, with the place of the commit."""
        return [(self._places[c.id], case, c) for case, c in self._cases.numbered.items()]

    def _fetched(self, edges: Iterable[Edge]) -> Iterator[Edge]:
        """The edges, with the files of many of them read at once."""
        rest = iter(edges)
        while chunk := list(islice(rest, _AT_ONCE)):
            self._past.fetch(chunk, self._share.has)
            yield from chunk

    def _check(self, own: Sequence[Edge]) -> Iterator[Violation]:
        """What one commit, given with all its edges, did that it may not."""
        after = self._standings.follow(own)
        if not self._share.is_first:
            yield from self._cases_alone(own)
            return
        stood = [edge for edge in own if self._standings.of(edge.parent).rules]
        self._touch(own)
        self._dates.follow(own)
        if not stood:
            yield from self._founding.check(own, after)
            return
        yield from self._signed.check(own)
        act = self._act(stood[0])
        if len(own) > 1:
            yield from self._merges.check(act, own, after)
        else:
            yield from self._recorded(act, own[0], after)

    def _cases_alone(self, own: Sequence[Edge]) -> Iterator[Violation]:
        """What one commit did to the cases of a share that has nothing else."""
        edge = own[0]
        if len(own) == 1 and self._standings.of(edge.parent).rules:
            cases = [each for each in edge.changes if self._is_ours(each)]
            if cases:
                yield from self._cases.check(self._act(edge), cases)

    def _is_ours(self, change: Change) -> bool:
        return inside(change, "cases") and self._share.has(change.path)

    def end(self, tip: Commit) -> Iterator[Violation]:
        """What does not hold where the range ends."""
        rules = self._standings.of(tip.id).rules
        if rules:
            ledger = self._standings.ledger(rules, tip.id)
            yield from check_tip(ledger, self.touched, self._cases.numbered, self._past)

    def left_open(self, tip: Commit) -> LeftOpen:
        """What was seen that breaks no rule and is not proved to be as it says."""
        rules = self._standings.of(tip.id).rules
        keyed = rules is not None and any(each.keys for each in rules.office.people.values())
        unkeyed = tuple(self._signed.unkeyed.values()) if keyed else None
        return LeftOpen(unkeyed, self._founding.given, self._merges.stale, tuple(self._dates.back))

    def _touch(self, own: Sequence[Edge]) -> None:
        """A merge changes what every side has otherwise; its own cases are those of its sides."""
        for change in own[0].changes if len(own) == 1 else ():
            case = case_of(change.path)
            if case:
                self.touched.pop(case, None)
                self.touched[case] = own[0].commit

    def _act(self, edge: Edge) -> Act:
        rules, parent = self._standings.of(edge.parent).rules, edge.parent
        assert rules
        assert parent
        return act_of(edge.commit, self._standings.ledger(rules, parent))

    def _recorded(self, act: Act, edge: Edge, after: Standing) -> Iterator[Violation]:
        """A commit with one parent: settings, or cases and journals, by somebody on the staff."""
        changes = edge.changes
        settings = [change for change in changes if change.path in SETTINGS]
        cases = [change for change in changes if inside(change, "cases")]
        journals = [change for change in changes if inside(change, "journal")]
        if settings or cases or journals:
            yield from check_author(act)
        if settings and (cases or journals):
            yield act.broken("H01", say("Settings were changed together with cases or journals."))
        if settings:
            before = self._standings.of(edge.parent)
            yield from check_settings_change(act, self._standings, before.files, after.files)
        yield from self._cases.check(act, [each for each in cases if self._is_ours(each)])
        fresh = frozenset(filter(None, (case_of(each.path) for each in cases)))
        yield from self._journals.check(act, journals, fresh)
        yield from check_outside(act.commit, changes)
