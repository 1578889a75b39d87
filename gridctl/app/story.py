"""Story: what was recorded of a case, a grid, a unit, a person or the whole ledger, one thing after another."""

from collections.abc import Iterator
from datetime import date
from functools import cache, partial

from gridctl.app.days_of_record import state_before
from gridctl.app.ledger import Ledger
from gridctl.app.memory import Memory, Recorded
from gridctl.app.topic import Topic
from gridctl.domain.case import Case
from gridctl.domain.identifiers import case_path
from gridctl.domain.told import Told, Trace
from gridctl.git import history
from gridctl.git.history import Range

_AT_ONCE = 64  # few enough that the newest fifty are not kept waiting by ten thousand others


def of_case(ledger: Ledger, case_id: str, *, since: date | None = None) -> Iterator[Told]:
    """A case's story, oldest first: every event of its file, with the commit that recorded it; or of
    those alone that were recorded from a day on.
    """
    told = _of_case(ledger, case_id)
    if since is None:
        return told
    listed = history.commits(
        ledger.repository, ledger.objects, *_since(ledger, since), paths=(case_path(case_id),)
    )
    fresh = {each.id for each in listed}
    return (each for each in told if each.trace and each.trace.commit in fresh)


def _since(ledger: Ledger, day: date | None) -> tuple[str, ...]:
    """The commits from a day on, as git takes them."""
    return Range(state_before(ledger, day) if day else None, ledger.commit).words


def _of_case(ledger: Ledger, case_id: str) -> Iterator[Told]:
    case = ledger.cases.read(case_id)
    path = case_path(case_id)
    memory = Memory(ledger)
    wanted = history.commits(ledger.repository, ledger.objects, ledger.commit.id, paths=(path,))
    traced: dict[int, Recorded] = {}
    unread: dict[int, list[Told]] = {}  # by how many events were known then
    for each in memory.recorded(history.edges_of(ledger.repository, wanted)):
        for grown in each.cases:
            if grown.after.id == case_id:
                known = (event.n for event in grown.events if event in case.history)
                traced = dict.fromkeys(known, each) | traced
        for problem in each.unread:
            if problem.path == path:
                told = Told(trace(memory, each), None, unread=problem)
                unread.setdefault(len(traced), []).append(told)
    for place, event in enumerate(case.history):
        yield from unread.pop(place, ())
        found = traced.get(event.n)
        office = memory.office(found.commit) if found else None
        yield Told(trace(memory, found) if found else None, office, case=case, event=event)
    for left in unread.values():
        yield from left


def newest_first(ledger: Ledger, topic: Topic, *, since: date | None = None) -> Iterator[Told]:
    """What concerns the topic, the newest record first, read as far as it is asked for."""
    memory = Memory(ledger)
    fresh = history.commits(
        ledger.repository, ledger.objects, *_since(ledger, since), newest_first=True
    )
    edges = history.edges_of(ledger.repository, fresh, at_once=_AT_ONCE)
    for each in memory.recorded(edges, wanted=cache(partial(_may_concern, ledger, topic))):
        concerned = (topic.of(told) for told in _told(memory, each))
        yield from (told for told in concerned if told)


def _may_concern(ledger: Ledger, topic: Topic, path: str) -> bool:
    """Whether a case has to be read state by state; one that is gone or broken always has."""
    case_id = path.rpartition("/")[2].removesuffix(".yaml")
    if topic.kind == "all" or case_id not in ledger.cases.blobs:
        return True
    last = next(iter(ledger.cases.some([case_id])))
    return not isinstance(last, Case) or topic.ever(last)


def trace(memory: Memory, recorded: Recorded) -> Trace:
    """Where, when and by whom a commit was recorded."""
    commit, person = recorded.commit, memory.author(recorded.commit)
    return Trace(
        commit.id,
        commit.authored_at,
        commit.author.name,
        person.id if person else None,
        recorded.fixed_clock,
    )


def _told(memory: Memory, recorded: Recorded) -> Iterator[Told]:
    """What one commit recorded, the last first; of a merge nothing."""
    if recorded.is_empty:
        return
    made, office = trace(memory, recorded), memory.office(recorded.commit)
    for problem in recorded.unread:
        yield Told(made, office, unread=problem)
    for lines in reversed(recorded.journals):
        for entry in reversed(lines.entries):
            yield Told(made, office, key=lines.key, event=entry)
    for grown in reversed(recorded.cases):
        for event in reversed(grown.events):
            yield Told(made, office, case=grown.after, event=event)
    if recorded.settings:
        yield Told(made, office, settings=recorded.settings)
