"""Replay: commits of this clone decided anew on top of another state; what does not follow is held back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from gridctl.app.acting import Hand
from gridctl.app.case_files import is_case_path
from gridctl.app.commit_message import commit_message
from gridctl.app.following import Follow, Renumbering, Stopped
from gridctl.app.journal_change import journal_message
from gridctl.app.ledger import Ledger
from gridctl.app.own_merges import merge_alone
from gridctl.app.past import Past
from gridctl.app.replaying_cases import CasesOnTop
from gridctl.app.replaying_files import files_on_top
from gridctl.app.replaying_journals import JournalsOnTop
from gridctl.app.replaying_settings import settings_on_top
from gridctl.app.signatures import signer
from gridctl.app.who import address_unknown
from gridctl.domain.journal.month import key_of_path
from gridctl.domain.judging import Entry
from gridctl.domain.people import Person
from gridctl.domain.settings_files import SETTINGS
from gridctl.errors import Refused
from gridctl.git.commit import Sign, write
from gridctl.git.history import Change, edges_of
from gridctl.git.objects import FILE, Commit
from gridctl.git.repository import Repository
from gridctl.words import aside, say


class HeldBack(NamedTuple):
    """What did not follow of one commit."""

    commit: str
    stopped: Stopped


@dataclass
class Replay:
    """The state that grows, and what became of each commit."""

    ledger: Ledger
    now: datetime
    tip: str
    made: list[str] = field(default_factory=list)
    held: list[HeldBack] = field(default_factory=list)
    renumbered: list[Renumbering] = field(default_factory=list)
    there: int = 0


def replay(
    ledger: Ledger,
    commits: Iterable[Commit],
    now: datetime,
    hold: Mapping[str, Refused] = MappingProxyType({}),
) -> Replay:
    """These commits on top of `ledger`, in their order, but for those to be held back and why.

    Nothing but objects is written, not synced yet. Merges leave one straight line.
    """
    on_top = _OnTop(Replay(ledger, now, ledger.commit.id), hold)
    for commit in commits:
        if len(commit.parents) > 1:
            on_top.flatten(commit)
        else:
            on_top.take(commit)
    return on_top.done


class _OnTop:
    def __init__(self, done: Replay, hold: Mapping[str, Refused]) -> None:
        self.done = done
        self._hold = hold
        past = Past(done.ledger.objects)
        self._cases = CasesOnTop(past)
        self._journals = JournalsOnTop(done.ledger.objects)

    def take(self, commit: Commit) -> None:
        """Make the commit anew of all that follows."""
        ledger = self.done.ledger
        repository = ledger.repository
        # The whole repository: what lies beside the ledger is nobody's business, but not to be lost.
        edge = next(edges_of(replace(repository, prefix=""), iter([commit])))
        hand, sign = self._hand(commit)
        follow = Follow()
        kinds = _by_kind(_seen_from(repository, edge.changes))
        tree = self._tree()
        if isinstance(hand, Refused):
            self._cases.hold(ledger, tree, kinds["cases"], hand, follow)
            self._journals.hold(ledger, tree, kinds["journal"], hand, follow)
            others = (*kinds["settings"], *kinds["files"], *follow.plain)
            follow.hold((change.path for change in others), hand)
        else:
            settings_on_top(ledger, hand, kinds["settings"], follow)
            self._cases.place(ledger, hand.entry, tree, kinds["cases"], follow)
            self._journals.place(
                ledger, hand.entry, tree, kinds["journal"], follow, self._cases.fresh
            )
            files_on_top(ledger, tree, (*kinds["files"], *follow.plain), follow)
        self._record(commit, follow, sign)

    def flatten(self, merge: Commit) -> None:
        """Hold back what the merge alone has: its sides are taken one by one."""
        ledger = self.done.ledger
        found = list(merge_alone(ledger, merge, self._tree()))
        paths = [change.path for change in _seen_from(ledger.repository, found)]
        for path in paths:
            self._cases.stick(path)
        clash = say("It was brought together by hand, in a merge of plain git.")
        follow = Follow()
        follow.hold(paths, self._hold.get(merge.id) or Refused("Y06", clash))
        self._record(merge, follow, None)

    def _hand(self, commit: Commit) -> tuple[Hand | Refused, Sign | None]:
        """Who made the commit, by the staff file that it comes to stand on, and how it is signed;
        Refused where it is to be held back, as one is that this clone cannot sign for somebody else.
        """
        ledger = self.done.ledger
        if commit.id in self._hold:
            return self._hold[commit.id], None
        person = ledger.office.person_by_email(commit.author.email)
        if person is None:
            return address_unknown(commit.author), None
        try:
            sign = self._sign(person)
        except Refused as refusal:
            worker = ledger.repository.identity()
            if worker and worker.email == commit.author.email:
                raise
            return _of_another(person, refusal), None
        recorded = ledger.local(commit.authored_at)
        entry = Entry(ledger.office, person, recorded)
        return Hand(person.id, entry, recorded, commit.author), sign

    def _tree(self) -> str:
        commit = self.done.ledger.objects.commit(self.done.tip)
        assert commit
        return commit.tree

    def _record(self, commit: Commit, follow: Follow, sign: Sign | None) -> None:
        done, repository = self.done, self.done.ledger.repository
        done.held += [HeldBack(commit.id, each) for each in follow.held]
        done.renumbered += follow.renumbered
        done.there += follow.there
        if not follow.files:
            return
        files = {repository.inside(path): data for path, data in follow.files.items()}
        message = _message(commit, follow)
        author = commit.author, commit.authored_at
        done.tip = write(
            repository, done.tip, files, message, *author, again=done.now, sign=sign, synced=False
        )
        done.made.append(done.tip)
        if any(path in SETTINGS for path in follow.files):
            root, objects = done.ledger.root, done.ledger.objects
            done.ledger = Ledger(root, repository, as_of=done.tip, objects=objects)

    def _sign(self, person: Person) -> Sign | None:
        """As who made it first would sign it now; Refused where this clone has not that key."""
        ledger = self.done.ledger
        return signer(ledger.repository, person, ledger.local(self.done.now).date())


def _seen_from(repository: Repository, changes: Iterable[Change]) -> list[Change]:
    """The changes with paths as they are seen from the ledger."""
    prefix = repository.prefix
    seen = (
        (path[len(prefix) :] if path.startswith(prefix) else f"/{path}", old, new)
        for path, old, new in changes
    )
    return [Change(*each) for each in seen]


def _by_kind(changes: Sequence[Change]) -> dict[str, list[Change]]:
    kinds: dict[str, list[Change]] = {"settings": [], "cases": [], "journal": [], "files": []}
    for change in changes:
        plain = all(side is None or side[0] == FILE for side in (change.old, change.new))
        if plain and change.path in SETTINGS:
            kinds["settings"].append(change)
        elif plain and change.new and is_case_path(change.path):
            kinds["cases"].append(change)
        elif plain and change.new and key_of_path(change.path):
            kinds["journal"].append(change)
        else:
            kinds["files"].append(change)
    return kinds


def _of_another(person: Person, refusal: Refused) -> Refused:
    who = aside(person.name, person.id)
    return Refused(
        refusal.rule,
        say("The entries of {person} are to be synced by their author first.", person=who),
    )


def _message(commit: Commit, follow: Follow) -> str:
    """What a command would say of the entries as they follow."""
    fixed = "\nClock: fixed" in commit.message
    if follow.placed:
        return commit_message(follow.placed, fixed_clock=fixed)
    if follow.noted:
        return journal_message(follow.noted, fixed_clock=fixed)
    return commit.message
