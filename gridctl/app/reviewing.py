"""Reviewing: walks the commits of a range and gathers what a reviewer is shown."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial

from gridctl.app.changes import end
from gridctl.app.deadlines import is_longer
from gridctl.app.editions import catalogue_of
from gridctl.app.ledger import Ledger
from gridctl.app.memory import Memory, Recorded
from gridctl.app.story import trace
from gridctl.domain.case import Case
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.event import Event
from gridctl.domain.journal.entries import KIND_OF
from gridctl.domain.review import (
    CaseReview,
    Committer,
    JournalReview,
    Remark,
    Review,
    SetBack,
)
from gridctl.domain.second_look import Seen, is_late, looks, went_back
from gridctl.domain.told import Trace
from gridctl.domain.verbs.file import Filed
from gridctl.git import history
from gridctl.git.history import Range


@dataclass
class _Gathered:
    """What the commits add up to so far."""

    ledger: Ledger
    commits: int = 0
    begun: dict[str, Case | None] = field(default_factory=dict)  # by case id: as it was before
    cases: dict[str, Case] = field(default_factory=dict)
    steps: dict[str, list[tuple[Event, Trace]]] = field(default_factory=dict)
    kinds: dict[str, Counter[str]] = field(default_factory=dict)  # of journals, by staff
    late: Counter[str] = field(default_factory=Counter)
    fixed: Counter[str] = field(default_factory=Counter)
    entered: dict[str, Counter[str]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def review(ledger: Ledger, range_: Range) -> Review:
    """The range, cases in the order of their ids."""
    memory, found = Memory(ledger), _Gathered(ledger)
    edges = history.edges(ledger.repository, ledger.objects, range_)
    for each in memory.recorded(edges):
        made = trace(memory, each)
        _take(found, each, made)
        found.remarks += _of_commit(memory, each, made)
    return Review(
        end(ledger, range_.base),
        end(ledger, range_.tip),
        found.commits,
        tuple(_cases(found)),
        {
            staff: JournalReview(
                dict(kinds), found.late[staff], found.fixed[staff], dict(found.entered[staff])
            )
            for staff, kinds in sorted(found.kinds.items())
        },
        tuple(found.remarks),
    )


def _take(found: _Gathered, recorded: Recorded, made: Trace) -> None:
    found.commits += 1
    for grown in recorded.cases:
        case = grown.after
        found.begun.setdefault(case.id, grown.before)
        found.cases[case.id] = case
        found.steps.setdefault(case.id, []).extend((event, made) for event in grown.events)
    for lines in recorded.journals:
        staff = lines.key.staff
        entered = found.entered.setdefault(staff, Counter())
        kinds = found.kinds.setdefault(staff, Counter())
        kinds.update(KIND_OF[entry.did] for entry in lines.entries)
        entered.update(entry.entered for entry in lines.entries if entry.entered)
        found.late[staff] += sum(is_late(entry, made) for entry in lines.entries)
        found.fixed[staff] += len(lines.entries) if made.fixed_clock else 0
    found.remarks += _remarks(recorded, made)


def _of_commit(memory: Memory, recorded: Recorded, made: Trace) -> Iterator[Remark]:
    """What is strange about how it was recorded."""
    commit = recorded.commit
    parents = [parent for parent in map(memory.commit, commit.parents) if parent]
    gap = went_back(commit.committed_at, (each.committed_at for each in parents))
    if gap:
        yield Remark("clock_back", made, set_back=SetBack(commit.committed_at, gap))
    who = commit.committer
    if who.email.casefold() != commit.author.email.casefold():
        office = memory.office(commit)
        person = office.person_by_email(who.email) if office else None
        committer = Committer(who.name, person.id if person else None)
        yield Remark("by_another", made, committer=committer)


def _remarks(recorded: Recorded, made: Trace) -> Iterator[Remark]:
    if recorded.is_merge:
        yield Remark("merge", made)
    if recorded.is_mending:
        yield Remark("mended", made)
    for difference in recorded.settings:
        yield Remark("settings", made, difference=difference)
    for problem in recorded.unread:
        yield Remark("unread", made, problem=problem)


def _cases(found: _Gathered) -> Iterator[CaseReview]:
    edition = cache(partial(catalogue_of, found.ledger))
    for case_id, case in sorted(found.cases.items()):
        steps = tuple(
            Seen(event, made, case, _own_limit(found.ledger, event, edition))
            for event, made in found.steps[case_id]
        )
        yield CaseReview(
            found.begun[case_id],
            case,
            steps,
            tuple(look for each in steps for look in looks(each)),
        )


def _own_limit(
    ledger: Ledger, event: Event, edition: Callable[[str], Catalogue | None]
) -> str | None:
    """The limit of the filing condition, where the case was given a longer one."""
    if not isinstance(event, Filed) or event.condition is None:
        return None
    catalogue = edition(event.pinned.catalogue)
    category = catalogue.categories.get(event.category) if catalogue else None
    conditions = category.conditions if category else ()
    if event.condition > len(conditions):
        return None
    own = conditions[event.condition - 1].limit
    return own if is_longer(ledger, event.at, event.limit, own) else None
