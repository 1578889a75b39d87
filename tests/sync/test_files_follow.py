"""Other files of the repository: they follow as they are, or are held; a case changed by plain git is a file."""

import os
import subprocess

import pytest

NAMES = (
    "README.md",
    "docs/值班 表.txt",
    "~backup.lock",
    "a..b/@{now}",
    "x.lock/ a?b*[c]^:\\d",
    "notes.",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_follows_whatever_its_name(name, a, b, shared):
    a("note", shared, "甲看过")
    a("sync")
    b.commit(files={name: "值班：乙\n"})
    mine = b.head()
    answer = b.json("sync")
    assert (answer["replayed"], answer["held"], answer["pushed"]) == (1, [], 1)
    assert b.git("show", f"HEAD:{name}") == "值班：乙"
    assert b.head() != mine
    a("sync")
    assert (a.folder / name).read_text() == "值班：乙\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_both_changed_is_held_whatever_its_name(name, a, b):
    a.commit(files={name: "值班：甲\n"})
    a("sync")
    b.commit(files={name: "值班：乙\n"})
    mine = b.head()
    [held] = b.json("sync", code=1)["held"]
    assert (held["path"], held["rule"], held["commit"]) == (name, "Y06", mine)
    assert (b.folder / name).read_text() == "值班：甲\n"
    assert [each["path"] for each in b.json("held")] == [name]
    assert b.json("held", "drop", name, "--yes")[0]["path"] == name
    assert b.json("held") == []
    assert b.git("for-each-ref", "refs/gridctl/held") == ""


def test_bytes_that_are_no_utf_8_in_a_name_are_held_and_dropped(a, b):
    for clone in (a, b):
        with open(bytes(clone.folder) + b"/\xb5\xa5.txt", "w") as file:
            file.write(clone.name)
        clone.commit()
    a("sync")
    mine = b.head()
    assert mine[:7] in b("sync", code=1)
    assert b("held", "drop", mine[:7], "--yes")
    assert b("held") == "Nothing is held back.\n"


def test_a_file_that_only_one_side_removed_is_removed(a, b):
    a.commit(files={"README.md": "一\n", "b.txt": "二\n"})
    a("sync")
    b("sync")
    a.collect()
    a("sync")
    b.commit(files={"README.md": None})
    b("sync")
    a("sync")
    assert not (a.folder / "README.md").exists()


def test_a_link_and_an_executable_follow_as_they_are(a, b, shared):
    a("note", shared, "甲看过")
    a("sync")
    (b.folder / "run.sh").write_text("#!/bin/sh\n")
    (b.folder / "run.sh").chmod(0o755)
    (b.folder / "link").symlink_to("run.sh")
    b.commit()
    b("sync")
    modes = [line.split()[0] for line in b.git("ls-tree", "HEAD", "link", "run.sh").split("\n")]
    assert modes == ["120000", "100755"]
    a("sync")
    assert os.access(a.folder / "run.sh", os.X_OK)
    assert "run.sh" not in a.git("status", "--porcelain")


def test_of_a_commit_with_a_case_and_a_file_the_file_is_held_and_the_case_follows(a, b, shared):
    a.commit(files={"README.md": "甲\n"})
    a("sync")
    b("note", shared, "乙看过")
    (b.folder / "README.md").write_text("乙\n")
    b.git("add", "-A")
    b.git("commit", "-q", "--amend", "--no-edit")
    [held] = b.json("sync", code=1)["held"]
    assert held["path"] == "README.md"
    assert b.said(shared) == ["乙看过"]


def case_file(clone, case):
    [path] = (clone.folder / "cases").rglob(f"*-{case}.yaml")
    return str(path.relative_to(clone.folder))


def test_a_case_altered_by_plain_git_is_never_sent(a, b, server, shared):
    a.collect("井盖松动")
    a("sync")
    b.edit(case_file(b, shared), "title: 路灯不亮", "title: 路灯全灭")
    altered = b.commit("quietly")
    before = subprocess.check_output(["git", "rev-parse", "main"], cwd=server)
    answer = b.json("sync", code=1)
    assert (answer["pushed"], answer["incoming"], answer["held"]) == (0, [], [])
    assert {each["rule"] for each in answer["outgoing"]} == {"C02"}
    assert answer["outgoing"][0]["case"][-5:] == shared
    assert subprocess.check_output(["git", "rev-parse", "main"], cwd=server) == before
    again = b.json("sync", code=1)["outgoing"]
    assert again
    assert altered != again[0]["commit"]
    told = b("sync", code=1)
    assert told.startswith("Nothing was sent: what is yours breaks the rules.\n")
    bad = again[0]["commit"][:10]
    assert told.endswith(f"Next: gridctl sync --hold {bad}\n  or: gridctl diff {bad}~1..{bad}\n")
    assert b("sync", code=1, lang="zh").startswith("没有发送：本机的记录不合规定。\n")


def test_a_case_removed_by_plain_git_is_never_sent(b, shared):
    b.commit("gone", {case_file(b, shared): None})
    answer = b.json("sync", code=1)
    assert [each["rule"] for each in answer["outgoing"]] == ["C07"]
    assert answer["pushed"] == 0


def test_a_case_that_the_other_side_moved_and_plain_git_altered_is_held(a, b, shared):
    a("note", shared, "甲看过")
    a("sync")
    b.edit(case_file(b, shared), "title: 路灯不亮", "title: 路灯全灭")
    b.commit("quietly")
    [held] = b.json("sync", code=1)["held"]
    assert held["rule"] == "Y06"
    assert b.shows(shared)["title"] == "路灯不亮"
    assert b.head() == a.head()
