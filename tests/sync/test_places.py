"""Places: a ledger in a folder of a repository, in a second work tree, in a repository of another kind."""

import os
import shutil
import subprocess
import sys

import pytest
from clones import BEGUN, OFFICE, Clone, plain_git

from gridctl.app.founding import Foundation, found


def office_at(folder):
    """A ledger in `folder`, whose repository is there already."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("grids.yaml", "staff.yaml"):
        shutil.copy(OFFICE / name, folder / name)
    found(str(folder), Foundation(), BEGUN, language="zh", fixed_clock=True)


@pytest.fixture
def inside(tmp_path, clock, capfd, monkeypatch):
    """Two clones of a repository that holds a ledger in a folder, and other things beside it."""
    plain_git(tmp_path, "init", "-q", "--bare", "-b", "main", "server.git")
    plain_git(tmp_path, "clone", "-q", "server.git", "one")
    office_at(tmp_path / "one/台账 1")
    (tmp_path / "one/README.md").write_text("甲\n")
    plain_git(tmp_path / "one", "add", "-A")
    plain_git(tmp_path / "one", "commit", "-qm", "readme")
    plain_git(tmp_path / "one", "push", "-q", "origin", "HEAD:main")
    plain_git(tmp_path, "clone", "-q", "server.git", "two")
    return [Clone(tmp_path / name / "台账 1", clock, capfd, monkeypatch) for name in ("one", "two")]


def test_what_lies_outside_of_the_ledgers_folder_follows_as_well(inside):
    one, two = inside
    case = one.collect()
    one("sync")
    (two.folder.parent / "README.md").write_text("乙\n")
    (two.folder.parent / "其他.txt").write_text("乙\n")
    two.git("add", "-A", "..")
    two.git("commit", "-qm", "beside")
    two.collect("井盖松动")
    two("sync")
    assert two.git("show", "HEAD:README.md") == "乙"
    assert (two.folder.parent / "README.md").read_text() == "乙\n"
    assert two.git("show", "HEAD:其他.txt") == "乙"
    assert two.did(case) == ["collected"]
    one("sync")
    assert (one.folder.parent / "其他.txt").read_text() == "乙\n"
    assert one.git("status", "--porcelain") == two.git("status", "--porcelain") == ""


def test_what_both_changed_outside_is_held(inside):
    one, two = inside
    for clone in (one, two):
        (clone.folder.parent / "README.md").write_text(f"{clone.folder.parent.name}\n")
        clone.git("commit", "-qam", "beside")
    one("sync")
    mine = two.head()
    two("sync", code=1)
    assert two.git("for-each-ref", "--format=%(*objectname)", "refs/gridctl/held") == mine
    assert [each["path"] for each in two.json("held")] == ["/README.md"]
    two("held", "drop", "/README.md", "--yes")
    assert two.json("held") == []


def test_a_second_work_tree_syncs_its_own_branch(a, shared, town):
    a.git("worktree", "add", "-q", "-b", "side", str(town / "side"))
    side = Clone(town / "side", a._clock, a._capfd, a._monkeypatch)
    side("note", shared, "旁看过")
    main = a.head()
    side("sync")
    assert side.git("ls-remote", "origin", "side").split()[0] == side.head()
    assert (a.head(), a.said(shared)) == (main, [])


def test_a_shallow_clone_takes_and_gives(a, server, town, shared):
    for number in range(3):
        a("note", shared, f"甲{number}")
    a("sync")
    a.git("clone", "-q", "--depth", "2", f"file://{server}", str(town / "c"))
    c = Clone(town / "c", a._clock, a._capfd, a._monkeypatch)
    c("note", shared, "丙看过")
    a("note", shared, "甲3")
    a("sync")
    c("sync")
    a("sync")
    assert a.said(shared) == ["甲0", "甲1", "甲2", "甲3", "丙看过"]


def test_a_repository_of_longer_hashes_syncs_alike(tmp_path, clock, capfd, monkeypatch):
    kind = "--object-format=sha256"
    plain_git(tmp_path, "init", "-q", "--bare", "-b", "main", kind, "server.git")
    plain_git(tmp_path, "init", "-q", "-b", "main", kind, "one")
    office_at(tmp_path / "one")
    one = Clone(tmp_path / "one", clock, capfd, monkeypatch)
    one("sync", "--server", "../server.git")
    plain_git(tmp_path, "clone", "-q", "server.git", "two")
    two = Clone(tmp_path / "two", clock, capfd, monkeypatch)
    case = one.collect()
    one("sync")
    other = two.collect("井盖松动")
    two("sync")
    one("sync")
    assert one.head() == two.head()
    assert (one.did(other), two.did(case)) == (["collected"], ["collected"])
    one("sync", "--bundle", str(tmp_path / "stick"))


def test_a_clone_that_was_never_configured_syncs(a, b, shared):
    """No name, no address in git at all: there is nothing of one's own, and all is taken."""
    a("note", shared, "甲看过")
    a("sync")
    b.git("config", "--global", "--unset", "user.email")
    b.git("config", "--global", "--unset", "user.name")
    assert b("sync") == "Received: 1; sent: 0 (origin)\n"
    assert b.said(shared) == ["甲看过"]


def test_two_syncs_at_once_both_go_through(a, b, shared):
    a("note", shared, "甲看过")
    b("note", shared, "乙看过")
    running = []
    for clone in (a, b, a, b):
        words = [sys.executable, "-m", "gridctl", "sync"]
        environment = os.environ | {"GRIDCTL_NOW": "2026-11-24T12:00:00+08:00"}
        running.append(
            subprocess.Popen(
                words,
                cwd=clone.folder,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        )
    for process in running:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, (out, err)
    a("sync")
    b("sync")
    assert sorted(a.said(shared)) == sorted(["甲看过", "乙看过"])
    assert a.head() == b.head()
