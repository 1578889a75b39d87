"""Orders that follow the duty matrix: file, file --route, dispatch, why, show and duties trace."""

import json
import os
import pty
import subprocess
import sys

import pytest

FILED_ZH = """\
{id}  建档立案  v3  青云网案〔2026〕1号  桥头占道
  待派遣
  按职责：E04 由城管执法中队（chengguan）执法处置（市容条例）
  可请协办（--assist）：交警大队（jiaojing）
  下一步：gridctl dispatch {id}
"""
DISPATCHED_EN = """\
{id}  dispatched  v4  青云网案〔2026〕1号  桥头占道
  waits for handling, due 2026-11-24 12:00
  By duty: E04 is for 城管执法中队 (chengguan) to enforce (市容条例)
  Could assist (--assist): 交警大队 (jiaojing)
  Next: gridctl handle {id} --note MEASURES
  or: gridctl handle {id} --note MEASURES --done fixed
"""
TRACE_ZH = """\
qy-20261124-{id}  桥头占道
类别：E0406 占道经营
用权主体：
  主责  城管执法中队（chengguan）  执法处置  E04  市容条例
主办单位：城管执法中队（chengguan）
  与用权主体一致
  按职责派遣：E04 执法处置
派遣时（2026-11-24）在本网格：
  城管执法中队  尤巡（p19）  东河北片 巡查员、朱执（p17）  东河 执法人员
今天（2026-11-25）在本网格：
  城管执法中队  尤巡（p19）  东河北片 巡查员、朱执（p17）  东河 执法人员
"""
TEN = "2026-11-24T10:00:00+08:00"


@pytest.fixture
def reported(gridctl):
    """Reports a case of a category and sorts it; gives its ending."""

    def report(category, seed="7"):
        words = ("--as", "p10", "collect", "桥头占道", "--grid", "qy-dh-1", "--source", "patrol")
        made = gridctl("--json", *words, seed=seed, now="2026-11-24T09:00:00+08:00")
        ending = json.loads(made.out)["id"][-5:]
        assert gridctl("triage", ending, "--category", category).code == 0
        return ending

    return report


@pytest.fixture
def with_powers(gridctl, ledger_folder):
    """Records other powers of departments, by the text that they take the place of."""

    def record(was, is_):
        path = ledger_folder / "staff.yaml"
        text = path.read_text()
        assert was in text
        path.write_text(text.replace(was, is_))
        assert gridctl("record").code == 0

    return record


TWO_LEADS = ("{category: E0406, action: enforce}", "{category: E0406, action: enforce, lead: true}")


def test_file_only_files_and_says_whose_it_is(gridctl, reported):
    ending = reported("E0406")
    filed = gridctl("file", ending, lang="zh")
    assert (filed.code, filed.out) == (0, FILED_ZH.format(id=ending))


def test_file_says_where_the_matrix_leaves_it_open(gridctl, reported):
    nobody = reported("E0501")
    assert (
        "  按职责：E0501 无人承担。\n  下一步：gridctl dispatch"
        in gridctl("file", nobody, "--condition", "1", lang="zh").out
    )


def test_dispatch_follows_the_matrix_and_says_which_rule(gridctl, reported, ledger_folder):
    ending = reported("E0406")
    gridctl("file", ending)
    sent = gridctl("dispatch", ending, now=TEN)
    assert (sent.code, sent.out) == (0, DISPATCHED_EN.format(id=ending))
    (path,) = (ledger_folder / "cases").rglob("*.yaml")
    assert path.read_text().endswith("  routed: E04 enforce\n")
    assert "given by the duty matrix: E04 enforce" in gridctl("why", ending).out
    assert json.loads(gridctl("why", ending, "--json").out)["routed"] == "E04 enforce"
    assert gridctl("check").code == 0


def test_dispatch_in_json_names_the_rule(gridctl, reported):
    ending = reported("E0406")
    filed = json.loads(gridctl("file", ending, "--json").out)["routing"]
    sent = json.loads(gridctl("dispatch", ending, "--json").out)["routing"]
    assert filed == sent
    assert sent == {
        "lead": "chengguan",
        "rule": "E04 enforce",
        "basis": "市容条例",
        "candidates": ["chengguan"],
        "joint": ["jiaojing"],
    }


def test_a_named_unit_is_recorded_without_a_rule(gridctl, reported):
    ending = reported("E0406")
    gridctl("file", ending)
    assert "routing" not in json.loads(gridctl("dispatch", ending, "--to", "huanbao", "--json").out)
    assert json.loads(gridctl("why", ending, "--json").out)["routed"] is None
    traced = gridctl("duties", "trace", ending)
    assert "not the holder of the power\n  named by the dispatcher\n" in traced.out


def test_file_and_route_is_one_commit(gridctl, reported, ledger_folder):
    ending = reported("E0406")
    count = commits(ledger_folder)
    done = json.loads(gridctl("file", ending, "--route", "--json").out)
    assert (done["did"], done["waits"]) == (["filed", "dispatched"], "handle")
    assert commits(ledger_folder) == count + 1


@pytest.mark.parametrize(
    ("call", "category"),
    [(("file", "--route"), "E0501"), (("dispatch",), "E0501"), (("file", "--route"), "E0406")],
)
def test_without_one_answer_the_whole_is_refused(
    gridctl, reported, with_powers, ledger_folder, call, category
):
    with_powers(*TWO_LEADS)
    ending = reported(category)
    if call == ("dispatch",):
        gridctl("file", ending, "--condition", "1")
    count = commits(ledger_folder)
    verb, *more = call
    condition = ("--condition", "1") if verb == "file" else ()
    found = gridctl(verb, ending, *more, *condition)
    assert found.code == 20
    assert "rule D07" in found.err
    assert commits(ledger_folder) == count
    if category == "E0406":
        assert "城管执法中队 (chengguan), 交警大队 (jiaojing)" in found.err


def test_many_cases_each_go_where_they_belong_or_none_goes(gridctl, reported, ledger_folder):
    one, other = reported("E0406", "7"), reported("E0405", "8")
    gridctl("file", one)
    gridctl("file", other)
    sent = json.loads(gridctl("dispatch", one, other, "--json").out)
    assert [each["routing"]["lead"] for each in sent] == ["chengguan", "chengguan"]
    good, bad = reported("E0406", "9"), reported("E0501", "10")
    gridctl("file", good, bad, "--condition", "1")
    count = commits(ledger_folder)
    assert gridctl("dispatch", good, bad).code == 20
    assert commits(ledger_folder) == count


def test_who_gave_it_back_is_no_candidate(gridctl, reported, with_powers):
    ending = reported("E0406")
    gridctl("file", ending, "--route")
    gridctl("--as", "p17", "return", ending, "--note", "不属本单位")
    refused = gridctl("dispatch", ending)
    assert refused.code == 20
    assert "城管执法中队 had the case, and nobody else leads E0406." in refused.err
    with_powers(*TWO_LEADS)
    assert json.loads(gridctl("dispatch", ending, "--json").out)["routing"]["lead"] == "jiaojing"


def test_a_wrong_unit_is_put_right_by_the_matrix_with_a_reason(gridctl, reported):
    ending = reported("E0406")
    gridctl("file", ending, "--to", "huanbao")
    assert gridctl("dispatch", ending).code == 2  # taking it away needs a reason
    again = json.loads(gridctl("dispatch", ending, "--note", "派错", "--json").out)
    assert (again["did"], again["routing"]["lead"]) == (["redispatched"], "chengguan")


def test_show_and_why_tell_the_rule_before_the_order(gridctl, reported):
    ending = reported("E0406")
    gridctl("file", ending)
    rule = "By duty: E04 is for 城管执法中队 (chengguan) to enforce (市容条例)"
    for verb in ("show", "why"):
        page = gridctl(verb, ending).out
        assert rule in page
        assert f"gridctl dispatch {ending}\n" in page


def test_trace_leads_to_the_power_its_law_and_its_people(gridctl, reported):
    ending = reported("E0406")
    early = gridctl("duties", "trace", ending)
    assert "Lead unit" not in early.out
    gridctl("file", ending, "--route")
    traced = gridctl("duties", "trace", ending, lang="zh", now="2026-11-25T09:00:00+08:00")
    assert traced.out == TRACE_ZH.format(id=ending)
    answer = json.loads(gridctl("duties", "trace", ending, "--json").out)
    assert (answer["agrees"], answer["routed"]) == (True, "E04 enforce")
    assert [p["staff"] for p in answer["dispatched"]["people"]["chengguan"]] == ["p19", "p17"]


def test_a_report_that_is_not_sorted_is_nobodys(gridctl):
    gridctl("collect", "路灯不亮", "--grid", "qy", "--source", "patrol")
    ending = gridctl("list", "--ids").out.strip()
    assert "Not sorted yet" in gridctl("duties", "trace", ending).out


@pytest.mark.parametrize(("typed", "lead"), [("2", "jiaojing"), ("环保分局", "huanbao")])
def test_in_a_terminal_the_candidates_are_asked_about(
    gridctl, reported, with_powers, ledger_folder, typed, lead
):
    with_powers(*TWO_LEADS)
    ending = reported("E0406")
    gridctl("file", ending)
    screen = typed_into(ledger_folder, typed, "dispatch", ending)
    assert "E0406 has more than one lead." in screen
    assert " 1. 城管执法中队 (chengguan) 市容条例" in screen
    assert json.loads(gridctl("show", ending, "--json").out)["lead"] == lead


def test_in_a_terminal_nothing_is_asked_where_the_matrix_has_the_answer(
    gridctl, reported, ledger_folder
):
    ending = reported("E0406")
    gridctl("file", ending)
    assert "By duty: E04 is for" in typed_into(ledger_folder, "", "dispatch", ending)


def typed_into(folder, line, *words):
    """What the screen shows of a call in a terminal that is answered with one line."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "gridctl", *words],
        cwd=folder,
        env=os.environ | {"GRIDCTL_NOW": "2026-11-24T11:00:00+08:00"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.write(ours, f"{line}\n".encode())
        process.wait(timeout=30)
    os.close(theirs)
    screen = os.read(ours, 65536).decode()
    os.close(ours)
    return screen


def commits(folder):
    done = subprocess.run(
        ["git", "-C", folder, "rev-list", "--count", "HEAD"], capture_output=True, check=True
    )
    return int(done.stdout)
