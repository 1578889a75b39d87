"""What verbs beside the way say: next steps, requests, second thoughts, and refusals by name."""

import json

import pytest


@pytest.fixture
def founded():
    return "2026-11-01T08:00:00+08:00"


@pytest.fixture
def case(gridctl):
    """A case with chengguan since Monday 9:02, due on Tuesday at 9:02 (one working day)."""
    gridctl(
        *("--as", "p10", "collect", "占道", "--grid", "qy-dh-1", "--source", "patrol"),
        now="2026-11-16T09:00:00+08:00",
    )
    ending = gridctl("list", "--ids").out.strip()[-5:]
    gridctl("triage", ending, "--category", "E0406")
    limit = ("--limit", "1 work_day", "--note", "多家")
    assert gridctl("file", ending, "--to", "chengguan", *limit).code == 0
    return ending


def closed(gridctl, case, day):
    now = f"2026-11-{day}T10:00:00+08:00"
    gridctl("--as", "p17", "handle", case, "--note", "清走", "--done", "fixed", now=now)
    gridctl("feedback", case, "--told", "反映人")
    assert gridctl("--as", "p10", "verify", case, "--pass").code == 0


def test_each_next_step_is_a_line_that_can_be_pasted(gridctl, case):
    foot = gridctl("show", case).out.partition("Possible now:\n")[2]
    assert f"  supervise  gridctl supervise {case} yellow\n" in foot
    assert f"             gridctl supervise {case} red\n" in foot
    assert "lift" not in foot
    commands = [line for line in foot.splitlines() if "gridctl " in line]
    assert not set("|[]…") & set("".join(commands))
    gridctl("supervise", case, "黄牌")
    supervise = next(
        each for each in json.loads(gridctl("show", case, "--json").out)["legal"]
        if each["verb"] == "supervise"
    )  # fmt: skip
    assert supervise["commands"] == [
        f"gridctl supervise {case} red",
        f"gridctl supervise {case} lift",
    ]


def test_a_request_says_who_answers_and_lapses_when_the_unit_hands_back(gridctl, case):
    asked = gridctl("--as", "p17", "extend", case, "--request", "--note", "雨", lang="zh")
    assert asked.out.splitlines()[2:] == [
        "  延期待批，须由派遣员答复",
        f"  下一步：gridctl extend {case} --approve",
        f"  或：gridctl extend {case} --deny --note 理由",
    ]
    assert "extension asked for since 2026-11-16 09:04, by" in gridctl("why", case).out
    assert "; to be answered by: dispatcher\n" in gridctl("why", case).out
    gridctl("--as", "p17", "handle", case, "--note", "清走", "--done", "fixed")
    assert json.loads(gridctl("show", case, "--json").out)["pending"] is None
    assert "asked for since" not in gridctl("why", case).out


def test_a_denial_takes_a_reason(gridctl, case):
    gridctl("--as", "p17", "extend", case, "--request", "--note", "雨")
    assert gridctl("extend", case, "--deny").code == 2
    assert gridctl("extend", case, "--deny", "--note", "来得及").code == 0


def test_who_asked_is_refused_by_name(gridctl, case):
    gridctl("--as", "p17", "extend", case, "--request", "--note", "雨")
    refused = gridctl("--as", "p17", "extend", case, "--approve")
    assert refused.code == 20
    assert "(p17) asked for it" in refused.err
    assert f"gridctl show {case}" in refused.err
    twice = gridctl("assist", case, "--unit", "chengguan", lang="zh")
    assert "城管执法中队（chengguan）已" in twice.err
    assert "现在可以：\n" in twice.err


def test_only_a_late_unit_appeals(gridctl, case):
    closed(gridctl, case, 16)
    refused = gridctl("--as", "p17", "appeal", case, "--note", "无", lang="zh")
    assert (refused.code, "没有超期" in refused.err) == (20, True)
    assert "gridctl appeal" not in gridctl("show", case).out


def test_a_late_unit_appeals_and_is_told_who_decides(gridctl, case):
    closed(gridctl, case, 18)
    told = gridctl("--as", "p17", "appeal", case, "--note", "停电").out
    assert "to be answered by: leader\n" in told
    assert f"  Next: gridctl decide {case} --grant\n" in told


def test_dissatisfaction_offers_to_reopen_and_satisfaction_does_not(gridctl, case):
    closed(gridctl, case, 16)
    told = gridctl("callback", case, "--satisfaction", "satisfied", "--solved", "no").out
    assert f"Next: gridctl reopen {case} --note REASON\n" in told
    assert "reopen" not in gridctl("callback", case, "--satisfaction", "satisfied").out


def test_a_closed_case_is_late_or_not_by_when_it_was_closed(gridctl, case):
    closed(gridctl, case, 16)
    page = gridctl("why", case, now="2026-12-24T09:00:00+08:00").out
    assert ", closed at 2026-11-16 10:02, in time\n" in page


def test_the_same_unit_again_while_late_is_worth_a_word(gridctl, case):
    again = ("dispatch", case, "--to", "chengguan", "--note", "再派")
    late = gridctl(*again, now="2026-11-18T09:00:00+08:00")
    assert late.code == 0
    assert "with the new order its limit runs anew" in late.err
    assert gridctl(*again).err == ""


def test_the_past_is_answered_by_its_own_clock(gridctl, case):
    asked = ("list", "--json", "--as-of", "2026-11-16")
    light = json.loads(gridctl(*asked, now="2026-12-24T09:00:00+08:00").out)[0]["clock"]
    assert light == json.loads(gridctl(*asked, now="2026-12-25T09:00:00+08:00").out)[0]["clock"]
    assert light == "green"  # ordered at 9:03, it is 23:59: 15 of 24 hours, not 80 %
    assert json.loads(gridctl("list", "--json").out)[0]["clock"] == "red"


def test_what_was_meant_as_one_text_is_told_to_be_quoted(gridctl, case):
    answer = gridctl("note", case, "本周内", "清完", lang="zh")
    assert answer.code == 2
    assert answer.err.endswith("文字里有空格时要加引号：'本周内 清完'\n")


def test_of_several_cases_none_is_recorded_and_that_is_said(gridctl, case):
    answer = gridctl("urge", case, "zzzzz")
    assert answer.code == 10
    assert "That was zzzzz; none of the 2 cases was recorded.\n" in answer.err
    assert "none of the" not in gridctl("urge", "zzzzz").err
