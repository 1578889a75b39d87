"""The sample ledger: made again byte for byte, sound, and with a case wherever one can stand."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

# Where a case can stand: step, what it waits for, state. Written from the seven steps by hand.
EVERYWHERE = {
    ("collect", "triage", "open"): "collected, to be judged",
    ("triage", "file", "open"): "sent up",
    ("triage", "feedback", "open"): "settled in the grid, the reporter not told yet",
    ("triage", None, "closed"): "a duplicate",
    ("file", "file", "open"): "filed, to be dispatched",
    ("file", "handle", "open"): "dispatched, nothing done yet",
    ("handle", "handle", "open"): "being handled",
    ("handle", "feedback", "open"): "handled",
    ("feedback", "verify", "open"): "answered",
    ("verify", "handle", "open"): "sent back to the unit",
    ("verify", "triage", "open"): "sent back to the grid",
    ("verify", "evaluate", "closed"): "closed",
    ("evaluate", None, "closed"): "evaluated",
    ("file", "handle", "suspended"): "put aside",
    ("collect", None, "void"): "void",
}


def test_the_cases_in_the_project_are_what_the_script_makes(sample):
    assert sample.out.splitlines()[0] == "30 cases made; 0 files of the project differ"
    assert sample.code == 0


def test_one_byte_more_in_a_case_is_a_difference(sample, tmp_path):
    made = Path(sample.folder) / "cases"
    sample.tool.replace(str(made), str(tmp_path / "cases"))
    path = next((tmp_path / "cases").rglob("*.yaml"))
    path.write_bytes(path.read_bytes() + b"\n")
    (tmp_path / "cases" / "more.yaml").write_bytes(b"")
    found = sample.tool.differences(str(made), str(tmp_path / "cases"))
    assert sorted(map(Path, found)) == sorted(
        Path(sample.tool.os.path.relpath(each, PROJECT))
        for each in (path, tmp_path / "cases" / "more.yaml")
    )


def test_every_file_of_it_is_sound(sample, cases):
    said = f"Journals checked: 44\nCases checked: {len(cases)}; all is sound\n"
    assert sample.say("check") == said


def test_every_step_is_a_commit_of_its_own(sample):
    steps = list(sample.tool.steps())
    log = ["git", "-C", sample.folder, "log", "--format=%s"]
    subjects = subprocess.check_output(log, env=sample.world, text=True).splitlines()
    assert len(subjects) == len(steps) + 1
    assert subjects[-1] == "ledger begun"


def test_the_office_has_18_second_level_and_48_third_level_grids(sample):
    tree = json.loads(sample.say("grid", "tree", "--json"))
    levels = Counter(grid["level"] for grid in _flat(tree))
    assert (levels[1], levels[2], levels[3]) == (1, 18, 48)


def _flat(tree):
    for grid in tree:
        yield grid
        yield from _flat(grid.get("children") or grid.get("grids") or [])


def test_a_case_stands_in_every_position(cases):
    there = {(case["step"], case["waits"], case["state"]) for case in cases}
    assert {EVERYWHERE[each] for each in there} == set(EVERYWHERE.values())


@pytest.mark.parametrize(
    ("outcome", "closure"),
    [
        ("report", "fixed"),
        ("settle", "settled"),
        ("reject", "referred"),
        ("duplicate", "duplicate"),
    ],
)
def test_every_outcome_of_triage_has_come_to_a_close(cases, outcome, closure):
    closed = [case for case in cases if case["closure"] == closure]
    outcomes = {e["outcome"] for case in closed for e in case["history"] if e["did"] == "triaged"}
    assert outcome in outcomes


def test_closed_is_not_always_fixed(cases):
    closures = {case["closure"] for case in cases} - {None}
    assert closures == {"fixed", "settled", "referred", "duplicate", "unfounded", "withdrawn"}


def test_every_detour_was_taken(cases):
    taken = {event["did"] for case in cases for event in case["history"]}
    assert taken >= {
        *("returned", "redispatched", "extension_requested", "extended", "suspension_requested"),
        *("suspended", "urged", "supervised", "instructed", "escalated", "handed_down"),
        *("assisted", "linked", "voided", "reopened", "appealed", "decided", "called_back"),
        "corrected",
    }


def test_there_is_a_case_of_every_kind(cases):
    assert {case["kind"] for case in cases} == {
        *("problem", "hazard", "dispute", "request"),
        *("inquiry", "suggestion", "complaint", "campaign"),
    }


def test_a_case_is_overdue_and_another_is_not(cases):
    assert {"red", "green"} <= {case["clock"] for case in cases}


def test_the_duplicate_and_its_original_know_each_other(sample):
    jam, market = sample.case("jam"), sample.case("market")
    assert jam["duplicate_of"] == market["id"]
    assert market["duplicates"] == [jam["id"]]


def test_rework_is_counted_where_a_verification_failed(cases):
    for case in cases:
        failed = [e for e in case["history"] if e["did"] == "verified" and e["outcome"] == "fail"]
        assert case["rework"] == len(failed)
    assert {case["rework"] for case in cases} == {0, 1}


def test_numbers_run_on_without_a_gap(cases):
    numbers = sorted(
        int(case["number"].removeprefix("汝河路网案〔2026〕").removesuffix("号"))
        for case in cases
        if case["number"]
    )
    assert numbers == list(range(1, 22))


@pytest.fixture
def recorded():
    """A call of gridctl on the project itself, which is a ledger too."""
    if not (PROJECT / ".git").exists():
        pytest.skip("the project is not a git repository here")

    def call(*words):
        command = [sys.executable, "-m", "gridctl", "-C", str(PROJECT), *words]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return call


def test_the_project_is_itself_a_sound_ledger(recorded):
    done = recorded("check", "--lang", "en")
    said = "Journals checked: 44\nCases checked: 30; all is sound\n"
    assert (done.returncode, done.stdout) == (0, said)


def test_the_project_lists_the_cases_of_the_sample(recorded, sample):
    done = recorded("list", "--all", "--ids")
    assert done.returncode == 0
    assert sorted(done.stdout.split()) == sorted(sample.ids.values())
