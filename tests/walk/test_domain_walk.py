"""Whatever verbs, by whomever, whenever: what is accepted adds up, and what is refused says why."""

from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from lateness_laws import (
    counts_as_the_breaches_of_the_present_order,
    in_order_and_with_the_red_clock,
)
from positions import CASE_ID, OTHER, SAID, THIRD, WAYS, collected
from positions import event as said_event

from gridctl.domain import rights
from gridctl.domain.identifiers import case_path
from gridctl.domain.judging import Entry, judge, judge_first
from gridctl.domain.next_commands import calls
from gridctl.domain.rules import RULES
from gridctl.domain.steps import ANYWHERE, MOVES, POSITIONS, position, possible, rebuild, stages
from gridctl.domain.terms import KINDS, SEVERITIES
from gridctl.domain.verb_table import VERB_OF
from gridctl.domain.verbs.correct import CORRECTABLE, current
from gridctl.domain.verbs.escalate import holder
from gridctl.domain.verbs.suspend import woken
from gridctl.errors import Refused
from gridctl.store.case_file import read, write
from gridctl.store.settings_file import read as read_office

MORNING = datetime.fromisoformat("2026-11-24T08:00:00+08:00")
OFFICE_FOLDER = Path(__file__).parents[1] / "office"
OFFICE = read_office(
    {name: (OFFICE_FOLDER / name).read_bytes() for name in ("grids.yaml", "staff.yaml")}
)
UNITS = ["chengguan", "jiaojing", "huanbao", "gongzuodui", "qy-xs-1", "qy-dh"]
GRIDS = [*OFFICE.grids, "nowhere"]
ACTORS = [*OFFICE.people, *UNITS, "nobody"]
VERBS_SAID = {name: VERB_OF[shape.did] for name, (shape, _by, _own) in SAID.items()}
CORRECTED = sorted(set().union(*CORRECTABLE.values()))
# Who may do what is possible is not refused for the position, nor for who does it.
NOT_WHERE_POSSIBLE = {"W01", "R01", "R02", "R03", "R05"}
ANSWERS = {
    "extension": ("extend-approve", "extend-deny"),
    "suspension": ("suspend-approve", "suspend-deny"),
    "appeal": ("decide", "decide"),
}

units = st.sampled_from(UNITS)
people = st.sampled_from(["p01", "p02", "p08", "p10", "p17"]) | st.sampled_from(ACTORS)
# What an event may say beside what SAID has; what its shape does not know is left out.
DRAWN = st.fixed_dictionaries(
    {},
    optional={
        "lead": units,
        "assist": st.lists(units, max_size=2).map(tuple),
        "units": st.lists(units, max_size=2).map(tuple),
        "to": st.sampled_from([*GRIDS, OTHER, THIRD, CASE_ID, "dispatcher", "grid"]),
        "relation": st.sampled_from(["duplicate", "related"]),
        "note": st.sampled_from([None, "说明"]),
        "done": st.sampled_from([None, "fixed", "referred"]),
        "limit": st.sampled_from(["3 work_day", "soon"]),
        "number": st.just("另一号"),
        "level": st.sampled_from(["yellow", "red", "lift"]),
        "category": st.sampled_from([None, "E0406"]),
        "duplicate_of": st.sampled_from([OTHER, CASE_ID]),
        "strip": st.sampled_from([None, -1, 0, 100, 101]),
        "block": st.sampled_from([-1, 0, 100, 101]),
        "provisional": st.booleans(),
        "entry": st.integers(0, 9),
    },
)


def entry(who, recorded):
    return Entry(OFFICE, OFFICE.people[who], recorded)


def says_why(refusal):
    """It names a rule that there is, and says something."""
    assert refusal.rule in RULES
    assert str(refusal.message).strip()
    assert refusal.hint is None or str(refusal.hint).strip()


def history_of(data):
    return data.partition(b"\nhistory:\n")[2]


def fits(key, value, own):
    """Whether a value drawn is of the kind that the event has there: a grid for a grid."""
    if value is None and "number" in own:  # a filing has them all
        return key == "note"
    kinds = [GRIDS, [OTHER, THIRD, CASE_ID], ["dispatcher", "grid"]]
    return key != "to" or any(value in kind and own.get("to") in kind for kind in kinds)


class Walk(RuleBasedStateMachine):
    """One case, walked at random."""

    def __init__(self):
        super().__init__()
        self.case = None
        self.clock = MORNING

    @initialize(
        way=st.sampled_from(list(WAYS.values())), grid=st.sampled_from(["qy-dh-1", "qy-dh-1a"])
    )
    def begin(self, way, grid):
        """Somewhere on the way, so that short walks see its end as well."""
        self.case = judge_first(CASE_ID, collected(grid=grid), entry("p10", self.clock))
        for name in way.split():
            event = said_event(name, self.case)
            self.clock = event.at
            assert self.judged(event, event.by) is None

    @rule(minutes=st.integers(1, 40))
    def minutes_pass(self, minutes):
        self.clock += timedelta(minutes=minutes)

    @rule(days=st.sampled_from([1, 3, 40]))
    def days_pass(self, days):
        self.clock += timedelta(days=days)

    @rule()
    def the_suspension_ends(self):
        if self.case.until:
            over = datetime.combine(self.case.until, self.clock.timetz()) + timedelta(days=1)
            self.clock = max(self.clock, over)

    @rule(
        name=st.sampled_from(list(SAID)),
        who=people,
        typist=st.sampled_from(["p01", "p22", "p17"]) | st.sampled_from(list(OFFICE.people)),
        honest=st.sampled_from([True, True, True, False]),
        drawn=DRAWN,
        day=st.sampled_from([-400, -1, 0, 1, 30, 366, 367]),
        off=st.sampled_from([0, 0, 0, -2, 2, -10, 10, -3000]),
    )
    def anybody_does_anything(self, name, who, typist, honest, drawn, day, off):
        typist = who if who in OFFICE.people and not off else typist
        event = self.event(name, who, drawn, day, self.clock + timedelta(minutes=off))
        said = typist if honest else "p02"
        self.judged(event if said == who else replace(event, entered=said), typist)

    @rule(pick=st.integers(0, 99), drawn=DRAWN, day=st.sampled_from([1, 30]))
    def somebody_who_may_does_what_is_possible(self, pick, drawn, day):
        case = woken(self.case, self.clock.date())
        moves = MOVES[position(case)]
        verbs = possible(case)
        onward = [verb for verb in verbs if moves.get(verb, ()) not in ((), ("voided",))]
        verbs = onward if pick % 4 and onward else verbs
        verb = verbs[pick % len(verbs)]
        names = [name for name, each in VERBS_SAID.items() if each == verb]
        event = self.event(names[pick % len(names)], "p01", drawn, day, self.clock)
        right = rights.right_for(case, event, verb)
        may = list(rights.holders(right, OFFICE, case, self.clock.date()))
        if may:
            by = may[pick % len(may)].id
            refusal = self.judged(replace(event, by=by), by)
            assert refusal is None or refusal.rule not in NOT_WHERE_POSSIBLE

    @rule(
        pick=st.integers(0, 99),
        field=st.sampled_from(CORRECTED),
        new=st.sampled_from(["qy-xs-1", "qy-dh-1", "qy", "hazard", "urgent", "E0601", "别的"]),
        who=st.sampled_from(["p01", "p05", "p10"]),
    )
    def somebody_corrects_an_entry(self, pick, field, new, who):
        holds = [e.n for e in self.case.history if field in CORRECTABLE.get(e.did, ())]
        if holds:
            number = holds[pick % len(holds)]
            said = {"entry": number, "field": field, "old": current(self.case, number, field)}
            self.judged(self.event("correct", who, {**said, "new": new}, 1, self.clock), who)

    @rule(name=st.sampled_from(["extend", "suspend", "appeal"]))
    def the_unit_asks_for_something(self, name):
        who = {"chengguan": "p17", "jiaojing": "p18", "huanbao": "p24"}.get(self.case.lead)
        if who:
            self.judged(self.event(name, who, {}, 30, self.clock), who)

    @rule(yes=st.booleans(), day=st.sampled_from([1, 30]), who=st.sampled_from(["p01", "p02"]))
    def what_waits_for_an_answer_is_answered(self, yes, day, who):
        if self.case.pending:
            name = ANSWERS[self.case.pending][0 if yes else 1]
            self.judged(self.event(name, who, {}, day, self.clock), who)

    @rule(name=st.sampled_from(["link", "relate"]), to=st.sampled_from([OTHER, THIRD, CASE_ID]))
    def it_is_linked(self, name, to):
        self.judged(self.event(name, "p01", {"to": to}, 1, self.clock), "p01")

    def event(self, name, who, drawn, day, at):
        """The event of that name as the next one, with what was drawn and dates near its time."""
        shape, _by, own = SAID[name]
        near = at + timedelta(days=day)
        said = own | {key: value for key, value in drawn.items() if fits(key, value, own)}
        said |= {"due": near, "until": near.date()}
        if name == "extend-approve" and self.case.due and day > 0:
            said["due"] = self.case.due + timedelta(days=day)
        if name in ("evaluate", "score") and "strip" not in drawn:
            said["strip"] = 80 if self.case.lead else None
        if name in ("extend", "suspend", "appeal"):
            said["note"] = own["note"]
        known = {each.name for each in fields_of(shape)}
        plain = {"n": self.case.version + 1, "at": at, "by": who}
        return shape(**plain, **{key: value for key, value in said.items() if key in known})

    def judged(self, event, typist):
        """The refusal, or None where the event was accepted and all holds that must."""
        here, verb = position(woken(self.case, event.at.date())), VERB_OF[event.did]
        try:
            moved = judge(self.case, event, entry(typist, self.clock))
        except Refused as refusal:
            says_why(refusal)
            return refusal
        assert verb in (*MOVES[here], *ANYWHERE)
        assert position(moved) in (MOVES[here].get(verb) or (here,))
        assert moved.history == (*self.case.history, event)
        assert history_of(write(moved)).startswith(history_of(write(self.case)))
        assert moved.number == self.case.number or self.case.number is None
        self.case = moved
        return None

    @invariant()
    def the_history_says_it_all(self):
        if self.case:
            assert rebuild(CASE_ID, self.case.history) == self.case == [*stages(self.case)][-1]
            assert self.case.version == len(self.case.history)
            assert [event.n for event in self.case.history] == list(range(1, self.case.version + 1))

    @invariant()
    def the_file_gives_the_case_back(self):
        if self.case:
            assert read(case_path(CASE_ID), write(self.case)) == self.case

    @invariant()
    def it_stands_somewhere_and_something_can_be_done(self):
        for later in (0, 500) if self.case else ():
            case = woken(self.case, self.clock.date() + timedelta(days=later))
            assert position(case) in MOVES
            assert all(call.startswith("gridctl ") for call in calls(case))
            assert calls(case)[-1].startswith("gridctl note ")

    @invariant()
    def the_head_is_of_one_piece(self):
        if not self.case:
            return
        case, dids = self.case, [event.did for event in self.case.history]
        assert case.state == "void" or (case.step, case.waits, case.state) in POSITIONS
        assert (case.state == "closed") == (case.closure is not None)
        assert (case.closure == "duplicate") == (case.duplicate_of is not None)
        assert (case.lead is None) == (case.due is None)
        assert case.lead or not (case.assist or case.provisional or case.extensions)
        assert case.lead is None or "dispatched" in dids
        assert (case.number is not None) == ("filed" in dids)
        assert (case.until is not None) == (case.state == "suspended")
        assert case.pending in (None, *ANSWERS)
        assert len(set(case.units)) == len(case.units)

    @invariant()
    def the_head_holds_what_it_may(self):
        if not self.case:
            return
        assert self.case.kind in KINDS
        assert self.case.severity in (None, *SEVERITIES)
        if self.case.grid in OFFICE.grids:
            assert holder(self.case) in OFFICE.line_of(self.case.grid)

    @invariant()
    def what_went_wrong_is_in_order_and_counts_agree_with_it(self):
        if self.case:
            in_order_and_with_the_red_clock(self.case, self.clock)
            counts_as_the_breaches_of_the_present_order(self.case, self.clock)

    @invariant()
    def nobody_decides_on_his_own_work(self):
        busy, asked = set(), {}
        for event in self.case.history if self.case else ():
            if event.did == "verified":
                assert not busy & {event.by, event.entered}
            elif event.did == "handled" or getattr(event, "outcome", "") == "settle":
                busy.add(event.by)
            elif event.did in ("extension_requested", "suspension_requested", "appealed"):
                asked[event.did[:5]] = event.by
            elif event.did in ("extended", "extension_denied"):
                assert asked["exten"] != event.by
            elif event.did in ("suspended", "suspension_denied"):
                assert asked["suspe"] != event.by
            elif event.did == "decided":
                assert asked["appea"] != event.by


Walk.TestCase.settings = settings(stateful_step_count=40, max_examples=settings().max_examples // 2)
TestDomainWalk = Walk.TestCase
