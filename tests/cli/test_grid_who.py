"""`gridctl grid who`: whole pages, with a vacancy, deputies standing in, and people who have left."""

import json

import pytest

# 王八斤 (p08), head of 东河北片, leaves after 10 November, and nobody follows; 周五 (p05), head of
# 东河 above it, after the 15th, and his deputy 吴六 (p06) stands in; 孔分 (p25), its leader, after
# the 20th, and the leader of the office remains.
ENDS = {"p08": "2026-11-10", "p05": "2026-11-15", "p25": "2026-11-20"}

ZH = """\
东河北片（qy-dh-1）  三级网格  2026-11-24

东河北片（qy-dh-1）	网格长	空缺	自 2026-11-11
东河北片（qy-dh-1）	巡查员	陈十（p10）	自 2012-05-01
东河北片（qy-dh-1）	巡查员	蒋起（p13）	自 2026-11-24
东河北片（qy-dh-1）	巡查员	沈止（p14）	自 2012-05-01
东河北片（qy-dh-1）	巡查员	尤巡（p19）	自 2012-05-01
东河（qy-dh）	网格长	吴六（p06）	副网格长代行，自 2026-11-16 起空缺
东河（qy-dh）	分包领导	空缺	自 2026-11-21
东河（qy-dh）	巡查员	褚冬（p11）	自 2012-05-01
东河（qy-dh）	执法人员	朱执（p17）	自 2012-05-01
青云街道（qy）	网格长	孙三（p03）	自 2012-05-01
青云街道（qy）	副网格长	李四（p04）	自 2012-05-01
青云街道（qy）	分包领导	钱二（p02）	自 2012-05-01
青云街道（qy）	网格办派遣员	赵一（p01）	自 2012-05-01
青云街道（qy）	执法人员	秦交（p18）	自 2012-05-01
青云街道（qy）	执法人员	张环（p24）	自 2012-05-01

覆盖本网格的部门：
  城管执法中队（chengguan）  尤巡（p19）、朱执（p17）
  交警大队（jiaojing）  秦交（p18）
  环保分局（huanbao）  张环（p24）
  群众工作队（gongzuodui）  陈十（p10）、蒋起（p13）、沈止（p14）、褚冬（p11）
"""
EN = """\
东河北片3号楼 (qy-dh-1a)  level-4 grid  2026-11-10

东河北片3号楼 (qy-dh-1a)	grid head	曹四层 (p26)	since 2012-05-01
东河北片3号楼 (qy-dh-1a)	courtyard head	许楼 (p20)	since 2012-05-01
东河北片 (qy-dh-1)	grid head	王八斤 (p08)	since 2012-05-01
"""


@pytest.fixture(scope="module")
def office_files(office_files):
    """The small office with three people who leave."""
    staff = office_files["staff.yaml"].decode()
    for person, last in ENDS.items():
        lines = staff.splitlines(keepends=True)
        lines = [
            line.replace("2012-05-01}", f"2012-05-01, until: {last}}}")
            if f"id: {person}," in line
            else line
            for line in lines
        ]
        staff = "".join(lines)
    return office_files | {"staff.yaml": staff.encode()}


def test_the_whole_line_with_its_vacancies(gridctl):
    answer = gridctl("grid", "who", "东河北片", lang="zh")
    assert answer == (0, ZH, "")


def test_on_a_day_before_they_left_it_was_they(gridctl):
    answer = gridctl("grid", "who", "qy-dh-1a", "--on", "2026-11-10")
    assert answer.code == 0
    assert answer.out.startswith(EN)
    for person in ("周五 (p05)\tsince 2012-05-01", "孔分 (p25)\tsince 2012-05-01", "杨昨 (p16)"):
        assert person in answer.out
    assert "vacant" not in answer.out
    assert "蒋起" not in answer.out  # came two weeks later


@pytest.mark.parametrize(("person", "last"), ENDS.items())
def test_a_post_is_held_on_its_last_day_and_vacant_from_the_next(gridctl, person, last):
    def holds(day):
        answer = json.loads(gridctl("grid", "who", "qy-dh-1", "--on", day, "--json").out)
        return any(s["staff"] == person for line in answer["line"] for s in line["seats"])

    assert holds(last)
    assert not holds(f"{last[:-2]}{int(last[-2:]) + 1}")


def test_json_has_the_line_upwards_and_says_who_stands_in(gridctl):
    answer = json.loads(gridctl("grid", "who", "qy-dh-1", "--json").out)
    assert (answer["grid"], answer["on"]) == ("qy-dh-1", "2026-11-24")
    assert [each["grid"] for each in answer["line"]] == ["qy-dh-1", "qy-dh", "qy"]
    head, above = answer["line"][0]["seats"][0], answer["line"][1]["seats"][0]
    assert head == {
        "role": "head", "grid": "qy-dh-1", "staff": None, "name": None, "since": None,
        "stands_in": False, "vacant": True, "vacant_since": "2026-11-11",
    }  # fmt: skip
    assert (above["staff"], above["stands_in"], above["vacant"]) == ("p06", True, True)
    assert above["vacant_since"] == "2026-11-16"
    assert answer["departments"][1] == {
        "department": "jiaojing", "name": "交警大队", "staff": ["p18"],
    }  # fmt: skip


def test_a_grid_that_never_had_a_head_or_a_patroller_says_so(gridctl):
    answer = gridctl("grid", "who", "qy-xs-1")
    assert "西山坡 (qy-xs-1)\tgrid head\tvacant\tnobody before either\n" in answer.out


@pytest.mark.parametrize(
    ("grid", "day", "code"),
    [
        ("qy-dh-3", "2020-12-31", 0),
        ("qy-dh-3", "2021-01-01", 10),
        ("qy-dh-3", "2012-04-30", 10),
        ("qy-dh-9", "2020-01-01", 10),
        ("qy-dh-1", "2026-02-30", 2),
    ],
)
def test_a_grid_is_asked_about_within_its_days(gridctl, grid, day, code):
    assert gridctl("grid", "who", grid, "--on", day).code == code


def test_a_past_state_of_the_ledger_is_asked_the_same_way(gridctl):
    gridctl("staff", "post", "p23", "--grid", "qy-dh-1", "--role", "head", "--since", "2026-11-11")
    assert "施无 (p23)\tsince 2026-11-11" in gridctl("grid", "who", "qy-dh-1").out
    assert "施无" not in gridctl("grid", "who", "qy-dh-1", "--as-of", "HEAD~1").out


def test_the_chains_of_a_breach_show_vacancies_and_stand_ins_of_its_day(gridctl):
    """Due on the 12th at nine: no head below, 周五 still above; on the 24th 吴六 stands in."""
    asked = gridctl(
        *("--as", "p10", "collect", "桥头占道", "--grid", "qy-dh-1", "--source", "patrol"),
        *("--json",),
        now="2026-11-11T08:30:00+08:00",
    )
    case = json.loads(asked.out)["id"]
    gridctl("triage", case, "--category", "E0406")
    limit = ("--limit", "1 work_day", "--note", "多家")
    gridctl("file", case, *limit, "--to", "chengguan", now="2026-11-11T09:00:00+08:00")
    answer = json.loads(gridctl("liability", case, "--json", now="2026-11-24T09:00:00+08:00").out)
    chain = [(each["role"], each["grid"], each["staff"]) for each in answer["block"]]
    assert chain == [
        ("patroller", "qy-dh-1", "p10"),
        ("patroller", "qy-dh-1", "p14"),
        ("patroller", "qy-dh-1", "p16"),  # left on the 23rd, and answers for the 12th
        ("patroller", "qy-dh-1", "p19"),
        ("head", "qy-dh-1", None),
        ("head", "qy-dh", "p05"),
        ("head", "qy", "p03"),
        ("leader", "qy-dh", "p25"),
    ]
    assert answer["strip"]["staff"] == ["p17"]
