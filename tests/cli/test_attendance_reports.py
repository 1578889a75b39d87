"""Reports of attendance and of places under watch, whole and in both languages."""

import json

import pytest

DAYS = ("2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19")


@pytest.fixture
def week(gridctl, ledger_folder):
    """陈十 was there on four days, once late, once early; 褚冬, of whom no days are due, on one."""
    for day in DAYS:
        clock = "08:45" if day == DAYS[1] else "07:55"
        gridctl("sign", "in", "--as", "p10", now=f"{day}T{clock}:00+08:00")
        if day != DAYS[2]:
            out = "17:00" if day == DAYS[3] else "18:02"
            gridctl("sign", "out", "--as", "p10", now=f"{day}T{out}:00+08:00")
    gridctl("sign", "in", "--as", "p11", now="2026-11-20T08:00:00+08:00")


EN = """\
Attendance  2026-W47

By person
name	unit	grid	required	present	late	left early	not signed out	on leave	absent
陈十	群众工作队	东河北片	4	4	1	1	1	0	0
褚冬	群众工作队	东河	0	1	0	0	1	0	0

By unit
unit	people	required	present	late	left early	not signed out	on leave	absent
群众工作队	2	4	5	1	1	2	0	0

By grid
grid	people	required	present	late	left early	not signed out	on leave	absent
东河北片	1	4	4	1	1	1	0	0
东河	1	0	1	0	0	1	0	0
Required in each week: days a week × working days ÷ 5, rounded down; only working days in the period with a post held.
Absent: required less present, leave and days to come, week by week. Each person counts in the grid of the first post.
On leave: no more days than are required and not worked."""
ZH = """\
考勤  2026-W47

各人
姓名	单位	网格	应到天数	实到天数	迟到	早退	未签退	请假天数	缺勤天数
陈十	群众工作队	东河北片	4	4	1	1	1	0	0
褚冬	群众工作队	东河	0	1	0	0	1	0	0

各单位
单位	人数	应到天数	实到天数	迟到	早退	未签退	请假天数	缺勤天数
群众工作队	2	4	5	1	1	2	0	0

各网格
网格	人数	应到天数	实到天数	迟到	早退	未签退	请假天数	缺勤天数
东河北片	1	4	4	1	1	1	0	0
东河	1	0	1	0	0	1	0	0
每周应到：每周天数×工作日÷5，舍去小数；只算本期内在岗的工作日。
缺勤：逐周以应到减实到、请假和尚未到的日子。每人计入其第一个岗位所在网格。
请假：只计应到而未到的天数。"""


def without_commit(text):
    return "\n".join(line for line in text.splitlines() if line[:4] not in ("made", "依据入账"))


@pytest.mark.usefixtures("week")
@pytest.mark.parametrize(("lang", "page"), [("en", EN), ("zh", ZH)])
def test_a_week_as_a_whole(gridctl, lang, page):
    answer = gridctl("report", "attendance", "2026-W47", lang=lang, now="2026-11-23T09:00:00+08:00")
    assert (answer.code, without_commit(answer.out), answer.err) == (0, page, "")


@pytest.mark.usefixtures("week")
def test_the_people_stand_at_the_top_in_json(gridctl):
    found = json.loads(
        gridctl("report", "attendance", "上周", "--json", now="2026-11-24T09:00:00+08:00").out
    )
    assert found["rows"][0] == {
        "staff": "p10",
        "name": "陈十",
        "unit": "gongzuodui",
        "unit_name": "群众工作队",
        "grid": "qy-dh-1",
        "grid_name": "东河北片",
        "days": 4,
        "required": 4,
        "present": 4,
        "late": 1,
        "early": 1,
        "unclosed": 1,
        "leave": 0,
        "absent": 0,
    }
    assert found["counts"]["present"] == 5
    assert [each["name"] for each in found["sections"]] == ["people", "units", "grids"]
    for section in found["sections"][1:]:
        for key in ("required", "present", "late", "absent"):
            assert sum(row[key] for row in section["rows"]) == found["counts"][key]


@pytest.mark.usefixtures("week")
def test_a_month_is_its_weeks_and_the_past_comes_out_again(gridctl):
    words = ("report", "attendance", "2026-11", "--json")
    row = json.loads(gridctl(*words, now="2026-12-07T09:00:00+08:00").out)["rows"][0]
    # Four whole weeks of 4; 30 November alone is 0.8. Present in the third of them only.
    assert (row["required"], row["present"], row["absent"]) == (16, 4, 12)
    past = gridctl(*words, "--as-of", "HEAD", now="2026-11-24T09:00:00+08:00").out
    assert gridctl(*words, "--as-of", "HEAD", now="2027-03-01T09:00:00+08:00").out == past


def test_a_place_under_watch_is_due_once_each_working_day(gridctl, ledger_folder):
    grids = ledger_folder / "grids.yaml"
    grids.write_text(
        grids.read_text("utf-8").replace("kind: street, point", "kind: street, watch: true, point"),
        encoding="utf-8",
    )
    assert gridctl("record").code == 0
    for staff, moment in (
        ("p10", "2026-11-16T09:00"),
        ("p11", "2026-11-16T15:00"),  # a second time on one day adds nothing
        ("p10", "2026-11-21T09:00"),  # a Saturday: seen, and not due
        ("p10", "2026-11-20T09:00"),
    ):
        grid = ("--grid", "qy-dh-1", "--place", "dh-qt", "--as", staff)
        assert gridctl("journal", "add", "patrol", *grid, now=f"{moment}:00+08:00").code == 0
    answer = gridctl("report", "watch", "2026-W47", "--json", now="2026-11-23T09:00:00+08:00")
    (row,) = json.loads(answer.out)["rows"]
    assert (row["place"], row["due"], row["done"], row["missed"]) == ("dh-qt", 5, 2, 3)
    assert row["days"] == ["2026-11-17", "2026-11-18", "2026-11-19"]
    assert row["last"] == "2026-11-21"
    assert row["patrollers"] == ["陈十", "沈止", "杨昨", "尤巡"]
    wednesday = gridctl("report", "watch", "2026-W47", "--json", now="2026-11-18T09:00:00+08:00")
    (row,) = json.loads(wednesday.out)["rows"]
    assert (row["due"], row["missed"]) == (2, 1)  # today is not missed before it is over


def test_without_a_place_under_watch_the_report_says_so(gridctl):
    assert "No place has “watch: true” in grids.yaml." in gridctl("report", "watch").out
