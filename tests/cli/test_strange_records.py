"""What `review` says of commits that are dated back or made by another, and of a clone that is cut off."""

import json
import os
import subprocess

import pytest
from past_month import DAY, collected, edited, extended_case, git


def committed(folder, when, *words, email="p01@example.org", name="赵一"):
    """A commit by plain git, of what is staged."""
    who = {"GIT_COMMITTER_DATE": when}
    for part in ("AUTHOR", "COMMITTER"):
        who |= {f"GIT_{part}_EMAIL": email, f"GIT_{part}_NAME": name}
    call = ["git", "-C", str(folder), "commit", "-q", "--allow-empty", "-m", "x", *words]
    subprocess.run(
        call, check=True, env=os.environ | who | {"GIT_AUTHOR_DATE": f"{DAY}T12:00:00+08:00"}
    )
    return git(folder, "rev-parse", "HEAD")[:7]


def looked(gridctl, *words):
    answer = gridctl("review", *words, "--json")
    assert answer.code == 0, answer.err
    return [(each["kind"], each["more"]) for each in json.loads(answer.out)["look"]]


@pytest.fixture
def noon(gridctl):
    """The last record is of noon."""
    return collected(gridctl, "店外经营", now="12:00", seed="1")


def test_a_clock_set_back_is_told_with_how_far(gridctl, ledger_folder, noon):
    made = committed(ledger_folder, "2026-11-22T09:30:00+08:00")
    assert looked(gridctl) == [("clock_back", {"hours": 50.5})]
    assert gridctl("review", lang="zh").out.endswith(
        "\n入账记录\n  时钟倒退：入账时间 2026-11-22 09:30，比上一条入账记录早 2 天 2 小时"
        f"  [2026-11-24 12:00  赵一（p01）  {made}]\n"
    )
    assert (
        "- [ ] clock went back: dated 2026-11-22 09:30, 2 d 2 h before the record that it follows "
        in gridctl("review", "--format", "md").out.replace("\\", "")
    )
    assert "时钟倒退 1\n" in gridctl("review", lang="zh").out


@pytest.mark.parametrize(
    ("when", "found"), [("11:55:00", []), ("11:54:59", [("clock_back", {"hours": 0.08})])]
)
def test_clocks_may_differ_by_five_minutes(gridctl, ledger_folder, noon, when, found):
    committed(ledger_folder, f"{DAY}T{when}+08:00")
    assert looked(gridctl) == found


def test_a_clock_set_back_breaks_no_rule(gridctl, noon):
    collected(gridctl, "路灯不亮", now="11:00", seed="2")
    assert gridctl("audit").code == 0
    assert ("clock_back", {"hours": 1.0}) in looked(gridctl)


def test_who_recorded_in_anothers_name_is_named(gridctl, ledger_folder, noon):
    made = committed(ledger_folder, f"{DAY}T12:00:00+08:00", email="p10@example.org", name="陈十")
    assert looked(gridctl) == []  # git takes both from the one who commits
    words = ("--author", "赵一 <p01@example.org>")
    made = committed(
        ledger_folder, f"{DAY}T12:00:00+08:00", *words, email="P10@example.org", name="陈十"
    )
    assert looked(gridctl) == [("by_another", {"name": "陈十", "staff": "p10"})]
    assert gridctl("review", lang="zh").out.endswith(
        "\n入账记录\n  他人代入账：署名 赵一（p01），实际入账 陈十（p10）"
        f"  [2026-11-24 12:00  赵一（p01）  {made}]\n"
    )
    assert "in the name of 赵一 (p01), but recorded by 陈十 (p10)" in gridctl("review").out


def test_the_case_of_an_address_makes_nobody_another(gridctl, ledger_folder, noon):
    words = ("--author", "赵一 <P01@Example.org>")
    committed(ledger_folder, f"{DAY}T12:00:00+08:00", *words)
    assert looked(gridctl) == []


def test_a_committer_whom_nobody_knows_is_shown_as_git_has_him(gridctl, ledger_folder, noon):
    words = ("--author", "赵一 <p01@example.org>")
    committed(ledger_folder, f"{DAY}T12:00:00+08:00", *words, email="x@y", name="a\x1b[31mb")
    page = gridctl("review").out
    assert "\x1b" not in page
    assert "but recorded by a" in page


def test_a_clone_that_is_cut_off_says_so(gridctl, ledger_folder, tmp_path):
    case = extended_case(gridctl)
    cut = git(ledger_folder, "rev-parse", "HEAD~1")[:7]
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{ledger_folder}", str(clone))
    for words in (("log", case), ("log",), ("diff",), ("review", "2026-11")):
        for lang, said in (
            ("zh", f"注意：{cut} 以前的历史不在本机。\n"),
            ("en", f"Warning: The history before {cut} is not here.\n"),
        ):
            answer = gridctl("-C", str(clone), *words, lang=lang)
            assert (answer.code, answer.err) == (0, said)
        assert gridctl(*words).err == ""


def test_audit_takes_periods_and_days(gridctl, ledger_folder):
    collected(gridctl, "店外经营", now="2026-11-30T09:00:00+08:00", seed="1")
    collected(gridctl, "路灯不亮", now="2026-12-01T09:00:00+08:00", seed="2")
    now = "2026-12-02T09:00:00+08:00"

    def commits(word):
        answer = gridctl("audit", word, "--json", now=now)
        assert answer.code == 0, answer.err
        told = json.loads(answer.out)
        assert told["range"] == word
        return told["commits"]

    assert commits("2026-11") == 2
    assert commits("2026-12") == commits("this-month") == commits("本月") == 1
    assert commits("2026-11-30..2026-12-01") == 2
    assert commits("2026-11-30..") == 2
    assert commits("..2026-11-30") == 2
    assert commits("HEAD~1..2026-12-01") == 1
    assert commits("HEAD") == 3  # a revision alone: all that led to it
    assert gridctl("audit", "2026-10").code == 10


def test_audit_of_days_reads_the_zone_where_settings_are_broken(gridctl, ledger_folder):
    edited(ledger_folder, "staff.yaml", "format: 1", "format: [1")
    git(ledger_folder, "commit", "-qam", "broken")
    answer = gridctl("audit", "2026-11")
    assert (answer.code, "staff.yaml" in answer.out) == (1, True), answer.err
