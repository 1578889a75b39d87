"""Beside the way: both sides of the rules W14 to W24, and what each verb leaves in the head."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from positions import MORNING, at, event, walked

from gridctl.domain.judging import Entry, judge
from gridctl.domain.office import Office
from gridctl.domain.steps import advance, possible
from gridctl.domain.verbs.correct import current
from gridctl.domain.verbs.suspend import woken
from gridctl.errors import Refused


def refused(case, deed):
    with pytest.raises(Refused) as refusal:
        advance(case, deed)
    return refusal.value.rule


def after(way, *names):
    case = walked(way)
    for name in names:
        case = advance(case, event(name, case))
    return case


DISPATCHED = "triage file dispatch"


def test_a_return_takes_the_case_from_its_units_and_loses_nothing():
    case = after(DISPATCHED, "return")
    assert (case.step, case.waits, case.lead, case.assist, case.due) == (
        "file",
        "file",
        None,
        (),
        None,
    )
    assert case.number == "青云网案〔2026〕1号"
    assert case.history[:4] == at("dispatched").history


def test_after_a_return_the_order_is_a_redispatch_and_needs_no_reason():
    case = after(DISPATCHED, "return")
    assert refused(case, event("dispatch", case)) == "W15"
    again = advance(case, event("redispatch", case, note=None))
    assert (again.lead, again.extensions) == ("jiaojing", 0)


def test_without_a_return_a_redispatch_needs_a_reason():
    case = at("dispatched")
    assert refused(case, event("redispatch", case, note=None)) == "W15"
    assert advance(case, event("redispatch", case)).lead == "jiaojing"


def test_an_extension_moves_the_deadline_and_two_are_the_most():
    case = at("dispatched")
    for granted in (1, 2):
        case = advance(case, event("extend", case))
        assert case.pending == "extension"
        case = advance(case, event("extend-approve", case, due=case.due + timedelta(hours=2)))
        assert (case.pending, case.extensions) == (None, granted)
    assert case.due == at("dispatched").due + timedelta(hours=4)
    assert refused(case, event("extend", case)) == "W16"
    assert "extend" not in possible(case)


def test_a_denial_does_not_count():
    case = at("dispatched")
    for _ in range(3):
        case = advance(case, event("extend", case))
        case = advance(case, event("extend-deny", case))
    assert (case.extensions, case.pending, case.due) == (0, None, at("dispatched").due)
    assert advance(case, event("extend", case)).pending == "extension"


def test_an_extension_is_asked_for_before_the_deadline():
    case = at("dispatched")
    on_time = event("extend", case, at=case.due)
    assert advance(case, on_time).pending == "extension"
    late = replace(on_time, at=case.due + timedelta(seconds=1))
    assert refused(case, late) == "W16"


def test_one_wish_at_a_time():
    case = after(DISPATCHED, "extend")
    assert refused(case, event("extend", case)) == "W16"
    assert refused(case, event("suspend", case)) == "W16"


def test_an_extension_does_not_shorten():
    case = after(DISPATCHED, "extend")
    shorter = event("extend-approve", case, due=case.due - timedelta(minutes=1))
    assert refused(case, shorter) == "W08"


@pytest.mark.parametrize(
    ("way", "answer"),
    [
        (f"{DISPATCHED} extend", "extend-approve"),
        (f"{DISPATCHED} extend", "extend-deny"),
        (f"{DISPATCHED} suspend", "suspend-approve"),
        (f"{DISPATCHED} done feedback verify appeal", "decide"),
    ],
)
@pytest.mark.parametrize("asker", ["p17", "P17"])
def test_who_asks_never_approves(way, answer, asker):
    case = walked(way)
    assert refused(case, event(answer, case, by=asker)) == "W17"
    assert advance(case, event(answer, case)).pending is None


def test_a_suspension_puts_the_case_aside_with_its_day_and_deadline():
    case = at("suspended")
    assert (case.state, case.until, case.waits) == ("suspended", date(2026, 12, 31), "handle")
    assert refused(case, event("done", case)) == "W01"


def test_a_suspended_case_is_open_again_on_the_day_after():
    case = at("suspended")
    assert woken(case, date(2026, 12, 31)).state == "suspended"
    assert woken(case, date(2027, 1, 1)).state == "open"
    new_year = MORNING.replace(year=2027, month=1, day=1)
    done = advance(case, event("done", case, at=new_year))
    assert (done.state, done.until, done.waits) == ("open", None, "feedback")


def test_a_suspension_is_granted_once():
    case = advance(at("suspended"), event("resume", at("suspended")))
    assert (case.state, case.until) == ("open", None)
    assert refused(case, event("suspend", case)) == "W18"


def test_a_suspension_ends_within_a_year_and_not_later_than_was_asked():
    case = at("dispatched")
    today = case.history[-1].at.date()
    for until, rule in (
        (today, "W18"),
        (today + timedelta(days=1), None),
        (today + timedelta(days=366), None),
        (today + timedelta(days=367), "W18"),
    ):
        wish = event("suspend", case, until=until)
        assert (refused(case, wish) if rule else None) == rule
        if not rule:
            assert advance(case, wish).pending == "suspension"
    asked = after(DISPATCHED, "suspend")
    assert refused(asked, event("suspend-approve", asked, until=date(2027, 1, 1))) == "W18"
    assert advance(asked, event("suspend-approve", asked, until=date(2026, 12, 1))).until == date(
        2026, 12, 1
    )


def test_supervision_rises_and_is_lifted_but_never_falls_or_repeats():
    case = after(DISPATCHED, "supervise")
    assert case.supervision == "yellow"
    assert refused(case, event("supervise", case, level="yellow")) == "W19"
    case = advance(case, event("supervise", case, level="red"))
    assert refused(case, event("supervise", case, level="yellow")) == "W19"
    case = advance(case, event("supervise", case, level="lift"))
    assert case.supervision is None
    assert refused(case, event("supervise", case, level="lift")) == "W19"
    assert advance(case, event("supervise", case, level="red")).supervision == "red"


def test_a_case_climbs_its_line_and_comes_down_again(office: Office):
    case = at("collected")

    def go(case, name, who, to, **said):
        deed = event(name, case, by=who, to=to, **said)
        return judge(case, deed, Entry(office, office.people[who], deed.at))

    up = go(case, "escalate", "p08", "qy-dh")
    assert up.escalated_to == "qy-dh"
    with pytest.raises(Refused) as refusal:
        go(up, "escalate", "p05", "qy-xs")
    assert refusal.value.rule == "W20"
    top = go(up, "escalate", "p05", "qy")
    down = go(top, "hand-down", "p03", "qy-dh")
    assert down.escalated_to == "qy-dh"
    home = go(down, "hand-down", "p05", "qy-dh-1")
    assert home.escalated_to is None
    assert "hand-down" not in possible(home)


def test_a_unit_joins_once():
    case = at("dispatched")
    assert advance(case, event("assist", case)).assist == ("jiaojing", "huanbao")
    for units in (("chengguan",), ("jiaojing",), ("huanbao", "huanbao"), ()):
        assert refused(case, event("assist", case, units=units)) == "W07"


def test_a_void_case_waits_for_nothing_and_begins_again_with_triage():
    case = after(DISPATCHED, "supervise", "void")
    assert (case.state, case.waits, case.supervision) == ("void", None, None)
    again = advance(case, event("reopen", case, due=None))
    assert (again.state, again.waits, again.lead, again.due) == ("open", "triage", None, None)
    assert again.number == "青云网案〔2026〕1号"


def test_a_reopened_case_is_with_its_unit_under_a_fresh_deadline():
    case = at("evaluated")
    again = advance(case, event("reopen", case))
    assert (again.state, again.waits, again.closure) == ("open", "handle", None)
    assert (again.lead, again.due) == ("chengguan", MORNING + timedelta(days=1))


def test_an_appeal_is_made_once_and_decided_once():
    case = advance(at("closed"), event("appeal", at("closed")))
    assert case.pending == "appeal"
    assert refused(case, event("appeal", case)) == "W21"
    granted = advance(case, event("decide", case))
    assert (granted.exempt, granted.pending) == (True, None)
    assert refused(granted, event("decide", granted)) == "W21"
    assert refused(granted, event("appeal", granted)) == "W21"
    assert not advance(case, event("decide", case, outcome="denied")).exempt


def test_a_granted_appeal_pardons_its_own_order_and_the_next_one_is_appealed_by_itself():
    closing = "done feedback verify"
    reopened = walked(f"{DISPATCHED} {closing} appeal decide reopen")
    assert (reopened.exempt, reopened.pending) == (False, None)
    again = walked(f"{DISPATCHED} {closing} appeal decide reopen {closing} appeal")
    assert advance(again, event("decide", again)).exempt
    assert not walked(f"{DISPATCHED} void reopen").exempt


def test_an_appeal_that_nobody_decided_lapses_with_a_reopening():
    closing = "done feedback verify"
    open_ = walked(f"{DISPATCHED} {closing} appeal reopen {closing}")
    assert refused(open_, event("decide", open_)) == "W21"
    assert advance(open_, event("appeal", open_)).pending == "appeal"


def test_a_case_without_a_unit_has_nobody_to_appeal():
    case = walked("settle feedback verify")
    assert refused(case, event("appeal", case)) == "W21"


def test_a_correction_names_what_was_and_the_head_follows():
    case = after("triage", "correct")
    assert case.title == "东河桥尾占道经营"
    assert case.history[0].title == "东河桥头占道经营"
    assert current(case, 1, "title") == "东河桥尾占道经营"
    assert refused(case, event("correct", case)) == "W22"  # no longer what it was
    again = event("correct", case, old="东河桥尾占道经营", new="东河桥下占道经营")
    assert advance(case, again).title == "东河桥下占道经营"


@pytest.mark.parametrize(
    "said",
    [
        {"entry": 2},  # a triage has no title
        {"entry": 9},
        {"entry": 0},
        {"field": "reporter"},
        {"new": "东河桥头占道经营"},  # nothing changes
        {"old": "别的"},
    ],
)
def test_a_correction_that_does_not_fit_is_refused(said):
    case = at("reported")
    assert refused(case, event("correct", case, **said)) == "W22"


def test_what_an_entry_left_open_can_be_filled_in():
    case = at("collected")
    said = {"field": "text", "old": None, "new": "桥头两侧有摊贩"}
    assert current(advance(case, event("correct", case, **said)), 1, "text") == "桥头两侧有摊贩"


def test_a_provisional_deadline_is_settled_once():
    case = walked("triage file provisional")
    assert case.provisional
    settled = advance(case, event("settle-deadline", case))
    assert (settled.due, settled.provisional) == (MORNING + timedelta(days=3), False)
    assert refused(settled, event("settle-deadline", settled)) == "W23"


def test_reminders_and_call_backs_carry_any_time_since_collection():
    case = at("handling")
    early = event("urge", case, at=MORNING + timedelta(minutes=1))
    assert advance(case, early).history[-1].at < case.history[-1].at
    before = event("urge", case, at=MORNING - timedelta(minutes=6))
    assert refused(case, before) == "W02"
    move = event("supervise", case, at=MORNING + timedelta(minutes=1))
    assert refused(case, move) == "W02"
