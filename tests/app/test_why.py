"""why: whole pages in both languages, across National Day, an extension, a redispatch, a suspension."""

import json

import pytest

ZH = """\
{id}  桥头占道

类别：E0406（占道经营），依据 cn@1、cn@2026
立案条件第 1 条：占用道路、桥面或广场摆摊经营；规定时限 2 紧急工作时
本案时限：3 工作日
理由：商户多
自 2026-09-29 16:00 派遣起算（一个工作日按八个工作时算）。
  不计：2026-10-01 国庆节
  不计：2026-10-02 国庆节
  不计：2026-10-03 国庆节
  不计：2026-10-04 国庆节
  不计：2026-10-05 国庆节
  不计：2026-10-06 国庆节
  不计：2026-10-07 国庆节
时限到 2026-10-09 16:00。
单位办理期限：2026-10-09 16:00
单位时限：超期，2026-10-09 16:00 到期，已过 17 小时 0 分
全案时限：应于 2026-10-12 16:00 前结案，正常
主办单位：城管执法中队（chengguan）
  由派遣员指定
  执法权限：E04 执法处置，市容条例
"""
EN = """\
{id}  桥头占道

Category: E0406 (Trading on the road or pavement) (policy cn@1, cn@2026)
"""


@pytest.fixture
def ending(gridctl):
    gridctl(
        *("--as", "p10", "collect", "桥头占道", "--grid", "qy-dh-1", "--source", "patrol"),
        now="2026-09-29T14:30:00+08:00",
    )
    case = gridctl("list", "--ids").out.strip()[-5:]
    gridctl("triage", case, "--category", "E0406")
    gridctl(
        *("file", case, "--limit", "3 work_day", "--note", "商户多", "--to", "chengguan"),
        now="2026-09-29T16:00:00+08:00",
    )
    return case


def test_every_skipped_day_and_the_red_clock_are_explained(gridctl, ending):
    answer = gridctl("why", ending, lang="zh", now="2026-10-10T09:00:00+08:00")
    page, foot = answer.out.split("\n\n现在可以：\n")
    assert page + "\n" == ZH.format(id=f"qy-20260929-{ending}")
    assert "gridctl handle" in foot
    english = gridctl("why", ending, now="2026-10-10T09:00:00+08:00")
    assert english.out.startswith(EN.format(id=f"qy-20260929-{ending}")[:20])
    assert "not counted: 2026-10-01 National Day" in english.out
    assert "overdue, since 2026-10-09 16:00 (17 h 0 min)" in english.out


def test_what_moved_the_deadline_is_told_and_a_new_order_begins_anew(gridctl, ending):
    gridctl(
        "--as",
        "p17",
        "extend",
        ending,
        "--request",
        "--note",
        "雨",
        now="2026-09-30T09:00:00+08:00",
    )
    gridctl("extend", ending, "--approve")
    told = json.loads(gridctl("why", ending, "--json").out)
    assert [each["did"] for each in told["moved"]] == ["extended"]
    # From Friday 9 October 16:00 on: Sunday the 11th is the one day off before the 13th.
    assert [each["date"] for each in told["moved"][0]["skipped"]] == ["2026-10-11"]
    # Saturday 10 October is a make-up workday.
    assert told["due"] == "2026-10-13T16:00:00+08:00"
    gridctl(
        "dispatch",
        ending,
        "--to",
        "jiaojing",
        "--note",
        "改由交警",
        now="2026-09-30T10:00:00+08:00",
    )
    told = json.loads(gridctl("why", ending, "--json").out)
    assert (told["moved"], told["lead"], told["start"]) == (
        [],
        "jiaojing",
        "2026-09-30T10:00:00+08:00",
    )
    assert told["due"] == "2026-10-10T10:00:00+08:00"


def test_a_suspension_stops_the_clock_and_gives_back_what_was_left(gridctl, ending):
    gridctl(
        *("--as", "p17", "suspend", ending, "--request", "--until", "2026-10-30", "--note", "改造"),
        now="2026-09-30T09:00:00+08:00",
    )
    assert (
        gridctl("--as", "p02", "suspend", ending, "--approve", now="2026-09-30T10:00:00+08:00").code
        == 0
    )
    told = json.loads(gridctl("why", ending, "--json").out)
    # 24 working hours from Tuesday 16:00: 4 are gone by Wednesday 10:00, 20 are left from Monday
    # 2 November on, since 31 October and 1 November are a weekend.
    assert told["due"] == "2026-11-04T12:00:00+08:00"
    assert told["clock"] is None
    listed = json.loads(gridctl("list", "--json", now="2026-11-05T09:00:00+08:00").out)
    assert listed[0]["clock"] == "red"
    assert (
        gridctl("list", "overdue", "--ids", now="2026-11-05T09:00:00+08:00").out.strip()[-5:]
        == ending
    )


def test_an_early_end_gives_back_what_was_left(gridctl, ending):
    gridctl(
        *("--as", "p17", "suspend", ending, "--request", "--until", "2026-10-30", "--note", "改造"),
        now="2026-09-30T09:00:00+08:00",
    )
    gridctl("--as", "p02", "suspend", ending, "--approve", now="2026-09-30T10:00:00+08:00")
    assert gridctl("--as", "p02", "resume", ending, now="2026-10-08T08:00:00+08:00").code == 0
    told = json.loads(gridctl("why", ending, "--json").out)
    assert told["due"] == "2026-10-10T12:00:00+08:00"


def test_a_case_that_is_not_filed_has_nothing_to_explain_yet(gridctl):
    gridctl("--as", "p10", "collect", "路灯", "--grid", "qy-dh-1", "--source", "patrol")
    case = gridctl("list", "--ids").out.strip()[-5:]
    assert "Not filed yet" in gridctl("why", case).out
    assert json.loads(gridctl("why", case, "--json").out)["due"] is None
