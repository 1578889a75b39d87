"""When an event may have happened: W02 and W13, to the second."""

from datetime import datetime, timedelta

import pytest
from positions import CASE_ID, MORNING, at, collected, event, walked

from gridctl.domain.judging import Entry, judge, judge_first
from gridctl.domain.steps import advance, rebuild
from gridctl.errors import Refused

FIVE = timedelta(minutes=5)
SECOND = timedelta(seconds=1)


def refused(act, *args):
    with pytest.raises(Refused) as refusal:
        act(*args)
    return refusal.value.rule


def test_a_move_is_at_most_five_minutes_before_the_last_move():
    case = walked("triage file")
    last = case.history[-1].at
    assert advance(case, event("dispatch", case, at=last - FIVE)).waits == "handle"
    assert refused(advance, case, event("dispatch", case, at=last - FIVE - SECOND)) == "W02"


def test_a_note_progress_or_link_may_lie_anywhere_since_collection():
    case = walked("triage file dispatch handle")
    for name in ("note", "handle", "link"):
        early = event(name, case, at=MORNING - FIVE)
        assert advance(case, early).version == 6
        assert refused(advance, case, event(name, case, at=MORNING - FIVE - SECOND)) == "W02"


def test_a_late_note_does_not_hold_up_the_next_move():
    case = walked("triage file")
    noon = MORNING + timedelta(hours=4)
    case = advance(case, event("note", case, at=noon))
    assert advance(case, event("dispatch", case, at=MORNING + timedelta(minutes=30))).version == 5


def test_the_end_of_handling_is_a_move():
    case = walked("triage file dispatch")
    early = case.history[-1].at - FIVE - SECOND
    assert advance(case, event("handle", case, at=early)).version == 5
    assert refused(advance, case, event("done", case, at=early)) == "W02"


def test_times_of_other_zones_are_compared_as_moments():
    case = walked("triage file")
    same = datetime.fromisoformat("2026-11-24T00:20:00+00:00")
    assert same == case.history[-1].at
    assert advance(case, event("dispatch", case, at=same)).version == 4


def test_nothing_lies_more_than_five_minutes_ahead_of_its_recording(office):
    case = at("collected")
    heads = office.people["p05"]
    triaged = event("triage", case)
    on_time = Entry(office, heads, triaged.at - FIVE)
    assert judge(case, triaged, on_time).version == 2
    assert refused(judge, case, triaged, Entry(office, heads, triaged.at - FIVE - SECOND)) == "W13"


def test_a_report_from_the_future_is_refused_as_well(office):
    who = office.people["p10"]
    assert judge_first(CASE_ID, collected(), Entry(office, who, MORNING - FIVE)).version == 1
    early = Entry(office, who, MORNING - FIVE - SECOND)
    assert refused(judge_first, CASE_ID, collected(), early) == "W13"


def test_a_history_begins_with_a_report():
    case = at("collected")
    assert refused(rebuild, CASE_ID, [event("note", case)]) == "W01"
