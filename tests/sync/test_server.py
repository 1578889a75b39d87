"""Servers: found and remembered, empty, refusing, unreachable, ahead; and what a clone says of them."""

import shutil

import pytest


def test_a_clone_without_a_server_is_told_how_to_name_one(a):
    a.git("remote", "remove", "origin")
    assert a("sync", code=10) == (
        "Error: This clone knows no server to sync with.\n"
        "Name it once: gridctl sync --server SERVER. Without one: gridctl sync --bundle FILE\n"
    )
    assert a("sync", code=10, lang="zh") == (
        "错误：本机还没有设置同步的服务器。\n"
        "设置一次即可：gridctl sync --server 地址；没有服务器时用文件：gridctl sync --bundle 文件\n"
    )


def test_a_server_that_is_named_once_is_remembered_and_an_empty_one_gets_all(a, town):
    a.git("remote", "remove", "origin")
    a.git("init", "-q", "--bare", str(town / "new server.git"))
    a.collect()
    assert a("sync", "--server", str(town / "new server.git")) == "Received: 0; sent: 2 (origin)\n"
    assert a("sync") == "Nothing new on either side (origin)\n"
    assert a.git("remote", "get-url", "origin") == str(town / "new server.git")
    a.git("clone", "-q", "-b", "main", str(town / "new server.git"), str(town / "c"))


def test_a_folder_is_named_from_where_a_person_stands(a, server):
    a.git("remote", "remove", "origin")
    (a.folder / "in").mkdir()
    a.folder, folder = a.folder / "in", a.folder
    a("sync", "--server", "../../server.git")
    a.folder = folder
    assert a.git("remote", "get-url", "origin") == str(server)


def test_a_dry_run_remembers_no_server(a, b, server, shared):
    a.git("remote", "remove", "origin")
    b("note", shared, "乙看过")
    b("sync")
    told = a("sync", "--dry-run", "--server", "../server.git")
    assert f"Received: 1; sent: 0 ({server})\n" in told
    assert (a.git("remote"), a.said(shared)) == ("", [])


def test_another_address_takes_the_place_of_the_one_before(a, town, server):
    shutil.copytree(server, town / "moved.git")
    a("sync", "--server", "../moved.git")
    a.collect()
    a("sync")
    assert a.git("ls-remote", "../moved.git", "main").split()[0] == a.head()
    assert a.git("ls-remote", str(server), "main").split()[0] != a.head()


def test_a_server_of_another_ledger_is_refused(a, town):
    other = town / "other"
    other.mkdir()
    for words in (("init", "-q", "-b", "main"), ("commit", "-q", "--allow-empty", "-m", "x")):
        a.git("-C", str(other), *words)
    before = a.head()
    assert a("sync", "--server", str(other), code=20) == (
        "Refused by the rule Y02: The other side holds another ledger: the two have no commit in common.\n"
        "Look at its address. A new clone begins with a copy of the server: git clone\n"
    )
    assert a.head() == before


def test_a_server_that_cannot_be_reached_loses_nothing(a, server, shared):
    a("note", shared, "甲看过")
    mine = a.head()
    server.rename(server.with_name("away"))
    told = a("sync", code=40)
    assert told.startswith(
        "Error: origin cannot be reached: fatal: '../server.git' does not appear"
    )
    assert told.endswith(
        "Your entries are kept in this clone. Look at the line and the address, then: gridctl sync\n"
    )
    assert "\\x0a" not in told
    assert (a.head(), a.said(shared)) == (mine, ["甲看过"])
    server.with_name("away").rename(server)
    assert a("sync") == "Received: 0; sent: 1 (origin)\n"


def test_a_server_that_refuses_says_why_and_the_next_sync_goes_through(a, b, shared, refusing):
    a("note", shared, "甲看过")
    a("sync")
    b("note", shared, "乙看过")
    with refusing("fetch first: 今天不收"):
        assert b("sync", code=40) == (
            "Error: origin refuses: fetch first: 今天不收\n"
            "Nothing is lost: your entries are kept in this clone. "
            "Mend what is named, then: gridctl sync\n"
        )
    assert b.said(shared) == ["甲看过", "乙看过"]
    assert b.git("status", "--porcelain") == ""
    assert b("sync") == "Received: 0; sent: 1 (origin)\n"


def test_what_a_hook_says_cannot_steer_the_terminal(a, shared, refusing):
    a("note", shared, "甲看过")
    with refusing("\x1b[31m red"):
        told = a("sync", code=40)
    assert "\x1b" not in told
    assert "\\x1b[31m red" in told


def faster(hook, town, times):
    """A server where somebody pushes just before anything is taken, so many times."""
    push = (
        f"git -C {town}/c commit -q --allow-empty -m faster && git -C {town}/c push -q --no-verify"
    )
    return hook(
        "unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_DIR",
        f'test -n "$FASTER" && exit 0; echo >> {town}/count',
        f"test $(wc -l < {town}/count) -gt {times} && exit 0",
        "export FASTER=1",
        f"cd {town}/c && {push}",
    )


@pytest.fixture
def third(a, town):
    """A third clone, of somebody who is fast."""
    a.git("clone", "-q", "../server.git", str(town / "c"))
    return town / "c"


def test_where_somebody_was_faster_it_begins_again(a, shared, third, hook, town):
    faster(hook, town, 2)
    a("note", shared, "甲看过")
    answer = a.json("sync")
    assert (answer["fetched"], answer["replayed"], answer["pushed"]) == (2, 1, 1)
    assert a.subjects("HEAD~3..HEAD") == [f"{shared} noted (v2→v3)", "faster", "faster"]


def test_after_eight_times_it_gives_up_and_keeps_all(a, shared, third, hook, town, monkeypatch):
    monkeypatch.setattr("gridctl.app.syncing.time.sleep", lambda _seconds: None)
    faster(hook, town, 99)
    a("note", shared, "甲看过")
    assert a("sync", code=50) == (
        "Error: Others were faster 8 times.\n"
        "Your entries are kept in this clone. Try again in a moment: gridctl sync\n"
    )
    assert a.said(shared) == ["甲看过"]
    assert len((town / "count").read_text()) == 8
    hook("exit 0")
    a("sync")


def test_a_branch_of_another_name_follows_its_own(a, b):
    for clone in (a, b):
        clone.git("switch", "-qc", "台账")
    case = a.collect()
    assert a("sync") == "Received: 0; sent: 2 (origin)\n"
    b("sync")
    assert b.did(case) == ["collected"]
    assert a.git("ls-remote", "origin").count("\n") == 2


def test_a_branch_that_follows_one_of_another_name_goes_there(b):
    b.git("switch", "-qc", "mine", "--track", "origin/main")
    b.collect()
    b("sync")
    assert b.git("ls-remote", "origin", "main").split()[0] == b.head()


def test_without_a_branch_nothing_is_done(a):
    a.git("checkout", "-q", "--detach")
    told = a("sync", code=40)
    assert "git switch main" in told


def test_a_server_of_another_name_than_origin_is_found(a):
    a.git("remote", "rename", "origin", "办事处")
    a.collect()
    assert a("sync") == "Received: 0; sent: 1 (办事处)\n"


@pytest.mark.parametrize("address", ["ext::sh -c touch%20ran", "--upload-pack=touch ran"])
def test_an_address_runs_no_program(address, a):
    a("sync", "--server", address, code=40)
    assert not (a.folder / "ran").exists()
