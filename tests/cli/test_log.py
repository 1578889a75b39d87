"""`gridctl log`: the story of a case, a grid, a unit, a person, and of everything."""

import json

import pytest
from past_month import DAY, collected, did, edited, extended_case, git

CASE_EN = """\
{id}  青云网案〔2026〕1号
店外经营

2026-11-24 08:00  陈十 (p10), entered by 赵一 (p01)  collected: title 店外经营; kind problem; grid 东河北片 (qy-dh-1); source patrol  [recorded 2026-11-24 12:00, 4 h later, clock set by hand, {c5}]
2026-11-24 12:01  赵一 (p01)  triaged: outcome report; severity normal; category E0406 Trading on the road or pavement  [clock set by hand, {c4}]
2026-11-24 12:02  赵一 (p01)  filed: number 青云网案〔2026〕1号; category E0406 Trading on the road or pavement; filing condition 1. Stall on a road, bridge or square; limit 1 calendar days; note 多家  [clock set by hand, {c3}]
2026-11-24 12:02  赵一 (p01)  dispatched: lead unit 城管执法中队 (chengguan); due 2026-11-25 12:02  [clock set by hand, {c3}]
2026-11-24 12:03  朱执 (p17), entered by 赵一 (p01)  extension asked for: note 人手不足  [clock set by hand, {c2}]
2026-11-24 12:04  赵一 (p01)  extended: due 2026-11-26 12:02  [clock set by hand, {c1}]
"""
UNIT_ZH = """\
2026-11-24 12:04  {ending}  赵一（p01）  延期：办理期限 2026-11-26 12:02  [时钟为手工指定、{c1}]
2026-11-24 12:03  {ending}  朱执（p17），由赵一（p01）代录  申请延期：说明 人手不足  [时钟为手工指定、{c2}]
"""


@pytest.fixture
def case(gridctl):
    return extended_case(gridctl)


def short(folder, back):
    return git(folder, "rev-parse", f"HEAD~{back}")[:7]


def test_a_case_is_told_from_its_beginning(gridctl, ledger_folder, case):
    ids = {f"c{n}": short(ledger_folder, n - 1) for n in range(1, 6)}
    assert gridctl("log", case).out == CASE_EN.format(id=case, **ids)
    assert gridctl("log", case[-5:]).out == CASE_EN.format(id=case, **ids)


def test_a_unit_is_told_from_the_newest_back_and_only_so_far(gridctl, ledger_folder, case):
    answer = gridctl("log", "城管", "-n", "2", lang="zh")
    ids = {"c1": short(ledger_folder, 0), "c2": short(ledger_folder, 1)}
    assert answer.out == UNIT_ZH.format(ending=case[-5:], **ids)
    assert answer.err == "注意：还有更多记录，可用 --limit 查看。\n"
    assert gridctl("log", "城管", "-n", "3").err == "Warning: There is more; --limit shows it.\n"
    assert gridctl("log", "城管", "-n", "4").err == ""


def dids(answer):
    return [each["did"] for each in json.loads(answer.out)]


def test_a_unit_has_a_case_from_its_order_on(gridctl, case):
    orders = ["extended", "extension_requested", "dispatched", "filed"]
    assert dids(gridctl("log", "城管", "--json")) == orders


def test_a_grid_has_what_happened_below_it(gridctl, case):
    everything = ["extended", "extension_requested", "dispatched", "filed", "triaged", "collected"]
    assert dids(gridctl("log", "东河", "--json")) == everything
    assert dids(gridctl("log", "qy-dh-1", "--json")) == everything
    assert gridctl("log", "qy-xs").out == "Nothing is recorded of it.\n"


def test_a_person_has_what_he_did_and_typed(gridctl, case):
    assert dids(gridctl("log", "p17", "--json")) == ["extension_requested"]
    assert dids(gridctl("log", "陈十", "--json")) == ["collected"]
    assert dids(gridctl("log", "赵一", "--json"))[:2] == ["extended", "extension_requested"]


def test_settings_and_journals_are_told_by_meaning(gridctl, ledger_folder):
    edited(
        ledger_folder,
        "staff.yaml",
        "email: p23@example.org, kind: enforcement",
        "email: p23@example.org, kind: enforcement, posts: [{grid: qy, role: enforcer, since: 2026-11-24}]",
    )
    did(gridctl, "record", now="12:06")
    did(gridctl, "sign", "in", "--as", "p10", now="12:07")
    assert gridctl("log", "p23", lang="zh").out == (
        "2026-11-24 12:06  赵一（p01）  设置：人员 施无（p23）：任职 青云街道（qy） 执法人员，"
        f"自 2026-11-24 起  [时钟为手工指定、{short(ledger_folder, 1)}]\n"
    )
    assert gridctl("log", "p10").out == (
        "2026-11-24 12:07  journal  陈十 (p10), entered by 赵一 (p01)  sign-in  "
        f"[clock set by hand, {short(ledger_folder, 0)}]\n"
    )
    founded = gridctl("log", lang="zh").out.splitlines()[-1]
    assert "新增 grids.yaml：网格 8；新增 staff.yaml：部门 4、人员 26" in founded


def test_what_is_asked_as_of_the_past_knows_nothing_later(gridctl, case):
    assert len(dids(gridctl("log", case, "--as-of", "HEAD~2", "--json"))) == 4
    assert len(dids(gridctl("log", "东河", "--as-of", "HEAD~2", "--json"))) == 4


def test_since_counts_by_the_day_of_recording(gridctl, case):
    did(
        gridctl,
        "note",
        case,
        "又见",
        "--at",
        f"{DAY}T13:00:00+08:00",
        now="2026-11-25T09:00:00+08:00",
    )
    assert dids(gridctl("log", "--since", "2026-11-25", "--json")) == ["noted"]
    assert dids(gridctl("log", case, "--since", "2026-11-25", "--json")) == ["noted"]
    assert gridctl("log", "--since", "gestern").code == 2
    for word, found in (("昨天", 1), ("yesterday", 1), ("前天", 7), ("today", 0), ("今天", 0)):
        now = "2026-11-25T17:00:00Z"  # where the ledger is, the 26th has begun
        assert len(dids(gridctl("log", case, "--since", word, "--json", now=now))) == found


def test_what_plain_git_altered_is_named_and_the_rest_is_told(gridctl, ledger_folder, case):
    path = next((ledger_folder / "cases").rglob("*.yaml"))
    path.write_text(path.read_text(encoding="utf-8").replace("店外经营", "店内经营"), "utf-8")
    git(ledger_folder, "commit", "-qam", "x\x1b[31m")
    told = gridctl("log", case)
    assert told.code == 0
    assert "What was recorded before was altered." in told.out
    assert "[not found on record]" in told.out  # the first entry is no longer what was recorded
    path.write_text("nonsense\n", encoding="utf-8")
    git(ledger_folder, "commit", "-qam", "y")
    assert gridctl("log", case).code == 30
    assert gridctl("log").code == 0
    assert f"{path.relative_to(ledger_folder)}: " in gridctl("log", "-n", "1").out


def test_a_merge_adds_nothing(gridctl, ledger_folder, case):
    git(ledger_folder, "checkout", "-qb", "other", "HEAD~1")
    collected(gridctl, "路灯不亮", now="12:10", seed="2")
    git(ledger_folder, "checkout", "-q", "main")
    git(ledger_folder, "merge", "-q", "--no-edit", "other")
    assert sorted(dids(gridctl("log", "东河", "--json"))).count("collected") == 2
    assert len(dids(gridctl("log", case, "--json"))) == 6


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("zzzz9", "There is no case “zzzz9”."),
        ("城馆执法中队", "Did you mean 城管执法中队 (chengguan)?"),
        ("nobody", "There is no case, grid, unit or person “nobody”."),
    ],
)
def test_a_word_that_names_nothing(gridctl, case, word, said):
    answer = gridctl("log", word)
    assert (answer.code, said in answer.err) == (10, True), answer.err
