"""Every pair of position and verb, against a set written by hand."""

import pytest
from positions import SAID, WAYS, at, collected, event

from gridctl.domain.steps import MOVES, POSITIONS, advance, position
from gridctl.domain.verb_table import VERBS
from gridctl.errors import Refused

# Position → what is possible there → where the case stands then. Notes and links come below.
ALLOWED = {
    ("collected", "triage"): "reported",
    ("collected", "settle"): "settled",
    ("collected", "reject"): "settled",
    ("collected", "join"): "duplicate",
    ("reported", "file"): "filed",
    ("settled", "feedback"): "answered",
    ("filed", "dispatch"): "dispatched",
    ("filed", "provisional"): "dispatched",
    ("dispatched", "handle"): "handling",
    ("dispatched", "done"): "handled",
    ("handling", "handle"): "handling",
    ("handling", "done"): "handled",
    ("handled", "feedback"): "answered",
    ("answered", "verify"): "closed",
    ("answered", "fail"): "failed",
    ("failed", "handle"): "handling",
    ("failed", "done"): "handled",
    ("unsettled", "triage"): "reported",
    ("unsettled", "settle"): "settled",
    ("unsettled", "reject"): "settled",
    ("unsettled", "join"): "duplicate",
    ("closed", "evaluate"): "evaluated",
    # Beside the way.
    ("sent_back", "triage"): "reported",
    ("sent_back", "settle"): "settled",
    ("sent_back", "reject"): "settled",
    ("sent_back", "join"): "duplicate",
    ("reported", "return-grid"): "sent_back",
    ("filed", "return-grid"): "sent_back",
    ("dispatched", "return"): "filed",
    ("handling", "return"): "filed",
    ("failed", "return"): "filed",
    ("dispatched", "redispatch"): "dispatched",
    ("handling", "redispatch"): "dispatched",
    ("failed", "redispatch"): "dispatched",
    ("dispatched", "extend"): "dispatched",
    ("handling", "extend"): "handling",
    ("failed", "extend"): "failed",
    ("dispatched", "suspend"): "dispatched",
    ("handling", "suspend"): "handling",
    ("failed", "suspend"): "failed",
    ("dispatched", "assist"): "dispatched",
    ("handling", "assist"): "handling",
    ("failed", "assist"): "failed",
    ("suspended", "resume"): "dispatched",
    ("closed", "reopen"): "failed",
    ("evaluated", "reopen"): "failed",
    ("duplicate", "reopen"): "sent_back",
    ("voided", "reopen"): "sent_back",
    ("closed", "appeal"): "closed",
    ("evaluated", "appeal"): "evaluated",
    ("closed", "callback"): "closed",
    ("evaluated", "callback"): "evaluated",
}
ENDED = ("duplicate", "closed", "evaluated", "voided")
OPEN = tuple(here for here in WAYS if here not in ENDED)
ALLOWED |= {
    (here, name): here for here in OPEN for name in ("urge", "supervise", "instruct", "escalate")
}
ALLOWED |= {(here, "void"): "voided" for here in OPEN}
# What the position allows, but the case itself does not.
BY_GUARD = {
    ("duplicate", "link"): "W04",
    ("closed", "score"): "W12",
    ("filed", "redispatch"): "W15",
    ("reported", "return"): "W14",
    ("filed", "return"): "W14",
    ("suspended", "settle-deadline"): "W23",
    ("closed", "decide"): "W21",
    ("evaluated", "decide"): "W21",
}
WITH_UNIT = ("dispatched", "handling", "failed")
BY_GUARD |= {(here, "return-grid"): "W14" for here in WITH_UNIT}
BY_GUARD |= {
    (here, name): "W16" for here in WITH_UNIT for name in ("extend-approve", "extend-deny")
}
BY_GUARD |= {
    (here, name): "W18" for here in WITH_UNIT for name in ("suspend-approve", "suspend-deny")
}
BY_GUARD |= {(here, "settle-deadline"): "W23" for here in WITH_UNIT}
BY_GUARD |= {
    (here, "renumber"): "W06"  # it has no number there
    for here in ("collected", "reported", "settled", "duplicate", "unsettled", "sent_back")
}
BY_GUARD |= {(here, "hand-down"): "W20" for here in OPEN}
# Possible everywhere, and the case stays where it is.
STILL = ("note", "link", "relate", "correct", "renumber")


@pytest.mark.parametrize("here", WAYS)
@pytest.mark.parametrize("name", SAID)
def test_a_verb_is_possible_exactly_where_the_set_has_it(here, name):
    case = at(here)
    assert position(case) == here
    there = ALLOWED.get((here, name), here if name in STILL else None)
    rule = BY_GUARD.get((here, name)) or (None if there else "W01")
    if rule:
        with pytest.raises(Refused) as refusal:
            advance(case, event(name, case))
        assert refusal.value.rule == rule
    else:
        moved = advance(case, event(name, case))
        assert position(moved) == there
        assert moved.history == (*case.history, moved.history[-1])


def test_the_way_without_a_unit_ends_as_well():
    case = at("settled")
    for name in ("feedback", "verify", "score"):
        case = advance(case, event(name, case))
    assert (position(case), case.closure, case.lead) == ("evaluated", "settled", None)


def test_a_failed_verification_leads_back_to_who_can_mend_it():
    assert (at("failed").waits, at("failed").rework) == ("handle", 1)
    assert (at("unsettled").waits, at("unsettled").rework) == ("triage", 1)


def test_nothing_is_collected_twice():
    for here in WAYS:
        case = at(here)
        with pytest.raises(Refused) as refusal:
            advance(case, collected(n=case.version + 1))
        assert refusal.value.rule == "W01"


def test_a_refusal_names_what_is_possible_now():
    with pytest.raises(Refused) as refusal:
        advance(at("reported"), event("verify", at("reported")))
    assert refusal.value.legal[0] == "gridctl file k7qf2"
    assert refusal.value.legal[-1] == "gridctl note k7qf2 TEXT"
    assert str(refusal.value.message) == "k7qf2 waits for filing; “verify” is not possible now."


def test_every_position_and_verb_of_the_table_is_walked_here():
    assert set(POSITIONS.values()) | {"voided"} == set(MOVES) == set(WAYS)
    assert {name for moves in MOVES.values() for name in moves} | {
        "note",
        "link",
        "correct",
        "renumber",
    } == set(VERBS)
