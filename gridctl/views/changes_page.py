"""Changes page: what differs between two states, one line a case, for a terminal, a pipe or Markdown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from gridctl.domain.change_terms import CHANGES
from gridctl.domain.changes import CaseChange, Changes, DueMoved, End
from gridctl.domain.facts_of_case import facts_of
from gridctl.domain.hidden import visible
from gridctl.domain.journal_terms import JOURNAL_KINDS
from gridctl.domain.office import Office
from gridctl.domain.terms import EVENTS
from gridctl.views.case_rows import standing
from gridctl.views.markdown import plain
from gridctl.views.story_lines import span
from gridctl.words import _, aside, listed


def page(changes: Changes, office: Office) -> Iterator[str]:
    """The lines of a terminal or a pipe."""
    yield ends(changes.first, changes.last)
    yield summary(changes)
    for each in changes.cases:
        yield f"{each.after.ending}  {case_line(each, _at(changes))}  {visible(each.after.title)}"
    for title, lines in rest(changes, office):
        yield from ("", title, *(f"  {line}" for line in lines))


def markdown(changes: Changes, office: Office) -> Iterator[str]:
    """The same as Markdown."""
    yield from (f"## {plain(ends(changes.first, changes.last))}", "", summary(changes))
    if changes.cases:
        yield ""
    for each in changes.cases:
        said = plain(case_line(each, _at(changes)))
        yield f"- `{each.after.ending}` {plain(each.after.title)}: {said}"
    for title, lines in rest(changes, office):
        yield from ("", f"### {title}", "", *(f"- {plain(line)}" for line in lines))


def ends(first: End, last: End) -> str:
    """Between which two states."""
    return f"{_end(first)} → {_end(last)}"


def _end(end: End) -> str:
    if end.commit is None:
        return _("nothing")
    return aside(end.commit[:7], f"{end.at:%Y-%m-%d %H:%M}")


def summary(changes: Changes) -> str:
    """How many cases, entries and changes of settings."""
    kinds = [f"{word} {changes.of_kind(kind)}" for kind, word in CHANGES.items()]
    entries = sum(sum(kinds.values()) for kinds in changes.journal.values())
    return _(
        "cases: {kinds}; entries in journals: {entries}; changes of settings: {settings}"
    ).format(kinds=listed(kinds), entries=entries, settings=len(changes.settings))


def case_line(change: CaseChange, at: datetime) -> str:
    """What became of the case, and what was done."""
    did = _each_once(str(EVENTS[event.did]) for event in change.events)
    return _("; ").join([moved(change, at), *([listed(did, most=12)] if did else [])])


def _each_once(told: Iterable[str]) -> list[str]:
    """What is told, each thing once and how often."""
    return [f"{what}×{n}" if n > 1 else what for what, n in Counter(told).items()]


def moved(change: CaseChange, at: datetime) -> str:
    """Where the case stood and stands, and how its deadline moved."""
    now = standing(facts_of(change.after), at)
    before = standing(facts_of(change.before), at) if change.before else str(CHANGES["new"])
    dues = _each_once(_due(each) for each in change.due_moves())
    return _("; ").join([f"{before} → {now}" if before != now else now, *dues])


def _due(moved: DueMoved) -> str:
    template = (
        _("due {span} later ({event})")
        if moved.by > timedelta()
        else _("due {span} earlier ({event})")
    )
    return template.format(span=span(moved.by), event=EVENTS[moved.event.did])


def rest(changes: Changes, office: Office) -> Iterator[tuple[str, list[str]]]:
    """What was recorded beside cases, under its titles."""
    if changes.journal:
        yield _("Journals"), [*journal_lines(changes.journal, office)]
    if changes.settings:
        yield _("Settings"), [str(each.message) for each in changes.settings]
    if changes.unread:
        yield (
            _("Cannot be told (gridctl audit says more)"),
            [f"{visible(each.path)}: {each.message}" for each in changes.unread],
        )


def journal_lines(journal: Mapping[str, Mapping[str, int]], office: Office) -> Iterator[str]:
    """A line for each person with the counts of new entries."""
    for staff, kinds in journal.items():
        counts = listed([f"{JOURNAL_KINDS[kind]} {n}" for kind, n in kinds.items()], most=12)
        yield f"{aside(visible(office.person_name(staff)), staff)}  {counts}"


def _at(changes: Changes) -> datetime:
    """The moment that clocks and suspensions are looked at: that of the later state."""
    assert changes.last.at
    return changes.last.at
