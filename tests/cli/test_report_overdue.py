"""`gridctl report overdue`: whole answers on three late cases of two units, and one in time."""

import json

import pytest

SOURCE = ("--source", "patrol", "--as", "p10")


@pytest.fixture
def late(gridctl):
    """The endings of three cases that are late at 12:00 on 24 November, the most late first."""
    ids = []
    for seed, day, unit in (
        ("1", 16, "chengguan"),
        ("2", 18, "chengguan"),
        ("3", 20, "jiaojing"),
        ("4", 24, "jiaojing"),
    ):
        now = f"2026-11-{day}T09:00:00+08:00"
        asked = gridctl(
            *("collect", f"第{seed}处占道", "--grid", "qy-dh-1", *SOURCE, "--json"),
            now=now, seed=seed,
        )  # fmt: skip
        assert asked.code == 0, asked.err
        case = json.loads(asked.out)["id"]
        assert gridctl("triage", case, "--category", "E0406").code == 0
        limit = ("--limit", "1 work_day", "--note", "多家")
        assert gridctl("file", case, "--to", unit, *limit).code == 0
        ids.append(case)
    return ids


NOON = "2026-11-24T12:00:00+08:00"


def test_units_and_cases_are_counted_as_of_now(gridctl, late):
    found = json.loads(gridctl("report", "overdue", "--json", now=NOON).out)
    units, cases = found["sections"]
    assert [(row["unit"], row["overdue"], row["days"]) for row in units["rows"]] == [
        ("chengguan", 2, 7),  # due on the 17th at 9:02, seven days and some hours ago
        ("jiaojing", 1, 1),  # due on Monday the 23rd
    ]
    assert [(row["case"], row["days"]) for row in cases["rows"]] == [
        (late[0], 7), (late[1], 5), (late[2], 1),
    ]  # fmt: skip
    assert units["counts"] == {"overdue": 3}
    assert units["cases"]["chengguan.overdue"] == late[:2]
    assert found["until"] == "2026-11-24"


def test_a_number_is_explained_by_its_cases(gridctl, late):
    asked = gridctl("report", "overdue", "--explain", "units.jiaojing.overdue", "--ids", now=NOON)
    assert (asked.code, asked.out) == (0, f"{late[2]}\n")
    rows = gridctl("report", "overdue", "--explain", "units.overdue", now=NOON).out
    assert [row[:5] for row in rows.splitlines()] == [case[-5:] for case in late[:3]]
    unknown = gridctl("report", "overdue", "--explain", "units.nobody", now=NOON)
    assert (unknown.code, "units.chengguan.overdue" in unknown.err) == (10, True)


def test_nothing_is_late(gridctl):
    found = gridctl("report", "overdue", now=NOON, lang="zh")
    assert found.code == 0
    assert "合计  0\n" in found.out
