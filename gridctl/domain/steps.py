"""Steps: the seven steps as one literal table of positions and moves, and the fold over a history."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.verbs import (
    collect,
    dispatch,
    evaluate,
    feedback,
    file,
    handle,
    link,
    note,
    triage,
    verify,
)
from gridctl.errors import Refused
from gridctl.words import say

# Where a case can stand: (step, waits, state) → position.
POSITIONS: dict[tuple[str, str | None, str], str] = {
    ("collect", "triage", "open"): "collected",
    ("triage", "file", "open"): "reported",
    ("triage", "feedback", "open"): "settled",
    ("triage", None, "closed"): "duplicate",
    ("file", "file", "open"): "filed",
    ("file", "handle", "open"): "dispatched",
    ("handle", "handle", "open"): "handling",
    ("handle", "feedback", "open"): "handled",
    ("feedback", "verify", "open"): "answered",
    ("verify", "handle", "open"): "failed",
    ("verify", "triage", "open"): "unsettled",
    ("verify", "evaluate", "closed"): "closed",
    ("evaluate", None, "closed"): "evaluated",
}

# What can be done there, and where the case may stand after it. `note` and `link` move nothing.
MOVES: dict[str, dict[str, tuple[str, ...]]] = {
    "collected": {"triage": ("reported", "settled", "duplicate")},
    "reported": {"file": ("filed",)},
    "settled": {"feedback": ("answered",)},
    "duplicate": {},
    "filed": {"dispatch": ("dispatched",)},
    "dispatched": {"handle": ("handling", "handled")},
    "handling": {"handle": ("handling", "handled")},
    "handled": {"feedback": ("answered",)},
    "answered": {"verify": ("closed", "failed", "unsettled")},
    "failed": {"handle": ("handling", "handled")},
    "unsettled": {"triage": ("reported", "settled", "duplicate")},
    "closed": {"evaluate": ("evaluated",)},
    "evaluated": {},
}
ANYWHERE = ("note", "link")


class Verb(NamedTuple):
    """What one verb records, what it refuses by itself, and what it moves."""

    event: type[Event]
    effect: Callable[[Case, Any], Case]
    guard: Callable[[Case, Any], None] | None = None


VERBS: dict[str, Verb] = {
    "triage": Verb(triage.Triaged, triage.effect, triage.guard),
    "file": Verb(file.Filed, file.effect, file.guard),
    "dispatch": Verb(dispatch.Dispatched, dispatch.effect, dispatch.guard),
    "handle": Verb(handle.Handled, handle.effect, handle.guard),
    "feedback": Verb(feedback.FedBack, feedback.effect),
    "verify": Verb(verify.Verified, verify.effect, verify.guard),
    "evaluate": Verb(evaluate.Evaluated, evaluate.effect, evaluate.guard),
    "note": Verb(note.Noted, note.effect),
    "link": Verb(link.Linked, link.effect, link.guard),
}
VERB_OF: dict[str, str] = {verb.event.did: name for name, verb in VERBS.items()} | {
    "collected": "collect"
}
EVENTS: dict[str, type[Event]] = {verb.event.did: verb.event for verb in VERBS.values()} | {
    "collected": collect.Collected
}


def position(case: Case) -> str:
    """Where the case stands, as a key of `MOVES`."""
    return POSITIONS[case.step, case.waits, case.state]


def step_of(verb: str) -> str:
    """The step that a verb belongs to; dispatching ends the filing step."""
    return "file" if verb == "dispatch" else verb


def advance(case: Case, event: Event) -> Case:
    """The case after `event`; Refused where the position or the verb's own guard forbids it."""
    verb = VERB_OF.get(event.did, "")
    here = position(case)
    if verb not in MOVES[here] and verb not in ANYWHERE:
        raise not_now(case, verb)
    _check_order(case, event)
    rule = VERBS[verb]
    if rule.guard:
        rule.guard(case, event)
    moved = rule.effect(case, event)
    if verb in MOVES[here] and position(moved) not in MOVES[here][verb]:
        raise not_now(case, verb)
    return moved


def not_now(case: Case, verb: str) -> Refused:
    """The refusal of a verb that the position does not allow."""
    from gridctl.domain.next_commands import calls
    from gridctl.domain.terms import STATES, STEPS
    from gridctl.domain.terms import VERBS as VERB_NAMES

    waits = say("waits for {step}", step=STEPS[case.waits]) if case.waits else STATES[case.state]
    return Refused(
        "W01",
        say(
            "{case} {waits}; {verb} is not possible now.",
            case=case.ending,
            waits=waits,
            verb=VERB_NAMES.get(verb, verb),
        ),
        legal=calls(case),
    )


def rebuild(case_id: str, events: Iterable[Event]) -> Case:
    """The case that a history adds up to; Refused names the first event that cannot follow."""
    first, *rest = events
    if not isinstance(first, collect.Collected):
        raise Refused("W01", say("A history begins with “collected”, not “{did}”.", did=first.did))
    case = collect.begin(case_id, first)
    for event in rest:
        case = advance(case, event)
    return case


_TOLERANCE = 300  # seconds: two clerks' clocks are never quite the same


def _check_order(case: Case, event: Event) -> None:
    """A move is not before the last move; a note or progress may carry any time since collection."""
    begun = case.history[0].at
    floor = begun if is_neutral(event) else max(e.at for e in case.history if not is_neutral(e))
    if (floor - event.at).total_seconds() > _TOLERANCE:
        raise Refused(
            "W02",
            say(
                "{when} lies before the last step of the case, at {last}.",
                when=event.at.isoformat(),
                last=floor.isoformat(),
            ),
            say("Give the right time with --at, or leave it out for now."),
        )


def is_neutral(event: Event) -> bool:
    """Whether the event moves nothing: a note, a link, an entry of progress."""
    return isinstance(event, note.Noted | link.Linked) or (
        isinstance(event, handle.Handled) and event.done is None
    )
