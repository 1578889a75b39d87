"""Case page: one case as people read it: the head, the history as a story, and what can be done now."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.facts_of_case import facts_of
from gridctl.domain.hidden import visible
from gridctl.domain.terms import CLOCKS, EVENTS, VERBS
from gridctl.domain.urgency import clock
from gridctl.views.case_number import case_number
from gridctl.views.case_rows import standing
from gridctl.views.details import Details
from gridctl.views.width import columns, padded
from gridctl.words import _, aside, listed

# The head of the page; what the story tells anyway is left to it.
_HEAD = (
    "kind",
    "category",
    "severity",
    "grid",
    "place",
    "lead",
    "assist",
    "due",
    "provisional",
    "extensions",
    "pending",
    "until",
    "supervision",
    "escalated_to",
    "exempt",
    "links",
    "rework",
    "duplicate_of",
    "duplicates",
)


def page(
    case: Case, plain: dict[str, Any], details: Details, now: datetime, *, shared: bool = True
) -> Iterator[str]:
    """Head and history. `plain` is the case as its file has it, `shared` says whether the server has
    its number.
    """
    yield f"{case.id}  {case_number(case, shared=shared)}"
    yield visible(case.title)
    facts = facts_of(case)
    light = clock(facts, now)
    yield standing(facts, now) + (f"  {CLOCKS[light]}" if light else "")
    yield ""
    yield from _pairs(details.pairs({k: plain[k] for k in _HEAD if k in plain}), indent=0)
    yield ""
    for event, entry in zip(case.history, plain["history"], strict=True):
        yield _line(event, details)
        yield from _pairs(details.pairs(entry), indent=4)


def _line(event: Event, details: Details) -> str:
    who = aside(visible(details.office.person_name(event.by)), event.by)
    if event.entered:
        typist = aside(visible(details.office.person_name(event.entered)), event.entered)
        who += _(", entered by {typist}").format(typist=typist)
    return f"{event.n:2}  {event.at:%Y-%m-%d %H:%M}  {EVENTS[event.did]}  {who}"


def _pairs(pairs: Iterable[tuple[str, str]], *, indent: int) -> Iterator[str]:
    told = list(pairs)
    width = max((columns(label) for label, _value in told), default=0)
    for label, value in told:
        first, *others = value.split("\n")
        yield f"{' ' * indent}{padded(label, width)}  {first}"
        yield from (f"{' ' * (indent + width + 2)}{line}" for line in others)


def now_possible(moves: Sequence[tuple[str, Sequence[str], Sequence[str]]]) -> Iterator[str]:
    """The foot of the page: verb, its commands one a line, and who may."""
    yield _("Possible now:")
    for verb, (first, *others), who in moves:
        names = listed(who, most=4) if who else _("nobody in the ledger")
        yield f"  {VERBS[verb]}  {first}"
        yield from (f"  {' ' * columns(str(VERBS[verb]))}  {command}" for command in others)
        yield f"    {names}"
