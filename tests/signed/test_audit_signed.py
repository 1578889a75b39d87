"""What audit says of signatures: which commit, which rule, and what stays unproved."""

import json

import pytest

from gridctl.domain.public_keys import in_line

COLLECT = ("collect", "路灯不亮", "--grid", "qy", "--source", "patrol")


@pytest.fixture
def keyed(gridctl, acts, keys):
    """赵一 has a key and has recorded with it; 陈十 has none and has recorded too."""
    acts("p02")
    assert gridctl("staff", "key", "p01", f"{keys['p01']}.pub").code == 0
    acts("p01", keys["p01"])
    assert gridctl(*COLLECT).code == 0
    acts("p10")
    assert gridctl("collect", "井盖缺失", "--grid", "qy-dh-1", "--source", "patrol").code == 0
    acts("p01", keys["p01"])


def test_an_honest_history_is_sound_and_names_who_had_no_key(gridctl, keyed):
    answer = gridctl("audit")
    assert (answer.code, answer.err) == (0, "")
    assert (
        "钱二 (p02), 陈十 (p10) had no key, so that it was really they who recorded is as sure as "
        "the right to push"
    ) in answer.out
    assert "陈十（p10）没有公钥" in gridctl("audit", lang="zh").out


@pytest.mark.parametrize("key", [None, "stray"])
def test_a_commit_in_anothers_name_is_found(gridctl, keyed, git, keys, key):
    assert gridctl("note", gridctl("list", "--ids").out.split()[0], "又见一处").code == 0
    config = ["-c", f"user.signingkey={keys[key]}"] if key else []
    git(*config, "commit", "-q", "--amend", "--no-edit", "-S" if key else "--no-gpg-sign")
    answer = gridctl("audit", "--json")
    assert answer.code == 1
    found = json.loads(answer.out)["violations"]
    assert [(each["commit"], each["rule"]) for each in found] == [(git("rev-parse", "HEAD"), "G01")]


def test_an_unsigned_merge_is_found_and_an_empty_commit_is_nobodys_record(gridctl, keyed, git):
    git("commit", "-q", "--allow-empty", "-m", "nothing")
    assert gridctl("audit").code == 0
    git("switch", "-q", "-c", "side", "HEAD~1")
    ids = gridctl("list", "--ids").out.split()
    assert gridctl("note", ids[0], "甲").code == 0
    git("switch", "-q", "main")
    assert gridctl("note", ids[1], "乙").code == 0
    git("merge", "-q", "--no-ff", "--no-gpg-sign", "side", "-m", "merged")
    found = json.loads(gridctl("audit", "--json").out)["violations"]
    assert [(each["commit"], each["rule"]) for each in found] == [(git("rev-parse", "HEAD"), "G01")]
    git("commit", "-q", "--amend", "--no-edit", "-S")
    assert gridctl("audit").code == 0


def test_what_is_replayed_is_signed_anew(gridctl, keyed, git, tmp_path, ledger_folder, acts, keys):
    server, other = tmp_path / "server.git", tmp_path / "other"
    git("clone", "-q", "--bare", ".", str(server))
    git("clone", "-q", str(server), str(other))
    git("remote", "add", "origin", str(server))
    first, second = gridctl("list", "--ids").out.split()
    assert gridctl("note", first, "甲").code == 0
    git("config", "user.name", "陈十", folder=other)
    git("config", "user.email", "p10@example.org", folder=other)
    from_there = ("-C", str(other))
    assert gridctl(*from_there, "note", second, "乙").code == 0
    assert gridctl(*from_there, "sync").code == 0
    acts("p01", keys["stray"])
    refused = gridctl("sync")
    assert (refused.code, "G01" in refused.err) == (20, True)
    acts("p01", keys["p01"])
    assert gridctl("sync").code == 0
    assert gridctl("audit").code == 0
    assert git("log", "-2", "--format=%an") == "赵一\n陈十"
    assert "\ngpgsig " in git("cat-file", "commit", "HEAD")


def test_a_key_given_to_oneself_by_plain_git_is_found(gridctl, acts, git, keys, ledger_folder):
    acts("p02")
    public = in_line(keys["p02"].with_name("p02.pub").read_text())
    staff = ledger_folder / "staff.yaml"
    entry = f"id: p02, keys: [{{key: {public}, since: 2026-11-24}}],"
    staff.write_text(staff.read_text("utf-8").replace("id: p02,", entry), "utf-8")
    assert gridctl("record").code == 20
    git("commit", "-aqm", "own")
    found = json.loads(gridctl("audit", "--json").out)["violations"]
    assert [(each["commit"], each["rule"]) for each in found] == [(git("rev-parse", "HEAD"), "R04")]
