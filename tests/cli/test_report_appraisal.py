"""`gridctl report appraisal` and `report counts`: three cases of one unit, told by commands, and the
score that they come to by hand.
"""

import json

import pytest

from gridctl.app.opening import open_ledger

LIMIT = ("--limit", "1 work_day", "--note", "多家")


@pytest.fixture
def told(gridctl):
    """Three cases of chengguan.

    The first is handled within its day, closed, and evaluated with 80 for the unit. The second is
    handed back a day late; an appeal is granted. The third went to jiaojing first, which returned
    it; it was extended, failed verification, and is with chengguan again, due on the 25th.
    """
    ids = []

    def do(*words, now):
        answer = gridctl(words[0], ids[-1], *words[1:], now=f"2026-11-{now}:00+08:00")
        assert answer.code == 0, answer.err

    def begin(seed, day, unit):
        words = ("--grid", "qy-dh-1", "--source", "patrol", "--as", "p10", "--json")
        now = f"2026-11-{day}T09:00:00+08:00"
        ids.append(
            json.loads(gridctl("collect", f"第{seed}处占道", *words, now=now, seed=seed).out)["id"]
        )
        do("triage", "--category", "E0406", now=f"{day}T09:01")
        do("file", "--to", unit, *LIMIT, now=f"{day}T09:02")

    def finish(day, hour):
        do("handle", "--note", "清走", "--done", "fixed", "--as", "p17", now=f"{day}T{hour}:00")
        do("feedback", "--told", "反映人", "--satisfaction", "satisfied", now=f"{day}T{hour}:10")

    begin("1", 16, "chengguan")
    finish(16, "15")
    do("verify", "--pass", "--as", "p10", now="16T16:00")
    do("evaluate", "--strip", "80", "--block", "90", now="16T17:00")
    begin("2", 16, "chengguan")
    finish(18, "10")
    do("verify", "--pass", "--as", "p10", now="18T11:00")
    do("appeal", "--note", "停电", "--as", "p17", now="18T12:00")
    do("decide", "--grant", "--as", "p02", now="18T14:00")
    begin("3", 23, "jiaojing")
    do("return", "--note", "不归交警", "--as", "p18", now="23T09:30")
    do("dispatch", "--to", "chengguan", now="23T10:00")
    do("extend", "--request", "--note", "人手", "--as", "p17", now="23T11:00")
    do("extend", "--approve", now="23T11:30")
    finish(24, "09")
    do("verify", "--fail", "--note", "还在", "--as", "p10", now="24T10:00")
    return ids


NOON = "2026-11-24T12:00:00+08:00"


def test_the_milestones_of_a_case_are_those_of_its_history(told, ledger_folder):
    with open_ledger(str(ledger_folder)) as ledger:
        rows = {row.id: row for row in ledger.cases.measured()}
        again = [row.__dict__ for row in ledger.cases.measured()]  # this time from the cache
    assert again == [row.__dict__ for row in rows.values()]
    first, second, third = (rows[each] for each in told)
    assert (f"{first.handed_back:%d %H:%M}", f"{first.closed:%d %H:%M}") == ("16 15:00", "16 16:00")
    assert (first.strip_score, first.block_score, first.satisfaction) == (80, 90, "satisfied")
    assert (second.handed_back > second.due, second.exempt) == (True, True)
    assert (third.orders, third.returns, third.redispatches, third.granted) == (2, 1, 1, 1)
    assert (third.passages, third.reworks, third.fails, third.passes) == (3, 1, 1, 0)
    assert (third.handed_back, third.closed) == (None, None)
    assert (f"{third.ordered:%d %H:%M}", f"{third.dispatched:%d %H:%M}") == ("23 09:02", "23 10:00")


# block: 40 × 2/3 closed, 20 × (1 − 1 rework of 5 passages), 25 × 80, 15 × 3 of 3 satisfied, of 100:
#   26.67 + 16 + 20 + 15 = 77.67; strip: 80 × 2/3 in time, 20 × (1 − 1/3 extended) = 66.67;
#   60 % and 40 % of them: 46.60 + 26.67 = 73.27
ENGLISH = """\
Appraisal  2026-11
basis: deadline in the period
made from {commit}

Units
rank	name	cases	score	block	strip
1	城管执法中队	3	73.27	77.67	66.67

level-2 grid
rank	name	cases	score	block	strip
1	东河	3	75.17	75.17	–

level-3 grid
rank	name	cases	score	block	strip
1	东河北片	3	75.17	75.17	–

Not ranked
none
without any case: 交警大队, 环保分局, 群众工作队, 西山, 东河南片, 西山坡
method default@1: block 60%, strip 40%
2026-11 is not over; 1 cases of units are not due yet and not handled.
"""


def commit_of(answer):
    return answer.splitlines()[2].rpartition(" ")[2]


def test_units_and_grids_stand_in_their_ranks(gridctl, told):
    # grids: 40 × 2/3 closed in time + 30 × 2/3 + 15 × 90 % + 15 × 100 %, of 100: 46.67 + 28.5
    found = gridctl("report", "appraisal", "2026-11", now=NOON)
    assert (found.code, found.err) == (0, "")
    assert found.out == ENGLISH.format(commit=commit_of(found.out))


WORKING = """\
考核排名  2026-11
统计口径：期限在本期
依据入账版本 {commit}

得分
名称  城管执法中队
情况  参加排名
名次  1
得分  73.27
块  77.67
条  66.67

各项
项目	条块	算式	得分	占比	计入	备注
按期处置	条	100 * intime_handle_rate	66.67	32.00%	21.33	–

所用统计数
项目	统计数	数	案件
按期处置	intime_dispose	2	{first}、{second}
按期处置	need_dispose	3	{first}、{second}、{third}
考核办法 default@1：块 60%，条 40%
2026-11 尚未结束；单位还有 1 件未到期、未处置。
"""


def test_a_term_is_explained_by_its_cases(gridctl, told):
    asked = ("report", "appraisal", "2026-11", "--explain", "城管.in_time")
    found = gridctl(*asked, now=NOON, lang="zh")
    first, second, third = (case[-5:] for case in told)
    wanted = WORKING.format(commit=commit_of(found.out), first=first, second=second, third=third)
    assert (found.code, found.out) == (0, wanted)
    assert gridctl(*asked, "--ids", now=NOON).out.split() == sorted(told)
    unknown = gridctl("report", "appraisal", "--explain", "城管.in_tim", now=NOON)
    assert (unknown.code, "in_time" in unknown.err) == (10, True)
    assert gridctl("report", "appraisal", "--explain", "qy", now=NOON).code == 10


def test_the_working_of_every_score_is_in_json(gridctl, told):
    found = json.loads(gridctl("report", "appraisal", "2026-11", "--json", now=NOON).out)
    unit = found["sections"][0]["rows"][0]
    assert (unit["of"], unit["rank"], unit["score"]) == ("chengguan", 1, 73.27)
    added = sum(term["points"] for term in unit["terms"])
    assert abs(added - 73.27) < 0.03  # each of six is rounded by itself
    rework = next(term for term in unit["terms"] if term["term"] == "quality")
    assert (rework["value"], rework["weight"], rework["points"]) == (80.0, 12.0, 9.6)
    assert (rework["counts"], rework["cases"]["rework"]) == (
        {"rework": 1, "through_dispose": 5}, [told[2]],
    )  # fmt: skip
    assert found["sections"][-1]["counts"]["without_cases"][0] == "jiaojing"


def test_a_granted_appeal_counts_as_in_time_and_the_fact_stays(gridctl, told):
    found = json.loads(gridctl("report", "counts", "2026-11", "--json", now=NOON).out)
    counts, rates = found["sections"]
    numbers = {row["key"]: row["number"] for row in counts["rows"]}
    assert (numbers["intime_dispose"], numbers["overtime"], numbers["exempt"]) == (2, 0, 1)
    assert counts["cases"]["exempt"] == [told[1]]
    assert (numbers["returns"], numbers["orders"], numbers["accurate_dispatch"]) == (1, 4, 2)
    assert {r["key"]: r["rate"] for r in rates["rows"]}["intime_handle_rate"] == 66.67
    assert {r["key"]: r["rate"] for r in rates["rows"]}["solve_rate"] is None


def test_each_basis_gives_its_own_numbers(gridctl, told):
    def due(basis, period):
        asked = ("report", "counts", period, "--basis", basis, "--json")
        rows = json.loads(gridctl(*asked, now=NOON).out)["sections"][0]["rows"]
        return next(row["number"] for row in rows if row["key"] == "need_dispose")

    # week 47 is 16 to 22 November, week 48 23 to 29
    assert [due("deadline", week) for week in ("2026-W47", "2026-W48")] == [2, 1]
    assert [due("closed", week) for week in ("2026-W47", "2026-W48")] == [2, 0]
    assert [due("reported", week) for week in ("2026-11-16", "2026-11-17")] == [2, 0]
    assert [due("deadline", week) for week in ("2026-11-16", "2026-11-17")] == [0, 2]
    assert [due("dispatched", day) for day in ("2026-11-22", "2026-11-23")] == [0, 1]


@pytest.mark.parametrize(
    ("by", "rows"),
    [
        ("unit", [("chengguan", "城管执法中队", 3)]),
        ("grid", [("qy-dh-1", "东河北片", 3)]),
        ("source", [("patrol", "patrol", 3)]),
        ("category", [("E0406", "E0406", 3)]),
        ("month", [("2026-11", "2026-11", 3)]),
    ],
)
def test_counts_stand_in_groups(gridctl, told, by, rows):
    found = json.loads(gridctl("report", "counts", "2026", "--by", by, "--json", now=NOON).out)
    assert [(r["key"], r["name"], r["need_dispose"]) for r in found["rows"]] == rows
    address = f"{by}.{rows[0][0]}.rework"
    asked = ("report", "counts", "2026", "--by", by, "--explain", address, "--ids")
    assert gridctl(*asked, now=NOON).out.split() == [told[2]]


def test_a_past_state_gives_its_own_ranking(gridctl, told):
    asked = ("report", "appraisal", "2026-11", "--json")
    before = gridctl(*asked, now=NOON).out
    gridctl("appraisal", "init", now=NOON)
    after = json.loads(gridctl(*asked, now=NOON).out)
    assert after["remarks"][0].startswith("method qy@1")
    assert gridctl(*asked, "--as-of", "HEAD~1", now=NOON).out == before
