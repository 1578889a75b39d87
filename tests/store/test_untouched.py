"""A step touches the version, the few lines of the head that it moves, and the end of the file."""

import difflib

import pytest
from positions import SAID, WAYS, at, event, walked

from gridctl.domain.steps import advance
from gridctl.errors import Refused
from gridctl.store.case_file import write

# Verb → the keys of the head that it may move besides the version; by hand. A request that is
# open falls with whatever takes the case from its unit, and a suspended case has no deadline.
MOVES = {
    "triage": {"step", "waits", "category"},
    "settle": {"step", "waits", "category"},
    "reject": {"step", "waits"},
    "join": {"step", "waits", "state", "closure", "duplicate_of"},
    "file": {"step", "number"},
    "dispatch": {"waits", "lead", "assist", "due"},
    "provisional": {"waits", "lead", "due", "provisional"},
    "handle": {"step"},
    "done": {"pending", "step", "waits"},
    "feedback": {"step", "waits"},
    "verify": {"step", "waits", "state", "closure"},
    "fail": {"step", "waits", "rework"},
    "evaluate": {"step", "waits"},
    "score": {"step", "waits"},
    "note": set(),
    "link": {"duplicates"},
    "relate": {"links"},
    "correct": {"title"},
    "renumber": {"number"},
    "return": {"pending", "provisional", "step", "waits", "lead", "assist", "due"},
    "return-grid": {"step", "waits"},
    "redispatch": {"pending", "provisional", "step", "lead", "assist", "due"},
    "extend": {"pending"},
    "extend-approve": {"pending", "due", "extensions"},
    "extend-deny": {"pending"},
    "suspend": {"pending"},
    "suspend-approve": {"pending", "due", "state", "until"},
    "suspend-deny": {"pending"},
    "resume": {"state", "until", "due"},
    "settle-deadline": {"due", "provisional"},
    "urge": set(),
    "supervise": {"supervision"},
    "instruct": set(),
    "escalate": {"escalated_to"},
    "hand-down": {"escalated_to"},
    "assist": {"assist"},
    "void": {"pending", "state", "waits", "until"},
    "reopen": {"pending", "state", "waits", "closure", "lead", "assist", "due", "duplicate_of"},
    "appeal": {"pending"},
    "decide": {"pending", "exempt"},
    "callback": set(),
}
# Where the positions alone do not make a verb possible.
MORE = (
    "settle feedback verify",
    "triage file dispatch extend",
    "triage file dispatch suspend",
    "triage file provisional",
    "triage escalate",
    "triage file dispatch done feedback verify appeal",
)


def possible(name):
    """Every case of the walks on which the verb is possible, before and after."""
    for case in [*map(at, WAYS), *map(walked, MORE)]:
        try:
            moved = advance(case, event(name, case))
        except Refused:
            continue
        yield write(case).decode(), write(moved).decode()


@pytest.mark.parametrize("name", MOVES)
def test_only_the_moved_lines_of_the_head_change_and_the_rest_is_appended(name):
    pairs = list(possible(name))
    assert pairs
    for before, after in pairs:
        head, _, history = before.partition("\nhistory:\n")
        new_head, _, new_history = after.partition("\nhistory:\n")
        assert new_history.startswith(history)
        assert new_history[len(history) :].startswith(f"- n: {history.count('- n: ') + 1}\n")
        lines = difflib.ndiff(head.split("\n"), new_head.split("\n"))
        changed = {line[2:].partition(":")[0] for line in lines if line[0] in "-+"}
        assert changed - {"version"} <= MOVES[name]
        assert "version" in changed


@pytest.mark.parametrize("name", MOVES)
def test_the_order_of_the_keys_stays(name):
    for before, after in possible(name):
        keys = [line.partition(":")[0] for line in before.partition("\nhistory:")[0].split("\n")]
        new = [line.partition(":")[0] for line in after.partition("\nhistory:")[0].split("\n")]
        assert [key for key in keys if key in new] == [key for key in new if key in keys]


def test_the_diff_of_a_step_by_hand():
    case = at("reported")
    before, after = write(case).decode(), write(advance(case, event("file", case))).decode()
    diff = difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    assert [line for line in diff if not line.startswith(("---", "+++", "@@"))] == [
        "-version: 2",
        "+version: 3",
        "+number: 青云网案〔2026〕1号",
        "-step: triage",
        "+step: file",
        "+- n: 3",
        "+  did: filed",
        "+  at: 2026-11-24T08:20:00+08:00",
        "+  by: p01",
        "+  number: 青云网案〔2026〕1号",
        "+  category: E0406",
        "+  condition: 1",
        "+  limit: 2 urgent_hour",
        "+  pinned: {catalogue: cn@1, calendar: cn@2026}",
    ]


def test_every_verb_of_the_walks_is_looked_at():
    assert set(SAID) == set(MOVES)
