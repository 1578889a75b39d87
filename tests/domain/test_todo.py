"""What waits for whom: by hand for every position, and never more than rights and steps allow."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from positions import WAYS, at, walked

from gridctl.domain.facts_of_case import facts_of
from gridctl.domain.rights import RIGHTS, holders
from gridctl.domain.steps import possible
from gridctl.domain.todo import falls_to, matters, tasks, verb_of

NOW = datetime.fromisoformat("2026-11-24T12:00:00+08:00")
PLANS_END = date(2026, 12, 31)
HEADS = "p03 p04 p05 p06 p08"
VERIFIERS = f"p01 p02 {HEADS} p10 p11 p13 p14 p25"

# By hand from the staff of tests/office: who has what to do with a case of 东河北片.
FALLS = {
    "collected": {"triage": f"p01 {HEADS}"},
    "sent_back": {"triage": f"p01 {HEADS}"},
    "unsettled": {"triage": f"p01 {HEADS}"},
    "reported": {"file": "p01"},
    "settled": {"feedback": f"p01 {HEADS}"},
    "duplicate": {},
    "filed": {"dispatch": "p01"},
    "dispatched": {"handle": "p17 p18 p19"},
    "handling": {"handle": "p17 p18 p19"},
    "failed": {"handle": "p17 p18 p19"},
    "suspended": {},
    "handled": {"feedback": f"p01 {HEADS} p17 p19"},
    "answered": {"verify": VERIFIERS},  # p19 patrols there, and is of the unit
    "closed": {"evaluate": "p01 p02 p25"},
    "evaluated": {},
    "voided": {},
}
# And by the way there, where somebody is kept out or something else is asked.
BESIDE = {
    # p08 settled it, and no unit has it that p19 could be of.
    "settle feedback": {"verify": VERIFIERS.replace("p08 ", "").replace("p14", "p14 p19")},
    "triage file dispatch return": {"dispatch": "p01"},
    "triage file dispatch extend": {"handle": "p17 p18 p19", "extension": "p01"},
    "triage file dispatch suspend": {"handle": "p17 p18 p19", "suspension": "p02 p25"},
    "triage file dispatch done feedback verify appeal": {
        "evaluate": "p01 p02 p25",
        "appeal": "p02 p25",
    },
    "escalate": {"triage": f"p01 {HEADS}", "escalated": "p05 p06"},
}


def found(case, office, known_until=None):
    facts = facts_of(case)
    return {
        matter: " ".join(
            person.id
            for person in office.people.values()
            if person.posts_on(NOW.date()) and falls_to(person, matter, facts, office, NOW.date())
        )
        for matter in matters(facts, NOW, known_until)
    }


def test_every_position_has_its_line():
    assert FALLS.keys() == WAYS.keys()


@pytest.mark.parametrize("position", FALLS)
def test_it_falls_to_these(position, office):
    assert found(at(position), office) == FALLS[position]


@pytest.mark.parametrize("way", BESIDE)
def test_beside_the_way_it_falls_to_these(way, office):
    assert found(walked(way), office) == BESIDE[way]


@pytest.mark.parametrize("way", [*WAYS.values(), *BESIDE])
def test_nothing_falls_to_anybody_that_steps_or_rights_forbid(way, office):
    case = walked(way)
    for person in office.people.values():
        for task in tasks([facts_of(case)], person, office, NOW, PLANS_END):
            assert task.verb in possible(case), way
            allowed = holders(RIGHTS[task.verb], office, case, NOW.date())
            assert person.id in {each.id for each in allowed}, (way, task.verb)
            assert task.command.startswith("gridctl ")
            assert task.command.split()[1] in (
                task.verb.partition("-")[0],
                "dispatch",
                "decide",
            ) or (task.verb == "hand-down")


def test_a_returned_case_is_dispatched_anew_with_a_reason(office):
    case = facts_of(walked("triage file dispatch return"))
    (task,) = tasks([case], office.people["p01"], office, NOW, None)
    assert (task.matter, task.verb) == ("dispatch", "redispatch")
    assert task.command == "gridctl dispatch k7qf2 --to UNIT --note REASON"


def test_a_provisional_deadline_waits_for_the_plan_and_then_for_the_dispatcher(office):
    """Due on 23 January 2027: nothing to settle while the plans end with 2026."""
    case = walked("triage file provisional")
    assert set(found(case, office, PLANS_END)) == {"handle"}
    assert found(case, office, date(2027, 12, 31))["provisional"] == "p01"
    assert verb_of("provisional", facts_of(case)) == "settle-deadline"


def test_a_suspended_case_waits_again_on_the_day_after_its_last(office):
    case = facts_of(at("suspended"))
    last = datetime.combine(case.until, NOW.timetz())
    assert list(matters(case, last, None)) == []
    assert list(matters(case, last + timedelta(days=1), None)) == ["handle"]


def test_who_holds_no_post_has_nothing_to_do(office):
    case = facts_of(at("answered"))
    assert [*tasks([case], office.people["p15"], office, NOW, None)] == []  # begins tomorrow
    assert [*tasks([case], office.people["p16"], office, NOW, None)] == []  # left yesterday
    assert len([*tasks([case], office.people["p14"], office, NOW, None)]) == 1  # last day today


def test_the_row_says_who_handled_who_asked_and_when_it_closed():
    closed = facts_of(at("closed"))
    assert (closed.handlers, closed.closed) == (("p17",), at("closed").history[-1].at)
    assert facts_of(at("duplicate")).closed == at("duplicate").history[1].at
    assert facts_of(at("evaluated")).closed == at("closed").history[-1].at
    assert facts_of(at("answered")).closed is None
    asked = facts_of(walked("triage file dispatch extend"))
    assert (asked.pending, asked.asker) == ("extension", "p17")
    assert facts_of(at("dispatched")).asker is None


def test_a_dispatcher_enters_what_a_unit_without_anybody_did(office):
    case = replace(facts_of(at("dispatched")), lead="huanbao", assist=())
    staff = tuple(each for each in office.staff_file.staff if each.home != "huanbao")
    alone = replace(office, staff_file=replace(office.staff_file, staff=staff))
    (task,) = tasks([case], alone.people["p01"], alone, NOW, None)
    assert (task.matter, task.command[-14:]) == ("handle", " --for huanbao")
    assert not list(tasks([case], alone.people["p05"], alone, NOW, None))
    # Where the unit has somebody, that is who has to do it.
    assert not list(tasks([case], office.people["p01"], office, NOW, None))
