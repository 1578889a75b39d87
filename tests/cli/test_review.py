"""`gridctl review`: a range case by case, with what needs a second look."""

import json

import pytest
from past_month import DAY, collected, did, edited, extended_case, git

PAGE_ZH = """\
{start}（2026-11-24 08:00） → {end}（2026-11-24 12:07）
入账 7 次，办理记录 6 条
案件 1 件（新增 1、变动 0、办结 0）
! 时钟手工指定 7
! 代录 3（赵一（p01） 3）
! 时限加长 1
! 设置变动 1

{case}  店外经营  新增 → 待处理；期限推后 1 天（延期）
  2026-11-24 08:00  陈十（p10），由赵一（p01）代录  信息收集  {c0}
  2026-11-24 12:01  赵一（p01）  梳理上报：结论 上报  {c1}
  2026-11-24 12:02  赵一（p01）  建档立案：时限 1 自然日；说明 多家  {c2}
  2026-11-24 12:02  赵一（p01）  派遣：主办单位 城管执法中队（chengguan）  {c2}
  2026-11-24 12:03  朱执（p17），由赵一（p01）代录  申请延期：说明 人手不足  {c3}
  2026-11-24 12:04  赵一（p01）  延期  {c4}
  ! 时钟手工指定  第 1、2、3、4、5、6 条
  ! 代录  第 1、5 条：录入人 赵一（p01）
  ! 时限加长  第 3 条：1 自然日，立案条件为 2 紧急工作时

日志
  陈十（p10）  签到 1；时钟手工指定 1；代录 1 录入人 赵一（p01）

设置
  人员 p23 姓名变更：施无 → 施武  [2026-11-24 12:06  赵一（p01）  {c5}]
"""
PAGE_EN_MD = """\
## {start} (2026-11-24 08:00) → {end} (2026-11-24 12:07)

- records: 7; entries in cases: 6
- cases: 1 (new 1, changed 0, closed 0)

### To be looked at again

| what | how many |
|---|---|
| fixed clock | 7 |
| entered for another | 3 (赵一 (p01) 3) |
| longer limit | 1 |
| change of settings | 1 |

### Cases

#### `{case}` 店外经营

new → waits for handling; due 1 d later (extended)

- 2026-11-24 08:00 陈十 (p10), entered by 赵一 (p01) collected {c0}
- 2026-11-24 12:01 赵一 (p01) triaged: outcome report {c1}
- 2026-11-24 12:02 赵一 (p01) filed: limit 1 calendar days; note 多家 {c2}
- 2026-11-24 12:02 赵一 (p01) dispatched: lead unit 城管执法中队 (chengguan) {c2}
- 2026-11-24 12:03 朱执 (p17), entered by 赵一 (p01) extension asked for: note 人手不足 {c3}
- 2026-11-24 12:04 赵一 (p01) extended {c4}
- [ ] fixed clock entry 1, 2, 3, 4, 5, 6
- [ ] entered for another entry 1, 5: by 赵一 (p01)
- [ ] longer limit entry 3: 1 calendar days instead of 2 urgent hours

### Journals

- 陈十 (p10) sign-in 1; fixed clock 1; entered for another 1 by 赵一 (p01)

### Settings

- [ ] person p23 renamed: 施无 → 施武 \\[2026-11-24 12:06 赵一 (p01) {c5}\\]
"""


@pytest.fixture
def past(gridctl, ledger_folder):
    """Holes of the pages: both ends, the case, and every commit between."""
    start = git(ledger_folder, "rev-parse", "HEAD")[:7]
    case = extended_case(gridctl)
    edited(ledger_folder, "staff.yaml", "施无", "施武")
    did(gridctl, "record", now="12:06")
    did(gridctl, "sign", "in", "--as", "p10", now="12:07")
    made = git(ledger_folder, "rev-list", "--reverse", f"{start}..HEAD").split()
    holes = {f"c{place}": commit[:7] for place, commit in enumerate(made)}
    return holes | {"start": start, "end": made[-1][:7], "case": case[-5:]}


def test_text_and_a_pull_requests_body(gridctl, past):
    range_ = f"{past['start']}..HEAD"
    assert gridctl("review", range_, lang="zh").out == PAGE_ZH.format(**past)
    assert gridctl("review", range_, "--format", "md").out == PAGE_EN_MD.format(**past)


def told(gridctl, *words):
    answer = gridctl("review", *words, "--json")
    assert answer.code == 0, answer.err
    return json.loads(answer.out)


def test_json_has_stable_keys_and_whole_ids(gridctl, past):
    answer = told(gridctl, f"{past['start']}..HEAD")
    assert [*answer] == ["from", "to", "counts", "cases", "look", "settings", "journal"]
    [case] = answer["cases"]
    assert case["case"].startswith("qy-20261124-")
    assert [each["n"] for each in case["look"] if each["kind"] == "entered"] == [1, 5]
    assert answer["counts"]["entered"] == {"p01": 3}
    assert [each["more"] for each in answer["settings"]] == ["person p23 renamed: 施无 → 施武"]
    assert answer["journal"] == {
        "p10": {"kinds": {"sign-in": 1}, "late": 0, "fixed_clock": 1, "entered": {"p01": 1}}
    }


def test_a_quiet_record_needs_no_second_look(gridctl, ledger_folder, monkeypatch):
    git(ledger_folder, "commit", "-q", "--allow-empty", "-m", "nothing of the ledger")
    assert gridctl("review", lang="zh").out.endswith("没有需要复核的事项。\n")
    assert told(gridctl)["cases"] == []


def test_merges_mended_files_and_what_cannot_be_told(gridctl, ledger_folder, past):
    git(ledger_folder, "checkout", "-qb", "other", "HEAD~1")
    collected(gridctl, "路灯不亮", now="12:10", seed="2")
    git(ledger_folder, "checkout", "-q", "main")
    git(ledger_folder, "merge", "-q", "--no-edit", "other")
    path = next((ledger_folder / "cases").rglob(f"*{past['case']}.yaml"))
    sound = path.read_bytes()
    path.write_bytes(b"nonsense\n")
    git(ledger_folder, "commit", "-qam", "broken")
    path.write_bytes(sound)
    did(gridctl, "record", now="16:20")
    answer = told(gridctl, f"{past['end']}..HEAD")
    kinds = [each["kind"] for each in answer["look"] if each["case"] is None]
    assert sorted(kinds) == ["mended", "merge", "unread", "unread"]
    assert [each["title"] for each in answer["cases"]] == [
        "路灯不亮"
    ]  # told once, not by the merge
    assert len(answer["cases"][0]["events"]) == 1


def test_what_is_recorded_late_is_told_with_its_delay(gridctl, ledger_folder):
    case = collected(gridctl, "店外经营", now="2026-11-24T08:00:00+08:00", seed="1")
    note = ("note", case, "又见", "--at")
    did(gridctl, *note, f"{DAY}T09:00:00+08:00", now="2026-11-27T09:00:00+08:00")
    assert told(gridctl)["counts"]["look"]["late"] == 0
    did(gridctl, *note, f"{DAY}T09:00:00+08:00", now="2026-11-27T09:00:01+08:00")
    assert told(gridctl)["counts"]["look"]["late"] == 1
    assert "! late entry  entry 3: recorded 3 d later" in gridctl("review").out


def test_what_an_entry_says_is_told_on_one_short_line(gridctl):
    case = collected(gridctl, "店外经营", now="12:00", seed="1")
    did(gridctl, "note", case, "甲" * 27 + "\n乙丙", now="12:01")
    assert f"  noted: text {'甲' * 27}…  " in gridctl("review").out
    did(gridctl, "note", case, "甲" * 3 + "\n乙", now="12:02")
    assert "  备注：内容 甲甲甲 / 乙  " in gridctl("review", lang="zh").out
    did(gridctl, "note", case, "<b> [x](http://e)", now="12:03")
    assert r"noted: text \<b\> \[x\](http\://e)" in gridctl("review", "--format", "md").out


def test_hostile_text_stays_text(gridctl, ledger_folder):
    collected(gridctl, "[x] https://e www.e.cn <img> @all", now="12:00", seed="4")
    page = gridctl("review", "--format", "md").out
    assert r"` \[x\] https\://e www\.e.cn \<img\> \@all" in page


def kinds(gridctl, *words):
    """What there is to look at in cases, but for what every test has."""
    found = told(gridctl, *words)
    return [
        (each["kind"], each["more"])
        for each in found["look"]
        if each["kind"] not in ("fixed_clock", "entered", "longer_limit")
    ]


def test_each_kind_of_entry_that_needs_a_second_look(gridctl):
    case = extended_case(gridctl)  # until 12:04; extended once
    assert kinds(gridctl) == []
    did(gridctl, "extend", case, "--as", "p17", "--request", "--note", "仍不足", now="12:05")
    did(gridctl, "extend", case, "--approve", now="12:06")
    assert kinds(gridctl) == [("second_extension", None)]
    did(
        gridctl,
        "correct",
        case,
        "--field",
        "title",
        "--new",
        "店前经营",
        "--note",
        "写错",
        now="12:07",
    )
    assert kinds(gridctl) == [("corrected", "写错")]
    until = ("--until", "2026-12-31", "--note", "修路")
    did(gridctl, "suspend", case, "--as", "p17", "--request", *until, now="12:08")
    assert kinds(gridctl) == []
    did(gridctl, "suspend", case, "--as", "p02", "--approve", now="12:09")
    assert kinds(gridctl) == [("suspended", "2026-12-31")]
    did(gridctl, "resume", case, "--as", "p02", now="12:10")
    did(gridctl, "handle", case, "--as", "p17", "--done", "fixed", now="12:11")
    assert kinds(gridctl) == [("no_evidence", None)]
    did(gridctl, "feedback", case, "--told", "店主", now="12:12")
    did(gridctl, "verify", case, "--as", "p11", "--pass", now="12:13")
    assert kinds(gridctl) == [("no_evidence", None)]
    assert kinds(gridctl, "HEAD~3..HEAD") == [("no_evidence", None)]  # once for a case
    did(gridctl, "reopen", case, "--note", "又摆出来", now="12:14")
    assert kinds(gridctl) == [("reopened", "又摆出来")]


def test_evidence_anywhere_in_the_case_will_do(gridctl, tmp_path):
    case = extended_case(gridctl)
    photo = tmp_path / "后.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0 a picture")
    did(
        gridctl,
        "handle",
        case,
        "--as",
        "p17",
        "--done",
        "fixed",
        "--photo",
        str(photo),
        now="12:11",
    )
    assert kinds(gridctl) == []


def test_what_ends_without_a_word_to_the_reporter(gridctl):
    first = collected(gridctl, "路灯不亮", now="12:00", seed="5")
    second = collected(gridctl, "路灯又不亮", now="12:01", seed="6")
    did(gridctl, "triage", second, "--duplicate-of", first, now="12:02")
    assert kinds(gridctl) == [("no_feedback", None)]
    did(gridctl, "void", first, "--note", "误录", now="12:03")
    assert kinds(gridctl) == [("voided", "误录")]
