"""`gridctl diff`: what differs between two states, by meaning."""

import json

import pytest
from past_month import DAY, collected, did, edited, extended_case, git

PAGE_EN = """\
{a} (2026-11-24 12:01) → {b} (2026-11-24 12:07)
cases: new 1, changed 1, closed 0; entries in journals: 1; changes of settings: 1
{new}  new → waits for triage; collected  路灯不亮
{old}  waits for filing → waits for handling; due 1 d later (extended); filed, dispatched, extension asked for, extended  店外经营

Journals
  陈十 (p10)  sign-in 1

Settings
  person p23 renamed: 施无 → 施武
"""
PAGE_ZH_MD = """\
## {a}（2026-11-24 12:01） → {b}（2026-11-24 12:07）

案件：新增 1、变动 1、办结 0；日志新记 1 条；设置变动 1 处

- `{new}` 路灯不亮: 新增 → 待梳理；信息收集
- `{old}` 店外经营: 待立案 → 待处理；期限推后 1 天（延期）；建档立案、派遣、申请延期、延期

### 日志

- 陈十（p10） 签到 1

### 设置

- 人员 p23 姓名变更：施无 → 施武
"""


@pytest.fixture
def past(gridctl, ledger_folder):
    """Holes of the pages: both ends and both cases."""
    case = extended_case(gridctl)
    new = collected(gridctl, "路灯不亮", now="12:05", seed="2")
    edited(ledger_folder, "staff.yaml", "施无", "施武")
    did(gridctl, "record", now="12:06")
    did(gridctl, "sign", "in", "--as", "p10", now="12:07")
    ends = {name: git(ledger_folder, "rev-parse", rev)[:7] for name, rev in ENDS.items()}
    return ends | {"old": case[-5:], "new": new[-5:]}


ENDS = {"a": "HEAD~6", "b": "HEAD"}


def test_text_and_markdown(gridctl, past):
    assert gridctl("diff", "HEAD~6..").out == PAGE_EN.format(**past)
    assert gridctl("diff", "HEAD~6..HEAD", "--format", "md", lang="zh").out == PAGE_ZH_MD.format(
        **past
    )


def test_json_has_stable_keys(gridctl, past):
    answer = json.loads(gridctl("diff", "HEAD~6..", "--json").out)
    assert [*answer] == ["from", "to", "counts", "cases", "journal", "settings", "unread"]
    assert answer["counts"] == {"new": 1, "moved": 1, "closed": 0}
    assert answer["journal"] == {"p10": {"sign-in": 1}}
    moved = answer["cases"][1]
    assert (moved["before"]["waits"], moved["after"]["waits"]) == ("file", "handle")
    assert moved["due_moved"] == [{"n": 6, "did": "extended", "hours": 24.0}]
    assert [each["did"] for each in moved["events"]][:2] == ["filed", "dispatched"]


def commits(gridctl, *words):
    answer = gridctl("diff", *words, "--json")
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)
    return tuple((told[end]["commit"] or "")[:7] for end in ("from", "to"))


def test_the_ends_of_a_range(gridctl, ledger_folder, past):
    head, before = (git(ledger_folder, "rev-parse", rev)[:7] for rev in ("HEAD", "HEAD~1"))
    root = git(ledger_folder, "rev-list", "--max-parents=0", "HEAD")[:7]
    assert commits(gridctl) == (before, head)
    assert commits(gridctl, head) == (before, head)
    assert commits(gridctl, "..") == ("", head)
    assert commits(gridctl, root) == ("", root)
    assert commits(gridctl, "--as-of", "HEAD~1") == commits(gridctl, "HEAD~1")
    assert commits(gridctl, "--as-of", "HEAD~1", "HEAD~1..HEAD") == commits(gridctl, "HEAD~1")


def test_days_and_periods_begin_with_the_state_before_them(gridctl, ledger_folder, past):
    last = git(ledger_folder, "rev-parse", "HEAD")[:7]
    collected(gridctl, "井盖缺失", now="2026-12-01T00:00:00+08:00", seed="3")
    head = git(ledger_folder, "rev-parse", "HEAD")[:7]
    assert commits(gridctl, "2026-12") == (last, head)
    assert commits(gridctl, "2026-11") == ("", last)
    assert commits(gridctl, "2026-11-24..2026-11-30") == ("", last)
    assert commits(gridctl, "2026-11-25..2026-11-30") == (last, last)
    assert commits(gridctl, "2026-12-01..HEAD") == (last, head)
    assert commits(gridctl, "HEAD~1..2026-12-01") == (last, head)
    nothing = gridctl("diff", "2026-10")
    assert (nothing.code, "The record begins on 2026-11-24." in nothing.err) == (10, True)
    assert gridctl("diff", "nope..HEAD").code == 10


def test_a_closed_case_and_an_altered_one(gridctl, ledger_folder, past):
    did(gridctl, "void", past["new"], "--note", "重复", now="12:10")
    assert f"{past['new']}  waits for triage → void; voided  路灯不亮\n" in gridctl("diff").out
    path = next((ledger_folder / "cases").rglob(f"*{past['old']}.yaml"))
    git(ledger_folder, "rm", "-q", str(path))
    git(ledger_folder, "commit", "-qm", "gone")
    told = gridctl("diff")
    assert (told.code, "What was recorded is gone." in told.out) == (0, True)


def test_what_follows_on_something_altered_is_told_all_the_same(gridctl, ledger_folder, past):
    before = git(ledger_folder, "rev-parse", "HEAD")
    path = next((ledger_folder / "cases").rglob(f"*{past['new']}.yaml"))
    path.write_text(path.read_text("utf-8").replace("路灯不亮", "路灯又不亮"), "utf-8")
    git(ledger_folder, "commit", "-qam", "altered")
    did(gridctl, "note", past["new"], "仍不亮", now="16:10")
    page = gridctl("diff", f"{before}..", lang="zh").out
    assert f"\n{past['new']}  待梳理；备注  路灯又不亮\n" in page
    [case] = json.loads(gridctl("diff", f"{before}..", "--json").out)["cases"]
    assert [each["did"] for each in case["events"]] == ["noted"]
    assert "What was recorded before was altered." in gridctl("diff", f"{before}..").out


def test_a_deadline_moved_alike_twice_is_told_once(gridctl, past):
    did(gridctl, "extend", past["old"], "--as", "p17", "--request", "--note", "仍缺", now="12:10")
    did(gridctl, "extend", past["old"], "--approve", now="12:11")
    assert "待处理；期限推后 1 天（延期）×2；" in gridctl("diff", "HEAD~8..", lang="zh").out
    assert "due 1 d later (extended)×2; " in gridctl("diff", "HEAD~8..").out


def test_a_person_who_begins_with_a_post_is_told_with_it(gridctl, ledger_folder):
    start = git(ledger_folder, "rev-parse", "HEAD")
    new = ("--name", "新九", "--home", "qy", "--kind", "officer", "--email", "p99@example.org")
    did(gridctl, "staff", "add", "p99", *new, now="12:00")
    post = ("--grid", "qy-dh-1", "--role", "patroller", "--since", DAY)
    did(gridctl, "staff", "post", "p99", *post, now="12:01")
    page = gridctl("diff", f"{start}..", lang="zh").out
    assert "设置变动 2 处\n" in page
    assert page.endswith(
        "\n设置\n  新增人员 新九（p99）\n  人员 新九（p99）：任职 东河北片（qy-dh-1） 巡查员，自 2026-11-24 起\n"
    )
    assert "! 设置变动 2\n" in gridctl("review", f"{start}..", lang="zh").out


def test_settings_that_cannot_be_read_at_one_end(gridctl, ledger_folder, past):
    edited(ledger_folder, "staff.yaml", "format: 1", "format: [1")
    git(ledger_folder, "commit", "-qam", "broken")
    told = gridctl("diff")
    assert (told.code, "staff.yaml: it cannot be read: " in told.out) == (0, True), told.err


def test_hostile_text_does_not_mark_up_markdown(gridctl, ledger_folder):
    collected(gridctl, "[x](http://e) <b>@all</b> | **急**", now="12:00", seed="4")
    page = gridctl("diff", "--format", "md").out
    assert r"\[x\](http\://e) \<b\>\@all\</b\> \| \*\*急\*\*: new" in page
