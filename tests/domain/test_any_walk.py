"""Whatever verbs, by whomever, in whatever order: every accepted event is legal and the file is sound."""

from datetime import datetime, timedelta

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from positions import CASE_ID, SAID, collected
from test_move_table import ALLOWED, STILL

from gridctl.domain.identifiers import case_path
from gridctl.domain.judging import Entry, judge, judge_first
from gridctl.domain.rules import RULES
from gridctl.domain.steps import MOVES, position, rebuild
from gridctl.errors import Refused
from gridctl.store.case_file import read, write
from gridctl.store.settings_file import read as read_office

MORNING = datetime.fromisoformat("2026-11-24T08:00:00+08:00")
PEOPLE = [f"p{n:02}" for n in range(1, 27)]
LIKELY = ["p01", "p05", "p08", "p10", "p17", "p18", "p19"]
MINUTES = st.integers(-20, 40)
# What an event may say against its rules, now and then.
SPOILED = [
    {},
    {},
    {},
    {"limit": "soon"},
    {"lead": "jiaojing"},
    {"due": MORNING - timedelta(days=1)},
    {"note": None},
    {"strip": 101},
    {"block": -1},
    {"category": None},
    {"duplicate_of": CASE_ID},
    {"to": CASE_ID},
    {"number": "另一号"},
]


# Somebody fitting may have handled the case before, or the case may lie in another grid than his.
# Possible once something else was done first; None: the case stays where it is.
AFTER_A_WISH = {
    "suspend-approve": "suspended",
    "redispatch": "dispatched",
    **dict.fromkeys(
        ("hand-down", "extend-approve", "extend-deny", "suspend-deny", "decide", "settle-deadline")
    ),
}
MAY_STILL_BE_REFUSED = {
    *("R01", "W02", "W04", "W07", "W10", "W12"),
    *(f"W{number}" for number in range(14, 25)),
}


def outcome(act):
    try:
        return act()
    except Refused as refusal:
        return refusal


class Walk(RuleBasedStateMachine):
    """One case, walked at random."""

    def __init__(self):
        super().__init__()
        import pathlib

        folder = pathlib.Path(__file__).parents[1] / "office"
        names = ("grids.yaml", "staff.yaml")
        self.office = read_office({name: (folder / name).read_bytes() for name in names})
        self.case = None
        self.clock = MORNING

    @initialize(who=st.sampled_from(LIKELY), grid=st.sampled_from(["qy-dh-1", "qy-dh-1a", "qy"]))
    def collect(self, who, grid):
        self.report = collected(by=who, grid=grid)
        self.case = judge_first(CASE_ID, self.report, self.entry(who, None))

    def entry(self, who, typist):
        return Entry(self.office, self.office.people[typist or who], self.clock)

    @rule(
        name=st.sampled_from(list(SAID)),
        who=st.sampled_from(LIKELY) | st.sampled_from(PEOPLE),
        typist=st.sampled_from([None, None, None, "p01", "p17"]),
        said=st.sampled_from(SPOILED),
        passed=MINUTES,
        off=MINUTES,
        fitting=st.booleans(),
    )
    def act(self, name, who, typist, said, passed, off, fitting):
        """Any verb; in half of the cases by somebody who may."""
        here = position(self.case)
        if fitting:
            possible = [each for place, each in ALLOWED if place == here] or list(STILL)
            name = possible[len(self.case.history) % len(possible)]
            who = SAID[name][1]
            typist, said = None, {}
        self.clock += timedelta(minutes=max(passed, 1))
        shape, _by, own = SAID[name]
        fields = {key: value for key, value in said.items() if key in own}
        if name in ("evaluate", "score") and fitting:
            fields["strip"] = 80 if self.case.lead else None
        if name == "dispatch":
            fields = {"due": self.clock + timedelta(hours=2)} | fields
        event = shape(
            **{
                "n": self.case.version + 1,
                "at": self.clock + timedelta(minutes=0 if fitting else off),
                "by": who,
                "entered": None if typist == who else typist,
            }
            | own
            | fields
        )
        moved = outcome(lambda: judge(self.case, event, self.entry(who, typist)))
        if isinstance(moved, Refused):
            assert moved.rule in RULES
            assert str(moved.message)
            assert not fitting or moved.rule in MAY_STILL_BE_REFUSED
            return
        assert moved.history == (*self.case.history, event)
        if name in STILL:
            assert position(moved) == here
        else:
            there = ALLOWED.get((here, name)) or AFTER_A_WISH[name] or here
            # What was never dispatched goes back to triage; what goes on goes on where it was.
            elsewhere = {
                "failed": {"unsettled"},
                "reopen": {"collected", "sent_back", "unsettled", "failed"},
                "resume": {"dispatched", "handling", "failed"},
            }
            others = elsewhere.get(name, elsewhere.get(there, set()))
            assert position(moved) in {there} | others
        self.case = moved

    @invariant()
    def the_history_says_it_all(self):
        if self.case:
            assert rebuild(CASE_ID, self.case.history) == self.case
            assert self.case.version == len(self.case.history)
            assert [event.n for event in self.case.history] == list(range(1, self.case.version + 1))

    @invariant()
    def the_file_gives_the_case_back(self):
        if self.case:
            assert read(case_path(CASE_ID), write(self.case)) == self.case

    @invariant()
    def the_head_is_of_one_piece(self):
        if not self.case:
            return
        case = self.case
        assert position(case) in MOVES
        assert (case.state == "closed") == (case.closure is not None)
        assert (case.closure == "duplicate") == (case.duplicate_of is not None)
        assert (case.lead is None) == (case.due is None)
        dids = [event.did for event in case.history]
        assert (case.number is not None) == ("filed" in dids)
        assert case.lead is None or "dispatched" in dids
        busy = set()
        for event in case.history:
            if event.did == "verified":
                assert not busy & {event.by, event.entered}
            elif event.did == "handled" or getattr(event, "outcome", "") == "settle":
                busy.add(event.by)


Walk.TestCase.settings = settings(stateful_step_count=30, max_examples=settings().max_examples // 2)
TestAnyWalk = Walk.TestCase
