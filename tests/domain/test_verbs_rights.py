"""Who may do what: every role on every verb, in the grid, above, below, beside; R01, R02, R03."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from positions import CASE_ID, MORNING, at, collected, event, walked

from gridctl.domain.judging import Entry, judge, judge_first
from gridctl.domain.office import Office
from gridctl.domain.rights import RIGHTS, holders, holds
from gridctl.errors import Refused

# The case lies in qy-dh-1, led by chengguan, assisted by jiaojing.
PEOPLE = {
    "p01": "dispatcher of the office",
    "p02": "leader of the office",
    "p03": "head of the office",
    "p04": "deputy of the office",
    "p05": "head of the grid above",
    "p06": "deputy of the grid above",
    "p07": "head of another branch",
    "p08": "head of the grid",
    "p09": "head of the grid beside",
    "p10": "patroller of the grid",
    "p11": "patroller of the grid above",
    "p12": "patroller of another branch",
    "p17": "enforcer of the lead unit",
    "p18": "enforcer of the assisting unit, at the office",
    "p19": "patroller of the grid, of the lead unit",
    "p20": "volunteer of a grid below",
    "p21": "delegate beside",
    "p22": "dispatcher of another branch",
    "p23": "of the lead unit, without a post",
    "p24": "enforcer of a unit not on the case, at the office",
    "p25": "leader of the grid above",
    "p26": "head of a grid below",
}
POSTED = set(PEOPLE) - {"p23"}
ABOVE = {"p01", "p02", "p03", "p04", "p05", "p06", "p08", "p10", "p11", "p18", "p24", "p25"}

# Verb → who may, by hand. `p17` handled the case before it is verified.
MAY = {
    "collect": POSTED,
    "triage": {"p01", "p03", "p04", "p05", "p06", "p08"},
    "file": {"p01"},
    "dispatch": {"p01"},
    "handle": {"p17", "p18", "p19"},
    "done": {"p17", "p19"},
    "feedback": {"p01", "p03", "p04", "p05", "p06", "p08", "p17", "p19"},
    "verify": {"p01", "p02", "p03", "p04", "p05", "p06", "p08", "p10", "p11", "p25"},
    "evaluate": {"p01", "p02", "p25"},
    "note": ABOVE | {"p17", "p19"},
    "link": {"p01", "p03", "p04", "p05", "p06", "p07", "p08", "p09", "p22", "p26"},
    "relate": {"p01"},
    "correct": {"p01", "p10"},  # p10 made the entry
    "renumber": {"p01"},
    "return": {"p17", "p19"},
    "return-grid": {"p01"},
    "redispatch": {"p01"},
    "extend": {"p17", "p19"},
    "extend-approve": {"p01"},
    "extend-deny": {"p01"},
    "suspend": {"p17", "p19"},
    "suspend-approve": {"p02", "p25"},
    "suspend-deny": {"p02", "p25"},
    "resume": {"p02", "p25", "p17", "p19"},
    "settle-deadline": {"p01"},
    "urge": {"p01", "p02", "p25"},
    "supervise": {"p01", "p02", "p25"},
    "instruct": {"p02", "p25"},
    "escalate": {"p03", "p04", "p05", "p06", "p08"},
    "hand-down": {"p03", "p04", "p05", "p06", "p08"},
    "assist": {"p01"},
    "void": {"p01"},
    "reopen": {"p01"},
    "appeal": {"p17", "p19"},
    "decide": {"p02", "p25"},
    "callback": {"p01", "p10", "p11", "p19"},
}
WHERE = {
    "triage": "collected",
    "file": "reported",
    "dispatch": "filed",
    "handle": "dispatched",
    "done": "dispatched",
    "feedback": "handled",
    "verify": "answered",
    "evaluate": "closed",
    "note": "handled",
    "link": "handled",
    "relate": "handled",
    "correct": "handled",
    "renumber": "handled",
    "return": "dispatched",
    "return-grid": "reported",
    "redispatch": "dispatched",
    "extend": "dispatched",
    "suspend": "dispatched",
    "resume": "suspended",
    "urge": "dispatched",
    "supervise": "dispatched",
    "instruct": "dispatched",
    "escalate": "collected",
    "assist": "dispatched",
    "void": "dispatched",
    "reopen": "closed",
    "appeal": "closed",
    "callback": "closed",
}
# Where a verb answers another, the way to where it can.
AFTER = {
    "extend-approve": "triage file dispatch extend",
    "extend-deny": "triage file dispatch extend",
    "suspend-approve": "triage file dispatch suspend",
    "suspend-deny": "triage file dispatch suspend",
    "settle-deadline": "triage file provisional",
    "hand-down": "escalate",
    "decide": "triage file dispatch done feedback verify appeal",
}


# Who is stopped before it comes to rights: by what he did himself.
BY_SELF = {("verify", "p17"): "W10"} | {
    (verb, "p17"): "W17"
    for verb in ("extend-approve", "extend-deny", "suspend-approve", "suspend-deny", "decide")
}
RIGHT_OF = {
    "done": "handle --done",
    "link": "link duplicate",
    "relate": "link",
    "return-grid": "return to grid",
}


def rule_of(act):
    try:
        act()
    except Refused as refusal:
        return refusal.rule
    return None


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("verb", MAY)
def test_the_right_people_may_and_nobody_else(office, verb, who):
    person = office.people[who]
    if verb == "collect":
        report = collected(by=who)
        entry = Entry(office, person, report.at)
        rule = rule_of(lambda: judge_first(CASE_ID, report, entry))
    else:
        case = walked(AFTER[verb]) if verb in AFTER else at(WHERE[verb])
        deed = event(verb, case, by=who)
        rule = rule_of(lambda: judge(case, deed, Entry(office, person, deed.at)))
    if who in MAY[verb]:
        assert rule is None, PEOPLE[who]
    elif who == "p23":
        assert rule == "R02"
    elif (verb, who) in BY_SELF:
        assert rule == BY_SELF[verb, who]
    else:
        assert rule == "R01", PEOPLE[who]


def test_every_verb_and_every_right_is_asked_here():
    assert {RIGHT_OF.get(verb, verb) for verb in MAY} | {"correct own"} == set(RIGHTS)


@pytest.mark.parametrize(
    ("who", "may"),
    [("p13", True), ("p14", True), ("p15", False), ("p16", False)],
)
@pytest.mark.parametrize("clock", ["00:00:00", "23:59:59"])
def test_a_post_counts_from_its_first_day_to_the_end_of_its_last(office, clock, who, may):
    """p13 begins on the day of the case, p14 ends on it; p15 begins a day later, p16 ended before."""
    moment = datetime.fromisoformat(f"2026-11-24T{clock}+08:00")
    report = collected(by=who, at=moment)
    entry = Entry(office, office.people[who], moment)
    rule = rule_of(lambda: judge_first(CASE_ID, report, entry))
    assert rule == (None if may else "R02")


def test_who_heads_a_grid_is_of_it_as_a_unit(office):
    """A grid can be the lead unit; its head and deputy work on the case then."""
    case = at("filed")
    dispatched = event("dispatch", case, lead="qy-dh", assist=("qy-xs",))
    case = judge(case, dispatched, Entry(office, office.people["p01"], dispatched.at))
    day = date(2026, 11, 24)
    lead = {p.id for p in holders(RIGHTS["handle --done"], office, case, day)}
    # p21, the delegate, has his home in qy-dh.
    assert lead == {"p05", "p06", "p21"}
    units = {p.id for p in holders(RIGHTS["handle"], office, case, day)}
    assert units == {"p05", "p06", "p21", "p07"}
    looks = {p.id for p in holders(RIGHTS["verify"], office, case, day)}
    assert looks == {"p01", "p02", "p03", "p04", "p08", "p10", "p11", "p13", "p14", "p19", "p25"}


def test_who_holds_no_post_holds_no_right_in_his_unit_either(office):
    case = at("dispatched")
    day = date(2026, 11, 24)
    assert office.people["p23"].home == case.lead
    assert {p.id for p in holders(RIGHTS["handle"], office, case, day)} == {"p17", "p18", "p19"}
    assert {p.id for p in holders(RIGHTS["handle --done"], office, case, day)} == {"p17", "p19"}


def test_the_units_are_kept_from_the_verification_by_home_as_well(office):
    case = at("answered")
    day = date(2026, 11, 24)
    patroller = office.people["p19"]
    assert not holds(RIGHTS["verify"], office, patroller, case, day)
    # Of another unit, the same post would do.
    case = at("filed")
    order = event("dispatch", case, lead="huanbao", assist=())
    case = judge(case, order, Entry(office, office.people["p01"], order.at))
    assert holds(RIGHTS["verify"], office, patroller, case, day)


def test_those_who_may_verify_are_named_without_who_handled_it(office):
    case = at("settled")
    told = event("feedback", case)
    case = judge(case, told, Entry(office, office.people["p08"], told.at))
    named = {p.id for p in holders(RIGHTS["verify"], office, case, date(2026, 11, 24))}
    assert "p08" not in named
    assert {"p10", "p05"} <= named


def test_a_dispatcher_enters_for_others_and_the_entry_says_so(office):
    case = at("collected")
    triaged = event("triage", case, entered="p01")
    assert judge(case, triaged, Entry(office, office.people["p01"], triaged.at)).version == 2
    silent = event("triage", case)
    assert (
        rule_of(lambda: judge(case, silent, Entry(office, office.people["p01"], silent.at)))
        == "R03"
    )


@pytest.mark.parametrize("typist", ["p02", "p03", "p05", "p22"])
def test_nobody_else_enters_for_others_not_even_a_dispatcher_beside(office, typist):
    case = at("collected")
    triaged = event("triage", case, entered=typist)
    entry = Entry(office, office.people[typist], triaged.at)
    assert rule_of(lambda: judge(case, triaged, entry)) == "R03"


def test_nobody_is_entered_for_himself(office):
    case = at("collected")
    triaged = event("triage", case, entered="p05")
    entry = Entry(office, office.people["p05"], triaged.at)
    assert rule_of(lambda: judge(case, triaged, entry)) == "R03"


def test_an_entry_gives_no_rights_to_who_is_entered_for(office):
    case = at("collected")
    triaged = event("triage", case, by="p10", entered="p01")
    entry = Entry(office, office.people["p01"], triaged.at)
    assert rule_of(lambda: judge(case, triaged, entry)) == "R01"


def test_an_unknown_actor_is_refused_with_the_way_to_the_known_ones(office):
    case = at("collected")
    triaged = event("triage", case, by="p99", entered="p01")
    with pytest.raises(Refused) as refusal:
        judge(case, triaged, Entry(office, office.people["p01"], MORNING + timedelta(hours=1)))
    assert refusal.value.rule == "R02"
    assert "gridctl staff list" in str(refusal.value.hint)


def test_a_refusal_names_who_may(office):
    case = at("reported")
    filed = event("file", case, by="p05")
    with pytest.raises(Refused) as refusal:
        judge(case, filed, Entry(office, office.people["p05"], filed.at))
    assert str(refusal.value.hint) == "It takes: dispatcher. Here: 赵一 (p01)"


def test_a_person_without_an_address_is_nobodys_identity(office):
    first, *others = office.staff_file.staff
    silent = Office(
        office.grids_file,
        replace(office.staff_file, staff=(replace(first, email=None), *others)),
    )
    assert silent.person_by_email("") is None
    assert office.person_by_email("P10@Example.ORG").id == "p10"
    assert office.person_by_email("nobody@example.org") is None
