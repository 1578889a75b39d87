"""`gridctl report source`: cases and days by source against the period before, added up by hand."""

import json

import pytest


def do(gridctl, *words, **rest):
    answer = gridctl(*words, **rest)
    assert answer.code == 0, answer.err
    return answer


def settled(gridctl, title, source, begun, ended):
    """A case settled in the grid, from its report to the end of its verification."""
    asked = do(
        gridctl, "collect", title, "--grid", "qy-dh-1", "--source", source, "--as", "p10", "--json",
        now=begun, seed=title,
    )  # fmt: skip
    case = json.loads(asked.out)["id"]
    wishes = ("--category", "E0406", "--settle", "已劝离", "--as", "p08")
    do(gridctl, "triage", case, *wishes)
    do(gridctl, "feedback", case, "--told", "反映人", "--as", "p08")
    do(gridctl, "verify", case, "--pass", "--as", "p05", now=ended)
    return case


@pytest.fixture
def cases(gridctl):
    """October: one by hotline, 2 days. November: two by hotline, 1 day and 2½; one by patrol, open."""
    found = [
        settled(gridctl, "甲", "hotline", "2026-10-12T09:00:00+08:00", "2026-10-14T09:00:00+08:00"),
        settled(gridctl, "乙", "hotline", "2026-11-02T09:00:00+08:00", "2026-11-03T09:00:00+08:00"),
        settled(gridctl, "丙", "hotline", "2026-11-10T09:00:00+08:00", "2026-11-12T21:00:00+08:00"),
    ]
    wishes = ("--grid", "qy-dh-1", "--source", "patrol", "--as", "p10", "--json")
    asked = do(gridctl, "collect", "丁", *wishes, now="2026-11-16T09:00:00+08:00", seed="丁")
    return [*found, json.loads(asked.out)["id"]]


NOON = "2026-11-24T12:00:00+08:00"


def test_the_whole_report(gridctl, cases, ledger_folder):
    """Mean of 1 and 2.5 days is 1.75, against 2.00: a quarter of a day less."""
    import subprocess

    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ledger_folder, capture_output=True, text=True, check=True
    ).stdout[:12]
    assert (
        do(gridctl, "report", "source", "2026-11", now=NOON, lang="zh").out
        == f"""\
来源统计  2026-11
统计口径：上报在本期
依据入账版本 {head}

上报
案件合计  3
有案件的来源  2
上期案件合计  1
来源	案件	占比	其中已结案	上期案件	增减
热线	2	66.67%	2	1	1
巡查发现	1	33.33%	0	0	1

结案用时
结案合计  2
平均用时（天）  1.75
上期平均用时（天）  2.00
来源	结案	平均用时（天）	上期结案	上期平均用时（天）	增减（天）
热线	2	1.75	1	2.00	-0.25
从反映到结案的自然天数，按本期结案的案件计，不含重复件。
上期为 2026-10。
2026-11 未结束，统计到 2026-11-24。
"""
    )


def test_the_tables_in_english(gridctl, cases):
    page = do(gridctl, "report", "source", "2026-11", now=NOON).out
    _head, reported, days = page.split("\n\n")
    assert (
        reported
        == """\
Reported
all cases  3
sources with cases  2
all cases, period before  1
source	cases	share	of these closed	period before	change
hotline	2	66.67%	2	1	1
patrol	1	33.33%	0	0	1"""
    )
    assert (
        days
        == """\
Days until closed
all closed  2
mean days  1.75
mean days before  2.00
source	closed	mean days	closed before	mean days before	change, days
hotline	2	1.75	1	2.00	-0.25
Calendar days from report to closing, of the cases closed in the period; duplicates are left out.
The period before is 2026-10.
2026-11 is not over: it is counted up to 2026-11-24.
"""
    )


def test_the_object_and_the_cases_behind_a_number(gridctl, cases):
    found = json.loads(do(gridctl, "report", "source", "2026-11", "--json", now=NOON).out)
    reported, days = found["sections"]
    assert reported["counts"] == {"cases": 3, "channels": 2, "previous": 1}
    assert days["rows"][0]["change"] == -0.25
    ids = do(gridctl, "report", "source", "2026-11", "--explain", "days.hotline.closed", "--ids")
    assert ids.out.split() == cases[1:3]


def test_a_period_over_has_no_remark_on_its_end(gridctl, cases):
    found = json.loads(do(gridctl, "report", "source", "2026-10", "--json", now=NOON).out)
    assert found["remarks"] == ["The period before is 2026-09."]
    assert found["sections"][1]["counts"]["previous_days"] is None


def test_a_duplicate_counts_among_the_cases_and_not_in_the_days(gridctl, cases):
    wishes = ("--grid", "qy-dh-1", "--source", "walk-in", "--as", "p10", "--json")
    again = json.loads(do(gridctl, "collect", "丁又", *wishes, now=NOON, seed="又").out)["id"]
    do(gridctl, "triage", again, "--duplicate-of", cases[3], "--as", "p08")
    reported, days = json.loads(do(gridctl, "report", "source", "2026-11", "--json").out)[
        "sections"
    ]
    row = next(row for row in reported["rows"] if row["source"] == "walk-in")
    assert (row["cases"], row["closed"]) == (1, 1)
    assert days["counts"]["closed"] == 2
