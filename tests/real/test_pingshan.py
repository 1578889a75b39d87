"""Two hundred real cases of 2018 walk from the report to the order, by the commands a clerk types.

The table is not part of the project: GRIDCTL_REAL_DATA names the folder that holds pingshan.csv.
"""

import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pingshan
import pytest

FOLDER = os.environ.get("GRIDCTL_REAL_DATA")
TABLE = Path(FOLDER or "") / "pingshan.csv"
pytestmark = [
    pytest.mark.skipif(FOLDER is None, reason="GRIDCTL_REAL_DATA is not set"),
    pytest.mark.skipif(not TABLE.is_file(), reason="GRIDCTL_REAL_DATA holds no pingshan.csv"),
]
COUNT = 200
NOW = "2018-08-01T09:00:00+08:00"
TRIAGED = "2018-07-11 16:00"
FILED = "2018-07-11 17:00"
# Units take turns: an order in working hours, one in the evening, one at a weekend.
DISPATCHED = ("2018-07-12 09:00", "2018-07-11 21:30", "2018-07-14 10:00")
# By hand. July 2018 has no holiday; the 11th is a Wednesday, the 14th a Saturday.
GOLDEN = {
    ("2018-07-12 09:00", "1 work_day"): "2018-07-13T09:00:00+08:00",
    ("2018-07-12 09:00", "2 work_hour"): "2018-07-12T11:00:00+08:00",
    ("2018-07-11 21:30", "4 work_hour"): "2018-07-12T12:00:00+08:00",
    ("2018-07-11 21:30", "1 work_day"): "2018-07-12T18:00:00+08:00",
    ("2018-07-11 21:30", "2 urgent_hour"): "2018-07-11T23:30:00+08:00",
    ("2018-07-14 10:00", "2 urgent_hour"): "2018-07-14T12:00:00+08:00",
    ("2018-07-14 10:00", "5 work_day"): "2018-07-20T18:00:00+08:00",
}


class Walked(NamedTuple):
    """What the walk left: the ledger's folder, the rows, and by row its case and category."""

    folder: Path
    rows: list[pingshan.Row]
    cases: list[dict]
    categories: dict[str, str]


def gridctl(folder: Path, *words: str, given: str | None = None):
    """One real command in a process of its own; its answer as JSON."""
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder.parent),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8",
        "GRIDCTL_NOW": NOW,
        "GRIDCTL_ID_SEED": "pingshan",
        "GRIDCTL_LANG": "en",
    }
    command = [sys.executable, "-m", "gridctl", "-C", str(folder), *words, "--json"]
    done = subprocess.run(
        command, input=given, env=environ, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), (words, done.stderr)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def walked(tmp_path_factory) -> Walked:
    folder = tmp_path_factory.mktemp("real") / "ledger"
    folder.mkdir()
    rows = pingshan.first(TABLE, COUNT)
    (folder / "grids.yaml").write_text(pingshan.grids(rows), encoding="utf-8")
    (folder / "staff.yaml").write_text(pingshan.staff(pingshan.rows(TABLE), rows), encoding="utf-8")
    _id, name, email = pingshan.DISPATCHER
    gridctl(folder, "init", str(folder), "--person", name, "--email", email)
    ids = [collect(folder, row) for row in rows]
    categories = {word: suggested(folder, word) for word in {pingshan.sub_type(r) for r in rows}}
    triage(folder, rows, ids, categories)
    gridctl(folder, "file", "-", "--condition", "1", "--at", FILED, given="\n".join(ids))
    dispatch(folder, rows, ids)
    return Walked(folder, rows, gridctl(folder, "show", "-", given="\n".join(ids)), categories)


def collect(folder: Path, row: pingshan.Row) -> str:
    done = gridctl(
        folder,
        *("collect", pingshan.title(row), "--grid", pingshan.community(row)),
        *("--kind", pingshan.KINDS[row["EVENT_PROPERTY_NAME"]]),
        *("--source", pingshan.SOURCES[row["EVENT_SRC_NAME"]]),
        *("--text", pingshan.text(row), "--at", row["CREATE_TIME"]),
    )
    return done["id"]


def suggested(folder: Path, word: str) -> str:
    found = gridctl(folder, "catalogue", "suggest", word)
    return found[0]["code"] if found else pingshan.FALLBACK


def triage(folder: Path, rows, ids, categories) -> None:
    """One command a category, its ids as words."""
    groups = defaultdict(list)
    for row, case_id in zip(rows, ids, strict=True):
        groups[categories[pingshan.sub_type(row)]].append(case_id)
    for category, some in groups.items():
        gridctl(folder, "triage", *some, "--category", category, "--at", TRIAGED)


def dispatch(folder: Path, rows, ids) -> None:
    """One command a unit, called by whatever name the row has, its ids on standard input."""
    groups = defaultdict(list)
    for row, case_id in zip(rows, ids, strict=True):
        groups[row["DISPOSE_UNIT_NAME"]].append(case_id)
    for turn, name in enumerate(sorted(groups)):
        at = DISPATCHED[turn % len(DISPATCHED)]
        gridctl(folder, "dispatch", "-", "--to", name, "--at", at, given="\n".join(groups[name]))


def event(case: dict, did: str) -> dict:
    return next(each for each in case["history"] if each["did"] == did)


def test_every_row_is_a_case_that_waits_for_its_unit(walked):
    assert len(walked.cases) == COUNT
    assert len({case["id"] for case in walked.cases}) == COUNT
    assert {(case["step"], case["waits"], case["version"]) for case in walked.cases} == {
        ("file", "handle", 4)
    }


def test_a_case_holds_what_its_row_says(walked):
    for row, case in zip(walked.rows, walked.cases, strict=True):
        collected = event(case, "collected")
        assert collected["at"] == row["CREATE_TIME"].replace(" ", "T") + "+08:00"
        assert collected["text"] == pingshan.text(row)
        assert (case["grid"], case["lead"]) == (pingshan.community(row), pingshan.unit(row))
        assert case["category"] == walked.categories[pingshan.sub_type(row)]
        assert row["CREATE_TIME"][:10].replace("-", "") in case["id"]


def test_numbers_run_from_one_without_a_gap_in_every_office(walked):
    given = defaultdict(list)
    for row, case in zip(walked.rows, walked.cases, strict=True):
        before, _, rest = case["number"].partition("网案〔2018〕")
        assert before == row["STREET_NAME"].removesuffix("街道")
        given[before].append(int(rest.removesuffix("号")))
    assert {office: sorted(numbers) for office, numbers in given.items()} == {
        office: list(range(1, len(numbers) + 1)) for office, numbers in given.items()
    }
    assert len(given) == 6


def test_a_limit_is_the_first_condition_s_of_its_category(walked):
    for code in set(walked.categories.values()):
        own = gridctl(walked.folder, "catalogue", "show", code)["conditions"][0]["limit"]
        limits = {event(c, "filed")["limit"] for c in walked.cases if c["category"] == code}
        assert limits <= {own}


def due_by_the_minute(start: datetime, limit: str) -> datetime:
    """A deadline counted minute by minute, in a month that has no holiday but its weekends."""
    amount, unit = limit.split()
    if unit in ("urgent_hour", "natural_day"):
        return start + int(amount) * timedelta(hours=1 if unit == "urgent_hour" else 24)
    left = int(amount) * 60 * (8 if unit == "work_day" else 1)
    while left:
        if start.weekday() < 5 and start.hour in (8, 9, 10, 11, 14, 15, 16, 17):
            left -= 1
        start += timedelta(minutes=1)
    return start


def test_every_deadline_is_its_limit_counted_minute_by_minute(walked):
    for case in walked.cases:
        start = datetime.fromisoformat(event(case, "dispatched")["at"])
        end = due_by_the_minute(start, event(case, "filed")["limit"])
        assert case["due"] == end.isoformat(), (start, event(case, "filed")["limit"])


@pytest.mark.parametrize("at", DISPATCHED)
def test_deadlines_worked_out_by_hand(walked, at):
    """Which limits a start has depends on the catalogue; one of those worked out must be there."""
    given = {(event(c, "dispatched")["at"], event(c, "filed")["limit"]): c for c in walked.cases}
    found = {
        limit: (given[order]["due"], due)
        for (start, limit), due in GOLDEN.items()
        if start == at and (order := (at.replace(" ", "T") + ":00+08:00", limit)) in given
    }
    assert found
    assert all(there == due for there, due in found.values())


def test_every_file_is_sound(walked):
    assert gridctl(walked.folder, "check")["problems"] == []


def counted(walked, word: str) -> int:
    return len(gridctl(walked.folder, "list", word))


@pytest.mark.parametrize("column", ["STREET_NAME", "COMMUNITY_NAME"])
def test_a_grid_lists_as_many_cases_as_the_table_has(walked, column):
    for name, count in Counter(row[column] for row in walked.rows).items():
        assert counted(walked, f"grid:{name}") == count, name


def test_a_unit_lists_as_many_cases_as_the_table_has(walked):
    names = Counter(row["DISPOSE_UNIT_NAME"] for row in walked.rows)
    for name, count in names.most_common(15):
        assert counted(walked, f"unit:{name}") == count, name


def test_a_category_and_a_class_list_as_many_cases_as_the_table_has(walked):
    codes = Counter(walked.categories[pingshan.sub_type(row)] for row in walked.rows)
    classes = Counter[str]()
    for code, count in codes.items():
        classes[code[0]] += count
    for word, count in [*codes.most_common(10), *classes.items()]:
        assert counted(walked, f"category:{word}") == count, word


def test_a_source_lists_as_many_cases_as_the_table_has(walked):
    sources = Counter(pingshan.SOURCES[row["EVENT_SRC_NAME"]] for row in walked.rows)
    assert {word: counted(walked, f"source:{word}") for word in sources} == sources


def test_a_command_over_many_cases_is_one_commit(walked):
    subjects = subprocess.check_output(
        ["git", "-C", str(walked.folder), "log", "--format=%s"], text=True
    ).splitlines()
    units = {row["DISPOSE_UNIT_NAME"] for row in walked.rows}
    categories = set(walked.categories.values())
    assert len(subjects) == 1 + COUNT + len(categories) + 1 + len(units)
    assert f"{COUNT} cases: filed" in subjects
