"""`gridctl report liability`: breaches by grid, unit and month, with the cases behind each number."""

import json

import pytest

# Two cases of 城管: one due in October and handled late in November, one due in November and never
# handled; one of 交警 whose verification failed; one settled in its grid that failed verification.
ZH = """\
追责情况  2026-11
统计口径：失责在本期
依据入账版本 {commit}

各网格
合计  3
不计  0
网格	处置超期	结案超期	核查不通过	结案后不满意	合计	不计
东河北片	1	0	1	0	2	0
东河南片	0	0	1	0	1	0

各单位
合计  3
不计  0
单位	处置超期	结案超期	核查不通过	结案后不满意	合计	不计
城管执法中队	1	0	0	0	1	0
交警大队	0	0	1	0	1	0

各月
合计  3
不计  0
月份	处置超期	结案超期	核查不通过	结案后不满意	合计	不计
2026-11	1	0	2	0	3	0
查看某件的责任人：gridctl liability 编号
没有派给单位的案件只计入网格。
"""


@pytest.fixture
def cases(gridctl):
    """The four cases; now is Wednesday 18 November, noon."""

    def did(*words, now, seed="7"):
        answer = gridctl(*words, now=f"2026-{now}:00+08:00", seed=seed)
        assert answer.code == 0, answer.err
        return answer.out

    def collected(grid, seed, day):
        words = ("collect", f"第{seed}处", "--grid", grid, "--source", "patrol", "--json")
        return json.loads(did(*words, now=f"{day}T08:30", seed=seed))["id"]

    def filed(grid, seed, day, unit):
        case = collected(grid, seed, day)
        did("triage", case, "--category", "E0406", now=f"{day}T08:31")
        words = ("--limit", "1 work_day", "--note", "多家", "--to", unit)
        did("file", case, *words, now=f"{day}T09:00")
        return case

    # Due on Thursday 29 October; closing on Monday 2 November, where it was closed at 8:30.
    october = filed("qy-dh-1", "1", "10-28", "chengguan")
    did("--as", "p17", "handle", october, "--note", "清", "--done", "fixed", now="11-02T08:10")
    did("feedback", october, "--told", "商户", now="11-02T08:20")
    did("verify", october, "--pass", now="11-02T08:30")
    november = filed("qy-dh-1", "2", "11-16", "chengguan")  # due on the 17th
    failed = filed("qy-dh-1", "3", "11-17", "jiaojing")
    did("--as", "p18", "handle", failed, "--note", "清", "--done", "fixed", now="11-17T10:00")
    did("feedback", failed, "--told", "商户", now="11-17T10:10")
    did("verify", failed, "--fail", "--note", "还在", now="11-17T11:00")
    did("--as", "p18", "handle", failed, "--note", "清", "--done", "fixed", now="11-17T15:00")
    settled = collected("qy-dh-2", "4", "11-16")
    settle = ("--category", "E0406", "--settle", "劝离")
    did("--as", "p09", "triage", settled, *settle, now="11-16T08:40")
    did("feedback", settled, "--told", "商户", now="11-16T08:50")
    did("--as", "p11", "verify", settled, "--fail", "--note", "还在", now="11-16T16:00")
    return october, november, failed, settled


NOON = "2026-11-18T12:00:00+08:00"


def test_the_whole_page_of_a_month(gridctl, cases, ledger_folder):
    import subprocess

    head = ["git", "rev-parse", "HEAD"]
    commit = subprocess.check_output(head, cwd=ledger_folder, text=True)[:12]
    answer = gridctl("report", "liability", lang="zh", now=NOON)
    assert answer == (0, ZH.format(commit=commit), "")


def test_a_breach_falls_on_its_day_and_each_way_of_adding_up_agrees(gridctl, cases):
    october, november, failed, settled = cases
    told = json.loads(gridctl("report", "liability", "2026", "--json", now=NOON).out)
    assert (told["basis"], told["period"]) == ("breached", "2026")
    grids, units, months = told["sections"]
    assert [(row["month"], row["deadline"], row["all"]) for row in months["rows"]] == [
        ("2026-10", 1, 1),
        ("2026-11", 1, 3),
    ]
    assert [(row["unit"], row["deadline"]) for row in units["rows"]] == [
        ("chengguan", 2),
        ("jiaojing", 0),
    ]
    assert sum(row["all"] for row in grids["rows"]) == grids["counts"]["all"] == 4
    assert grids["cases"]["deadline"] == [october, november]
    assert grids["cases"]["qy-dh-2.verification"] == [settled]
    assert units["cases"]["jiaojing.verification"] == [failed]


def test_a_number_is_explained_by_its_cases(gridctl, cases):
    address = ("--explain", "months.2026-10.deadline", "--ids")
    answer = gridctl("report", "liability", "2026-Q4", *address, now=NOON)
    assert answer == (0, f"{cases[0]}\n", "")
    assert gridctl("report", "liability", "2026-09", "--explain", "months.all").code == 10


def test_a_granted_appeal_moves_it_to_those_not_counted(gridctl, cases):
    october = cases[0]
    gridctl("--as", "p17", "appeal", october, "--note", "封路", now=NOON)
    gridctl("--as", "p02", "decide", october, "--grant")
    told = json.loads(gridctl("report", "liability", "2026-10", "--json").out)
    counts = told["sections"][0]["counts"]
    assert (counts["deadline"], counts["all"], counts["pardoned"]) == (0, 0, 1)
    assert told["sections"][1]["cases"]["chengguan.pardoned"] == [october]


def test_a_complaint_is_found_where_nothing_else_went_wrong(gridctl, cases):
    report = ("collect", "花坛", "--grid", "qy-dh-2", "--source", "patrol", "--json")
    case = json.loads(gridctl(*report, now=NOON, seed="9").out)["id"]
    steps = [
        ("--as", "p09", "triage", case, "--category", "E0406", "--settle", "劝离"),
        ("feedback", case, "--told", "商户"),
        ("--as", "p11", "verify", case, "--pass"),
        ("callback", case, "--satisfaction", "unsatisfied"),
        ("reopen", case, "--note", "又摆出来了"),
    ]
    assert [gridctl(*step).code for step in steps] == [0] * 5
    found = json.loads(gridctl("report", "liability", "2026-11", "--json").out)
    assert found["sections"][0]["cases"]["qy-dh-2.complaint"] == [case]


def test_a_period_that_is_none(gridctl):
    assert gridctl("report", "liability", "11月").code == 2
