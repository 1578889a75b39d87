"""Every pair of position and verb, against a set written by hand."""

import pytest
from positions import SAID, WAYS, at, collected, event

from gridctl.domain.steps import MOVES, POSITIONS, VERBS, advance, position
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
}
# What the position allows, but the case itself does not.
BY_GUARD = {("duplicate", "link"): "W04", ("closed", "score"): "W12"}
STILL = ("note", "link")  # possible everywhere, and the case stays where it is


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
    assert refusal.value.legal == ("gridctl file k7qf2", 'gridctl note k7qf2 "…"')
    assert str(refusal.value.message) == "k7qf2 waits for file; verify is not possible now."


def test_every_position_and_verb_of_the_table_is_walked_here():
    assert set(POSITIONS.values()) == set(MOVES) == set(WAYS)
    assert {name for moves in MOVES.values() for name in moves} | set(STILL) == set(VERBS)
