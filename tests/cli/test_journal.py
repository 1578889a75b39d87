"""The journal: entries of every kind, found again, shown and added up."""

import json

import pytest

NOW = "2026-11-24T16:00:00+08:00"


def add(gridctl, *words, code=0):
    answer = gridctl("journal", "add", *words)
    assert answer.code == code, answer
    return answer


@pytest.fixture
def month(gridctl):
    """A month of work, its publicity in two parts that add up to the article's figures."""
    add(
        gridctl,
        "publicity",
        "安全生产月启动",
        "--at",
        "2026-10-08 10:00",
        "--into",
        "企业进",
        code=2,
    )
    shows = ("--count", "文艺演出=8场", "--count", "安全讲座=10场", "--count", "宣传车=20余辆")
    boards = ("--count", "展板=50块", "--count", "倡议书=2万余份", "--count", "知识手册=4000本")
    add(
        gridctl, "宣传", "安全生产月启动", "--at", "2026-10-08 10:00", *shows, *boards,
        "--into", "进企业,campus",
    )  # fmt: skip
    more = ("--count", "文艺演出=6场", "--count", "安全讲座=8场", "--count", "展板=30余块")
    rest = (
        "--count",
        "倡议书=10000份",
        "--count",
        "知识手册=3000多本",
        "--count",
        "咨询=170余人次",
    )
    add(
        gridctl,
        "publicity",
        "安全生产月",
        "--at",
        "2026-11-10 10:00",
        *more,
        *rest,
        "--into",
        "family",
    )
    add(
        gridctl,
        "training",
        "网格长培训",
        "--attendees",
        "384",
        "--term",
        "1/2",
        "--note",
        "区委党校",
    )
    add(
        gridctl, "meeting", "周例会", "--attendees", "网格长=10", "--attendees", "派遣员=2",
        "--decision", "加强巡查", "--follow-up", "清理东河桥头@2026-11-27", "--follow-up", "再议",
    )  # fmt: skip
    add(gridctl, "visit", "--households", "12", "--as", "p10", "--count", "征询问题=3个")
    add(gridctl, "visit", "--households", "8", "--as", "p11")
    add(gridctl, "registration", "--count", "流动人口=约30人", "--as", "p10")


@pytest.mark.usefixtures("month")
def test_totals_keep_what_is_approximate_and_print_it(gridctl):
    rows = json.loads(gridctl("report", "journal", "2026-Q4", "--json").out)["sections"]
    counts = next(each for each in rows if each["name"] == "counts")["rows"]
    whole = [
        row["total"] for row in counts if (row["month"], row["kind"]) == ("2026-Q4", "publicity")
    ]
    assert whole == ["14场", "18场", "20余辆", "80余块", "30000余份", "7000余本", "170余人次"]
    boards = [
        (r["month"], r["number"], r["approx"], r["unit"]) for r in counts if r["what"] == "展板"
    ]
    assert boards == [
        ("2026-10", 50, False, "块"),
        ("2026-11", 30, True, "块"),
        ("2026-Q4", 80, True, "块"),
    ]


@pytest.mark.usefixtures("month")
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_report_of_a_month_as_a_whole(gridctl, lang):
    answer = gridctl("report", "journal", "2026-11", lang=lang)
    out = "\n".join(
        line
        for line in answer.out.splitlines()
        if "made from" not in line and "依据入账版本" not in line
    )
    assert (answer.code, answer.err) == (0, "")
    assert out == REPORT[lang]


REPORT = {
    "en": """\
Journal  2026-11

By kind
month	kind	entries	people	attendees	households
2026-11	meeting	1	1	12	–
2026-11	training	1	1	384	–
2026-11	publicity	1	1	–	–
2026-11	visit	2	2	–	20
2026-11	registration	1	1	–	–

Quantities
month	kind	what	total
2026-11	publicity	文艺演出	6场
2026-11	publicity	安全讲座	8场
2026-11	publicity	展板	30余块
2026-11	publicity	倡议书	10000份
2026-11	publicity	知识手册	3000余本
2026-11	publicity	咨询	170余人次
2026-11	visit	征询问题	3个
2026-11	registration	流动人口	约30人

Training
day	title	term	attendees	role	again by
2026-11-24	网格长培训	1/2	384	–	–
网格长培训: not recorded in this period: term 2 of 2. Attendees are those of the terms recorded.

Where publicity went
into	times
enterprises	0
campuses	0
communities	0
villages	0
families	1

Follow-ups of meetings
day	title	what	due
2026-11-24	周例会	清理东河桥头	2026-11-27
2026-11-24	周例会	再议	–""",
    "zh": """\
工作日志  2026-11

各类
月份	类型	条数	人数	参加人次	走访户数
2026-11	例会	1	1	12	–
2026-11	培训	1	1	384	–
2026-11	宣传	1	1	–	–
2026-11	走访	2	2	–	20
2026-11	登记	1	1	–	–

数量
月份	类型	项目	合计
2026-11	宣传	文艺演出	6场
2026-11	宣传	安全讲座	8场
2026-11	宣传	展板	30余块
2026-11	宣传	倡议书	10000份
2026-11	宣传	知识手册	3000余本
2026-11	宣传	咨询	170余人次
2026-11	走访	征询问题	3个
2026-11	登记	流动人口	约30人

培训
日期	标题	期次	参加人数	岗位	再训期限
2026-11-24	网格长培训	1/2	384	–	–
网格长培训：本期没有第 2 期（共 2 期）的记录；参加人数只是已记录各期的。

五进
去处	次数
进企业	0
进校园	0
进社区	0
进村居	0
进家庭	1

会议后续事项
日期	标题	事项	期限
2026-11-24	周例会	清理东河桥头	2026-11-27
2026-11-24	周例会	再议	–""",
}


@pytest.mark.usefixtures("month")
def test_entries_are_found_by_person_kind_grid_and_period(gridctl):
    def found(*words):
        listed = json.loads(gridctl("journal", "list", "--json", *words).out)
        return [(each["staff"], each["kind"]) for each in listed]

    assert found() == [
        ("p01", "publicity"),
        ("p01", "training"),
        ("p01", "meeting"),
        ("p10", "visit"),
        ("p11", "visit"),
        ("p10", "registration"),
    ]
    assert found("--kind", "走访") == [("p10", "visit"), ("p11", "visit")]
    assert found("--staff", "陈十", "--kind", "visit") == [("p10", "visit")]
    assert found("--grid", "东河", "--kind", "visit") == [("p10", "visit"), ("p11", "visit")]
    assert found("--grid", "东河北片", "--kind", "visit") == [("p10", "visit")]
    assert found("--period", "2026-10") == [("p01", "publicity")]
    assert found("--period", "2026-09") == []


@pytest.mark.usefixtures("month")
def test_rows_are_plain_in_a_pipe_and_in_the_language_asked_for(gridctl):
    assert gridctl("journal", "list", "--staff", "p10").out == (
        "2026-11-24 16:06\t陈十 (p10)\t1\tvisit\t东河北片\thouseholds 12  征询问题 3个\n"
        "2026-11-24 16:08\t陈十 (p10)\t2\tregistration\t东河北片\t流动人口 约30人\n"
    )
    assert gridctl("日志", "列表", "--kind", "例会", lang="zh").out == (
        "2026-11-24 16:05\t赵一（p01）\t3\t例会\t青云街道\t周例会  参加人数 12（网格长 10、派遣员 2）  "
        "议定事项 加强巡查  后续事项 清理东河桥头（2026-11-27）、再议\n"
    )


def test_a_patrol_knows_its_places_and_the_cases_that_were_found(gridctl):
    said = gridctl(
        "collect", "桥头积水", "--grid", "qy-dh-1", "--source", "patrol", "--json", "--as", "p10"
    )
    case = json.loads(said.out)["id"]
    answer = add(
        gridctl, "巡查", "--place", "东河桥头", "--found", case[-5:], "--as", "p10", "--json"
    )
    entry = json.loads(answer.out)
    assert (entry["places"], entry["found"]) == (["dh-qt"], [case])
    assert add(gridctl, "patrol", "--grid", "东河", "--place", "dh-qt", "--as", "p11").out.endswith(
        "东河  places seen 东河桥头\n"
    )
    add(gridctl, "patrol", "--grid", "西山", "--place", "dh-qt", "--as", "p12", code=10)
    add(gridctl, "patrol", "--found", "zzzzz", "--as", "p10", code=10)
    assert gridctl("check").code == 0


def test_a_number_in_a_text_is_masked_where_that_is_wished(gridctl):
    words = ("visit", "--households", "2", "--note", "来电13812345678", "--as", "p10")
    add(gridctl, *words, code=20)
    assert "138****5678" in add(gridctl, *words, "--mask").out


def test_a_training_names_who_is_to_be_trained_again(gridctl):
    add(gridctl, "培训", "网格知识", "--attendees", "30", "--role", "网格长", "--due", "2026-11-20",
        "--at", "2026-11-02 09:00")  # fmt: skip
    rows = json.loads(gridctl("report", "journal", "--json").out)["sections"]
    (row,) = next(each for each in rows if each["name"] == "training")["rows"]
    assert (row["role"], row["due"], row["overdue"], row["term"]) == (
        "head",
        "2026-11-20",
        True,
        None,
    )


def test_hostile_text_steers_nothing(gridctl):
    add(gridctl, "meeting", "例会\x1b[31m\u202e", "--note", "一\n二\t=1+1")
    for words in (("journal", "list"), ("journal", "show", "p01"), ("report", "journal")):
        out = gridctl(*words).out
        assert "\x1b" not in out
        assert "\u202e" not in out
    assert gridctl("check").code == 0


def test_the_past_is_answered_as_it_was(gridctl):
    add(gridctl, "visit", "--households", "1", "--as", "p10")
    before = gridctl("report", "journal", "2026-11", "--as-of", "HEAD").out
    add(gridctl, "visit", "--households", "2", "--as", "p10")
    assert gridctl("report", "journal", "2026-11", "--as-of", "HEAD~1").out == before
    assert gridctl("journal", "list", "--as-of", "HEAD~2", "--json").out == "[]\n"
