"""Which server: what is kept in mind of each, by its name and branch, and what counts as shared with it."""

import shutil
import subprocess
from datetime import timedelta

import pytest
from clones import BEGUN, Clone

from gridctl.app.founding import Foundation, found


def test_a_second_remote_makes_nothing_shared(a, b, shared, town):
    b.git("init", "-q", "--bare", str(town / "backup.git"))
    b.git("remote", "add", "backup", str(town / "backup.git"))
    b("note", shared, "乙看过")
    b.git("push", "-q", "backup", "HEAD:main")
    assert "U03" in b("undo", code=20)
    a("note", shared, "甲看过")
    a("sync")
    assert b.json("sync")["pushed"] == 1
    assert b.said(shared) == ["甲看过", "乙看过"]


def test_each_branch_is_seen_by_itself(a, server, town, clock, capfd, monkeypatch):
    case = a.reported()
    a("sync")
    a.git("push", "-q", "origin", "HEAD:refs/heads/district")
    a("note", case, "主")
    a("sync")
    a.git("fetch", "-q")
    a.git("checkout", "-q", "-b", "district", "origin/district")
    assert a("sync") == "Nothing new on either side (origin)\n"
    a("note", case, "区")
    assert a.json("sync")["pushed"] == 1
    subprocess.run(
        ["git", "clone", "-q", "-b", "district", str(server), str(town / "c")], check=True
    )
    c = Clone(town / "c", clock, capfd, monkeypatch)
    assert c("sync") == "Nothing new on either side (origin)\n"
    assert c.said(case) == ["区"]


def test_a_branch_whose_name_only_ends_so_is_another(a, b, shared):
    a("note", shared, "甲看过")
    a("sync")
    a.git("push", "-q", "origin", "HEAD~2:refs/heads/a/refs/heads/main")
    a("note", shared, "又看过")
    a("sync")
    b("sync")
    assert b.said(shared) == ["甲看过", "又看过"]


@pytest.fixture
def other(town):
    """A server of another ledger."""
    folder = town / "other"
    folder.mkdir()
    for name in ("grids.yaml", "staff.yaml"):
        shutil.copy(town / "a" / name, folder / name)
    later = BEGUN + timedelta(hours=1)  # or it would be the very same commit
    found(str(folder), Foundation(), later, language="en", fixed_clock=True)
    return folder


def test_an_address_of_another_ledger_or_of_nothing_is_not_remembered(a, shared, other, town):
    before = a.git("remote", "get-url", "origin")
    assert "Y02" in a("sync", "--server", str(other), code=20)
    told = a("sync", "--server", str(town / "nowhere"), code=40)
    assert f"{town / 'nowhere'} cannot be reached" in told
    assert a.git("remote", "get-url", "origin") == before
    assert a("sync") == "Nothing new on either side (origin)\n"


def test_a_dry_run_counts_what_would_be_sent(a, b, shared):
    a("note", shared, "甲看过")
    a("sync")
    b("note", shared, "乙看过")
    head = b.head()
    answer = b.json("sync", "--dry-run")
    assert (answer["fetched"], answer["pushed"]) == (1, 1)
    assert b.head() == head
    assert b("sync", "--dry-run").startswith(
        "Dry run: nothing was taken and nothing sent.\nReceived: 1; sent: 1 (origin)\n"
    )


@pytest.fixture
def beside(town, clock, capfd, monkeypatch):
    """Two ledgers in one repository, 一 and 二, in two clones of it."""
    top = town / "r"
    top.mkdir()
    subprocess.run(["git", "init", "-q", "-b", "main", str(top)], check=True)
    for name in ("one", "two"):
        (top / name).mkdir()
        for file in ("grids.yaml", "staff.yaml"):
            shutil.copy(town / "a" / file, top / name / file)
        found(str(top / name), Foundation(), BEGUN, language="zh", fixed_clock=True)
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(town / "r.git")], check=True)
    subprocess.run(["git", "remote", "add", "origin", "../r.git"], cwd=top, check=True)
    here = [Clone(top / name, clock, capfd, monkeypatch) for name in ("one", "two")]
    here[0].git("config", "user.email", "p01@example.org")
    here[0].git("config", "user.name", "赵一")
    here[0]("sync")
    subprocess.run(["git", "clone", "-q", str(town / "r.git"), str(town / "r2")], check=True)
    return here, [Clone(town / "r2" / name, clock, capfd, monkeypatch) for name in ("one", "two")]


def test_the_ledger_beside_is_looked_through_before_anything_is_sent_or_taken(beside, town):
    (one, two), (one_there, _two_there) = beside
    case = two.reported()
    one("sync")
    [path] = (two.folder / "cases").rglob(f"*-{case}.yaml")
    path.write_text(path.read_text().replace("路灯不亮", "路灯全灭"))
    bad = one.commit("quietly")
    [first, *_rest] = one.json("sync", code=1)["outgoing"]
    assert (first["commit"], first["path"]) == (bad, f"/two/{path.relative_to(two.folder)}")
    one.git("push", "-q", "origin", "HEAD:main")
    assert one_there.json("sync", code=1)["incoming"][0]["commit"] == bad
