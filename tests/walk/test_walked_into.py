"""What the walks once ran into, each by itself."""

import json
from dataclasses import replace

import pytest
from positions import OTHER, at, event, walked

from gridctl.domain.steps import advance
from gridctl.errors import Refused


@pytest.fixture
def begun(gridctl):
    """Collects a report and takes it on: `begun("triage", "-c", "E0406")`; its ending."""

    def begin(*calls, title="占道经营"):
        answer = gridctl("collect", title, "-g", "qy-dh-1", "-s", "patrol", "--json")
        ending = json.loads(answer.out)["id"][-5:]
        for command, *words in calls:
            done = gridctl(command, ending, *words)
            assert done.code == 0, done.err
        return ending

    return begin


def shown(gridctl, ending):
    return json.loads(gridctl("show", ending, "--json").out)


TO_A_UNIT = [
    ("triage", "-c", "E0406"),
    ("file", "--condition", "1", "--to", "chengguan"),
]
SUSPENDED = [
    *TO_A_UNIT,
    ("suspend", "--request", "--until", "2026-11-30", "--note", "修路", "--as", "p17"),
    ("suspend", "--approve", "--as", "p02"),
]


def test_a_duplicate_that_is_reopened_is_related_to_its_original_from_then_on(gridctl, begun):
    original = begun(title="路灯不亮")
    one = begun(("triage", "--duplicate-of", original), ("reopen", "--note", "不是同一处"))
    assert gridctl("check").code == 0
    first, second = shown(gridctl, one), shown(gridctl, original)
    assert (first["state"], first["links"]) == ("open", [second["id"]])
    assert (second["duplicates"], second["links"]) == ([], [first["id"]])
    # Looked at once more it is the same after all.
    assert gridctl("triage", one, "--duplicate-of", original).code == 0
    assert shown(gridctl, original)["duplicates"] == [first["id"]]
    assert gridctl("check").code == 0


def test_related_cases_may_turn_out_to_be_duplicates(gridctl, begun):
    original = begun(title="路灯不亮")
    one = begun(("link", "--to", original), ("triage", "--duplicate-of", original))
    assert shown(gridctl, original)["duplicates"] == [shown(gridctl, one)["id"]]
    assert gridctl("check").code == 0


def test_a_duplicate_is_not_related_to_its_original_while_it_is_one(gridctl, begun):
    original = begun(title="路灯不亮")
    one = begun(("triage", "--duplicate-of", original))
    for words in ((one, "--to", original), (original, "--to", one)):
        answer = gridctl("link", *words)
        assert (answer.code, "W04" in answer.err) == (20, True)


def test_the_version_asked_for_is_that_of_the_case_that_is_named(gridctl, begun):
    original = begun(("note", "又有人来问"), title="路灯不亮")
    one = begun()
    assert gridctl("triage", one, "--duplicate-of", original, "--if-version", "2").code == 50
    assert gridctl("triage", one, "--duplicate-of", original, "--if-version", "1").code == 0


def test_a_case_in_the_wrong_grid_is_with_the_right_one_however_far_it_was_escalated(
    gridctl, begun
):
    one = begun(
        ("escalate", "--as", "p08"),
        ("correct", "--field", "grid", "--new", "qy-xs-1", "--note", "记错"),
        ("escalate", "--as", "p07"),
    )
    assert shown(gridctl, one)["escalated_to"] == "qy-xs"
    assert gridctl("hand-down", one, "--as", "p07").code == 0
    assert shown(gridctl, one).get("escalated_to") is None


def test_once_a_suspension_is_over_all_is_possible_again(gridctl, begun):
    one = begun(*SUSPENDED)
    during, after = "2026-11-30T10:00:00+08:00", "2026-12-01T10:00:00+08:00"
    words = ("dispatch", one, "--to", "jiaojing", "--note", "改由交警")
    refused = gridctl(*words, now=during)
    assert (refused.code, "W01" in refused.err) == (20, True)
    assert gridctl("show", one, now=during).out.count("gridctl resume") == 1
    page = gridctl("show", one, now=after).out
    assert ("gridctl resume" in page, "gridctl handle" in page) == (False, True)
    assert gridctl(*words, now=after).code == 0


@pytest.mark.parametrize("until", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("answer", [False, True])
def test_a_suspension_until_a_day_out_of_the_world_is_no_day(gridctl, begun, until, answer):
    asking = SUSPENDED[:3] if answer else SUSPENDED[:2]
    one = begun(*asking)
    words = (
        ["--approve", "--as", "p02"] if answer else ["--request", "--note", "修路", "--as", "p17"]
    )
    said = gridctl("suspend", one, "--until", until, *words)
    assert (said.code, "is not a day" in said.err) == (2, True)


@pytest.mark.parametrize(
    ("was", "spoiled", "rule"),
    [
        ("\nhistory:", "\n# 批注\nhistory:", "F07"),
        ("until: 2026-11-30\nhistory", "until: 2026-12-30\nhistory", "C02"),
        ("state: suspended", "state: open", "C02"),
    ],
)
def test_a_suspended_case_that_is_spoiled_by_hand_is_told_its_fault(
    gridctl, begun, ledger_folder, was, spoiled, rule
):
    one = begun(*SUSPENDED)
    (path,) = ledger_folder.glob(f"cases/*/*/*/*{one}.yaml")
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, spoiled, 1), "utf-8")
    answer = gridctl("record")
    assert (answer.code, f"[{rule}]" in answer.err) == (30, True), answer.err


@pytest.mark.parametrize(("field", "new"), [("kind", "thing"), ("severity", "soon")])
def test_a_correction_names_a_value_that_there_is(field, new):
    case = at("reported")
    number, old = (1, "problem") if field == "kind" else (2, "normal")
    said = {"entry": number, "field": field, "old": old}
    with pytest.raises(Refused) as refusal:
        advance(case, event("correct", case, **said, new=new))
    assert refusal.value.rule == "W22"
    right = {"kind": "hazard", "severity": "urgent"}[field]
    assert getattr(advance(case, event("correct", case, **said, new=right)), field) == right


def test_what_a_later_entry_says_stands_in_the_head_whatever_is_corrected_before_it():
    case = walked("triage return-grid triage")
    first, last = (e.n for e in case.history if e.did == "triaged")
    said = {"field": "category", "old": "E0406", "new": "E0601"}
    assert advance(case, event("correct", case, entry=first, **said)).category == "E0406"
    assert advance(case, event("correct", case, entry=last, **said)).category == "E0601"


def test_what_is_only_related_now_is_known_as_that_on_both_ends():
    case = walked("link")
    assert (case.duplicates, case.links) == ((OTHER,), ())
    related = event("relate", case, to=OTHER)
    moved = advance(case, related)
    assert (moved.duplicates, moved.links) == ((), (OTHER,))
    with pytest.raises(Refused):
        advance(moved, replace(related, n=moved.version + 1))
