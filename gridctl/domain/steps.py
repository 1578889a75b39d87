"""Steps: the seven steps as one literal table of positions and moves, and the fold over a history."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.lateness import was_late
from gridctl.domain.moments import minute
from gridctl.domain.verb_table import VERB_OF, VERBS
from gridctl.domain.verbs import callback, collect, handle, link, note, suspend, urge
from gridctl.errors import Refused
from gridctl.words import say

# Where a case can stand: (step, waits, state) → position. A case that is void stands nowhere else.
POSITIONS: dict[tuple[str, str | None, str], str] = {
    ("collect", "triage", "open"): "collected",
    ("triage", "triage", "open"): "sent_back",
    ("file", "triage", "open"): "sent_back",
    ("handle", "triage", "open"): "sent_back",
    ("feedback", "triage", "open"): "sent_back",
    ("evaluate", "triage", "open"): "sent_back",
    ("triage", "file", "open"): "reported",
    ("triage", "feedback", "open"): "settled",
    ("triage", None, "closed"): "duplicate",
    ("file", "file", "open"): "filed",
    ("file", "handle", "open"): "dispatched",
    ("handle", "handle", "open"): "handling",
    ("handle", "feedback", "open"): "handled",
    ("feedback", "verify", "open"): "answered",
    ("verify", "handle", "open"): "failed",
    ("evaluate", "handle", "open"): "failed",
    ("verify", "triage", "open"): "unsettled",
    ("verify", "evaluate", "closed"): "closed",
    ("evaluate", None, "closed"): "evaluated",
    ("file", "handle", "suspended"): "suspended",
    ("handle", "handle", "suspended"): "suspended",
    ("verify", "handle", "suspended"): "suspended",
    ("evaluate", "handle", "suspended"): "suspended",
}

_SORTED = ("reported", "settled", "duplicate")
_WITH_UNIT = ("dispatched", "handling", "failed")

# What can be done where, and where the case may stand after it; () means that it stays.
_OPEN: dict[str, tuple[str, ...]] = {
    "escalate": (),
    "hand-down": (),
    "urge": (),
    "supervise": (),
    "instruct": (),
    "void": ("voided",),
}
_UNIT: dict[str, tuple[str, ...]] = {
    "handle": ("handling", "handled"),
    "return": ("filed",),
    "redispatch": ("dispatched",),
    "extend": (),
    "extend-approve": (),
    "extend-deny": (),
    "suspend": (),
    "suspend-approve": ("suspended",),
    "suspend-deny": (),
    "settle-deadline": (),
    "assist": (),
} | _OPEN
_ENDED: dict[str, tuple[str, ...]] = {
    "reopen": ("failed", "unsettled", "sent_back"),
    "appeal": (),
    "decide": (),
    "callback": (),
}
MOVES: dict[str, dict[str, tuple[str, ...]]] = {
    "collected": {"triage": _SORTED} | _OPEN,
    "sent_back": {"triage": _SORTED} | _OPEN,
    "unsettled": {"triage": _SORTED} | _OPEN,
    "reported": {"file": ("filed",), "return": ("sent_back",)} | _OPEN,
    "settled": {"feedback": ("answered",)} | _OPEN,
    "duplicate": {"reopen": ("sent_back",)},
    "filed": {"dispatch": ("dispatched",), "redispatch": ("dispatched",), "return": ("sent_back",)}
    | _OPEN,
    "dispatched": _UNIT,
    "handling": _UNIT,
    "failed": _UNIT,
    "suspended": {"resume": _WITH_UNIT, "settle-deadline": ()} | _OPEN,
    "handled": {"feedback": ("answered",)} | _OPEN,
    "answered": {"verify": ("closed", "failed", "unsettled")} | _OPEN,
    "closed": {"evaluate": ("evaluated",)} | _ENDED,
    "evaluated": _ENDED,
    "voided": {"reopen": ("collected", "sent_back", "unsettled")},
}
ANYWHERE = ("note", "link", "correct", "renumber")


def position(case: Case) -> str:
    """Where the case stands, as a key of `MOVES`."""
    return "voided" if case.state == "void" else POSITIONS[case.step, case.waits, case.state]


def step_of(verb: str) -> str:
    """The step that a verb belongs to; dispatching ends the filing step, others stand beside."""
    return "file" if verb in ("dispatch", "redispatch") else verb


def possible(case: Case) -> tuple[str, ...]:
    """The verbs that the position allows and that are of use now; the ones that move it first."""
    verbs = (*MOVES[position(case)], "note")
    return tuple(
        verb for verb in verbs if not unready(case, verb) and (verb != "appeal" or was_late(case))
    )


def unready(case: Case, verb: str) -> Refused | None:
    """Why a verb is of no use now, whoever acts; None where it is."""
    ready = VERBS[verb].ready
    return ready(case) if ready else None


def check_ready(case: Case, verb: str) -> None:
    """Refuses a verb that is of no use now, saying what is."""
    refusal = unready(case, verb)
    if refusal:
        raise refusal if refusal.hint else guided(case, refusal)


def advance(case: Case, event: Event) -> Case:
    """The case after `event`; Refused where the position or the verb's own guard forbids it."""
    verb = VERB_OF.get(event.did, "")
    case = suspend.woken(case, event.at.date())
    here = position(case)
    if verb not in MOVES[here] and verb not in ANYWHERE:
        raise not_now(case, verb)
    rule = VERBS[verb]
    try:
        check_ready(case, verb)
        _check_order(case, event)
        if rule.guard:
            rule.guard(case, event)
    except Refused as refused:
        raise refused if refused.hint or refused.legal else guided(case, refused) from None
    moved = _moved(case, event)
    if position(moved) not in (MOVES[here].get(verb) or (here,)):
        raise not_now(case, verb)
    return moved


def not_now(case: Case, verb: str) -> Refused:
    """The refusal of a verb that the position does not allow."""
    from gridctl.domain.terms import STATES, WAITS
    from gridctl.domain.terms import VERBS as VERB_NAMES

    name = VERB_NAMES.get(verb, verb)
    if case.waits and case.state == "open":
        filed = case.waits == case.step == "file"
        what = say(
            "{case} {waits}; “{verb}” is not possible now.",
            case=case.ending,
            waits=say("waits for dispatch") if filed else WAITS[case.waits],
            verb=name,
        )
    else:
        what = say(
            "{case} is {state}; “{verb}” is not possible now.",
            case=case.ending,
            state=STATES[case.state],
            verb=name,
        )
    return guided(case, Refused("W01", what))


def guided(case: Case, refusal: Refused) -> Refused:
    """The refusal with what is possible instead."""
    from gridctl.domain.next_commands import calls

    return Refused(refusal.rule, refusal.message, legal=calls(case))


def rebuild(case_id: str, events: Iterable[Event]) -> Case:
    """The case that a history adds up to; Refused names the first event that cannot follow."""
    first, *rest = events
    if not isinstance(first, collect.Collected):
        raise Refused("W01", say("A history begins with “collected”, not “{did}”.", did=first.did))
    case = collect.begin(case_id, first)
    for event in rest:
        case = advance(case, event)
    return case


def stages(case: Case) -> Iterator[Case]:
    """The case as it stood after each of its events, which were judged when it was read."""
    first, *rest = case.history
    assert isinstance(first, collect.Collected)
    return accumulate(rest, _moved, initial=collect.begin(case.id, first))


def _moved(case: Case, event: Event) -> Case:
    return VERBS[VERB_OF[event.did]].effect(suspend.woken(case, event.at.date()), event)


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
                when=minute(event.at),
                last=minute(floor),
            ),
            say("Give the right time with --at, or leave it out for now."),
        )


def is_neutral(event: Event) -> bool:
    """Whether the event moves nothing and may carry any time: a remark, a link, an entry of
    progress, a reminder, a call back.
    """
    return isinstance(event, _NEUTRAL) or (isinstance(event, handle.Handled) and not event.done)


_NEUTRAL = note.Noted | link.Linked | urge.Urged | callback.CalledBack
