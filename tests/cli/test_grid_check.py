"""`gridctl grid check`: whole pages in both languages, exit codes, JSON, and the three coverages."""

import json

import pytest

ZH = """\
2026-11-24 网格检查

定岗  [需整改]  1
  西山坡（qy-xs-1）：从未配备网格长
副职  [提醒]  3
  西山（qy-xs）、东河北片（qy-dh-1）、东河南片（qy-dh-2）：没有副网格长
下沉  [需整改]  2
  青云街道（qy）：秦交（p18）是下派人员，没有下沉到二、三级网格
  青云街道（qy）：张环（p24）是下派人员，没有下沉到二、三级网格
联合执法室  [提醒]  2
  东河（qy-dh）、西山（qy-xs）：没有联合执法室
安排人员任职：gridctl staff post 人员 --grid 网格 --role 岗位

服务零距离：基础网格 3 个，达到 3 个（100.00%）
管理全覆盖：基础网格 3 个，达到 3 个（100.00%）
诉求全响应：2026-11 上报 0 件（作废、重复不计），已反馈 0 件（–）
联合执法室：1 个，2 个二级网格中 0 个设有；进驻部门 2 个，人员 3 人
"""
EN = """\
Grids as of 2026-11-24

post  [to mend]  1
  西山坡 (qy-xs-1): never had a head
deputy  [to note]  3
  西山 (qy-xs), 东河北片 (qy-dh-1), 东河南片 (qy-dh-2): the head has no deputy
placement  [to mend]  2
  青云街道 (qy): 秦交 (p18) is dispatched staff and has no post at level 2 or 3
  青云街道 (qy): 张环 (p24) is dispatched staff and has no post at level 2 or 3
room  [to note]  2
  东河 (qy-dh), 西山 (qy-xs): has no joint enforcement room
Give somebody a post: gridctl staff post STAFF --grid GRID --role ROLE

zero distance: 3 of 3 leaf grids (100.00%)
full coverage: 3 of 3 leaf grids (100.00%)
full response: 0 of 0 cases reported in 2026-11 (–)
Joint enforcement rooms: 1, in 0 of 2 level-2 grids; 2 departments, 3 people
"""


@pytest.mark.parametrize(("lang", "page"), [("zh", ZH), ("en", EN)])
def test_the_whole_page(gridctl, lang, page):
    assert gridctl("grid", "check", lang=lang) == (1, page, "")


def test_json_has_every_finding_with_its_rule(gridctl):
    answer = gridctl("grid", "check", "--json")
    assert (answer.code, answer.err) == (1, "")
    told = json.loads(answer.out)
    assert [(each["grid"], each["rule"], each["severity"]) for each in told["problems"]] == [
        ("qy-xs-1", "post", "problem"),
        ("qy-xs", "deputy", "reminder"),
        ("qy-dh-1", "deputy", "reminder"),
        ("qy-dh-2", "deputy", "reminder"),
        ("qy", "placement", "problem"),
        ("qy", "placement", "problem"),
        ("qy-dh", "room", "reminder"),
        ("qy-xs", "room", "reminder"),
    ]
    assert [each["subject"] for each in told["problems"]][4:6] == ["p18", "p24"]
    assert told["rooms"]["people"] == ["p17", "p18", "p19"]
    assert told["coverage"]["full_response"] == {
        "part": 0, "whole": 0, "percent": None, "lacking": [],
    }  # fmt: skip


def test_one_rule_alone_decides_the_exit_code(gridctl):
    assert gridctl("grid", "check", "--rule", "households").code == 0
    assert "Nothing is lacking.\n" in gridctl("grid", "check", "--rule", "户数").out
    assert gridctl("grid", "check", "--rule", "households", "--rule", "room").code == 1
    assert gridctl("grid", "check", "--rule", "houses").code == 2


def test_it_is_asked_of_a_past_day_too(gridctl):
    """老东河 (qy-dh-3), which nobody held a post in, ended with 2020; 卫冬 (p12) leaves yesterday."""
    empty = ("--rule", "person")
    assert "老东河" in gridctl("grid", "check", *empty, "--on", "2020-12-31").out
    assert gridctl("grid", "check", *empty, "--on", "2021-01-01").code == 0
    gridctl("staff", "leave", "p12", "--until", "2026-11-23")
    rules = ("--rule", "person", "--rule", "duty", "--json")
    told = json.loads(gridctl("grid", "check", *rules).out)
    assert [(each["grid"], each["rule"]) for each in told["problems"]] == [
        ("qy-xs-1", "person"),
        ("qy-xs-1", "duty"),
    ]
    assert told["coverage"]["zero_distance"]["lacking"] == ["qy-xs-1"]
    assert told["coverage"]["full_coverage"]["lacking"] == ["qy-xs-1"]
    assert gridctl("grid", "check", *rules, "--on", "2026-11-23").code == 0


def test_full_response_is_answered_of_reported_without_void_ones_and_duplicates(gridctl):
    """Four reports in November: one answered, one waiting, one void, one a duplicate: 1 of 2.

    A fifth came in October.
    """

    def collect(title, seed, now):
        asked = gridctl(
            *("collect", title, "--grid", "qy-dh-1", "--source", "patrol", "--json"),
            now=now,
            seed=seed,
        )
        return json.loads(asked.out)["id"]

    days = ("10-30", "11-01", "11-02", "11-03", "11-04")
    old, answered, waiting, void, double = (
        collect(f"第{n}件", str(n), f"2026-{day}T09:00:00+08:00") for n, day in enumerate(days)
    )
    gridctl("triage", answered, "--category", "E0406", "--settle", "劝离")
    gridctl("feedback", answered, "--told", "商户", now="2026-11-10T09:00:00+08:00")
    gridctl("void", void, "--note", "误报")
    gridctl("triage", double, "--duplicate-of", waiting)

    def response(day):
        told = json.loads(gridctl("grid", "check", "--on", day, "--json").out)["coverage"]
        share = told["full_response"]
        return told["month"], share["part"], share["whole"], share["lacking"]

    assert response("2026-11-24") == ("2026-11", 1, 2, [waiting])
    assert response("2026-11-09") == ("2026-11", 0, 2, [answered, waiting])
    assert response("2026-11-01") == ("2026-11", 0, 1, [answered])
    assert response("2026-10-31") == ("2026-10", 0, 1, [old])


def test_a_broken_case_is_named_and_ends_with_30(gridctl, ledger_folder):
    import subprocess

    gridctl("collect", "路灯", "--grid", "qy", "--source", "patrol")
    path = next((ledger_folder / "cases").rglob("*.yaml"))
    path.write_bytes(path.read_bytes() + b"x")
    for words in (["add", "."], ["commit", "-qm", "broken"]):
        subprocess.run(["git", *words], cwd=ledger_folder, check=True)
    answer = gridctl("grid", "check")
    assert (answer.code, path.name in answer.err) == (30, True)
    assert gridctl("report", "liability").code == 30
