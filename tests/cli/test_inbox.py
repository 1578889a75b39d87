"""`gridctl inbox`: what waits for a person by the posts of today, from the report to the evaluation."""

import json

import pytest


@pytest.fixture
def case(gridctl):
    """The ending of a case at its first step, reported by the patroller p10."""
    wishes = ("--grid", "qy-dh-1", "--source", "patrol", "--as", "p10", "--json")
    asked = gridctl("collect", "桥头占道", *wishes, now="2026-11-24T09:00:00+08:00")
    assert asked.code == 0, asked.err
    return json.loads(asked.out)["id"][-5:]


@pytest.fixture
def waits(gridctl):
    """What waits for a person, as keys."""

    def ask(staff, *words):
        answer = gridctl("inbox", "--staff", staff, "--json", *words)
        assert answer.code == 0, answer.err
        return [task["matter"] for task in json.loads(answer.out)["tasks"]]

    return ask


def do(gridctl, *words):
    answer = gridctl(*words)
    assert answer.code == 0, answer.err


def test_a_case_waits_for_one_after_another(gridctl, case, waits):
    """The way of one case: each step leaves one inbox and enters others (tests/office)."""
    assert (waits("p08"), waits("p01"), waits("p17")) == (["triage"], ["triage"], [])
    do(gridctl, "triage", case, "--category", "E0406", "--as", "p08")
    assert (waits("p08"), waits("p01")) == ([], ["file"])
    do(gridctl, "file", case)
    assert waits("p01") == ["dispatch"]
    do(gridctl, "dispatch", case, "--to", "chengguan")
    assert (waits("p01"), waits("p17"), waits("p18")) == ([], ["handle"], [])
    do(gridctl, "handle", case, "--note", "已清走", "--done", "fixed", "--as", "p17")
    assert (waits("p17"), waits("p08")) == (["feedback"], ["feedback"])
    do(gridctl, "feedback", case, "--told", "反映人", "--as", "p08")
    # p17 handled it, p19 patrols there but is of the unit that did.
    assert (waits("p17"), waits("p19"), waits("p10")) == ([], [], ["verify"])
    do(gridctl, "verify", case, "--pass", "--as", "p10")
    assert (waits("p10"), waits("p02")) == ([], ["evaluate"])
    do(gridctl, "evaluate", case, "--strip", "90", "--block", "90")
    assert (waits("p01"), waits("p02")) == ([], [])


def test_who_asked_does_not_decide(gridctl, case, waits):
    """The office itself has the case; its dispatcher p01 is of that unit and asks for more time."""
    do(gridctl, "triage", case, "--category", "E0406")
    do(gridctl, "file", case, "--to", "qy", "--limit", "2 work_day", "--note", "多家")
    do(gridctl, "extend", case, "--request", "--note", "等材料")
    assert waits("p01") == ["handle"]
    assert waits("p22") == ["handle"]  # of the unit too, and a dispatcher of the other branch


def test_requests_go_to_those_who_decide(gridctl, case, waits):
    do(gridctl, "triage", case, "--category", "E0406")
    do(gridctl, "file", case, "--to", "chengguan", "--limit", "2 work_day", "--note", "多家")
    do(
        gridctl,
        "suspend",
        case,
        "--request",
        "--until",
        "2026-12-10",
        "--note",
        "等改造",
        "--as",
        "p17",
    )
    assert (waits("p25"), waits("p01")) == (["suspension"], [])
    do(gridctl, "suspend", case, "--approve", "--as", "p25")
    assert (waits("p25"), waits("p17")) == ([], [])
    gridctl("escalate", case, "--as", "p08")
    assert (waits("p05"), waits("p08"), waits("p03")) == (["escalated"], [], [])


def test_the_whole_page_when_piped(gridctl, case):
    zh = gridctl("inbox", "--as", "p08", lang="zh")
    row = f"待梳理\t{case}\t–\t桥头占道\t东河北片\t待梳理\t–\t–\t–\t"
    assert zh == (0, f"{row}gridctl triage {case} --category 类别 --severity normal\n", "")
    en = gridctl("inbox", "--as", "p08")
    row = f"to triage\t{case}\t–\t桥头占道\t东河北片\twaits for triage\t–\t–\t–\t"
    assert en == (0, f"{row}gridctl triage {case} --category CODE --severity normal\n", "")
    assert gridctl("inbox", "--as", "p07") == (0, "", "")


def test_the_page_on_a_terminal(gridctl, case, office):
    from datetime import datetime

    from gridctl.app.inbox import inbox
    from gridctl.app.opening import open_ledger
    from gridctl.views.inbox_page import lines, nothing
    from gridctl.words import use

    do(gridctl, "triage", case, "--category", "E0406")
    do(gridctl, "file", case, "--to", "chengguan")
    now = datetime.fromisoformat("2026-11-24T09:30:00+08:00")
    use("zh")
    with open_ledger(".") as ledger:
        tasks = inbox(ledger, office.people["p17"], now).tasks
        page = list(lines(tasks, ledger.names, now))
    due = tasks[0].case.due
    assert page == [
        ("待处理  1", "bold"),
        (f"  {case}  桥头占道  东河北片  城管执法中队  {due:%m-%d %H:%M}  正常", "green"),
        (f"         gridctl handle {case} --note 处理情况", ""),
    ]
    assert nothing(office.people["p07"]) == "郑七没有待办事项。"


def test_filters_limit_and_ids(gridctl, case):
    wishes = ("--grid", "qy-xs-1", "--source", "hotline", "--as", "p12", "--json")
    other = json.loads(gridctl("collect", "路灯不亮", *wishes, seed="8").out)["id"]
    first = json.loads(gridctl("list", "grid:qy-dh", "--json").out)[0]["id"]
    assert gridctl("inbox", "--ids").out.split() == [first, other]
    assert gridctl("inbox", "grid:qy-xs", "--ids").out.split() == [other]
    cut = gridctl("inbox", "--ids", "--limit", "1")
    assert cut == (0, f"{first}\n", "Warning: 1 of 2 things to do are shown; --limit shows more.\n")
    assert gridctl("inbox", "nowhere:1").code == 2


def test_the_object_has_stable_keys(gridctl, case):
    found = json.loads(gridctl("inbox", "--json").out)
    assert {key: found[key] for key in ("staff", "name", "day", "counts")} == {
        "staff": "p01", "name": "赵一", "day": "2026-11-24", "counts": {"triage": 1},
    }  # fmt: skip
    (task,) = found["tasks"]
    assert list(task) == ["matter", "verb", "command", "case"]
    listed = json.loads(gridctl("list", "--json").out)[0]
    assert task["case"] == listed


def test_whose_it_is(gridctl, case):
    gone = gridctl("inbox", "--staff", "杨昨")
    assert gone == (0, "", "Warning: 杨昨 (p16) holds no post on 2026-11-24.\n")
    assert gridctl("inbox", "--staff", "p99").code == 10
    assert gridctl("inbox", "--as", "p99").code == 20
    before = gridctl("inbox", "--staff", "p14", "--json", now="2026-11-25T09:00:00+08:00")
    assert json.loads(before.out)["tasks"] == []  # his last day was yesterday
    assert "holds no post on 2026-11-25" in before.err


def test_an_answer_as_of_the_past(gridctl, case):
    do(gridctl, "triage", case, "--category", "E0406")
    asked = gridctl("inbox", "--as-of", "HEAD~1", "--json")
    assert json.loads(asked.out)["counts"] == {"triage": 1}
