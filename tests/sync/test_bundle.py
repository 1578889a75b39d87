"""A bundle on a stick: written first, carried there and back, and beside a server, with nothing doubled."""

import os

import pytest


@pytest.fixture
def stick(town):
    """Where the stick is: with blanks and Chinese in its name, as they are."""
    folder = town / "U 盘 (E)"
    folder.mkdir()
    return str(folder / "青云 台账.bundle")


def test_the_first_sync_writes_the_file_and_the_other_takes_it(a, b, stick):
    case = a.collect()
    assert a("sync", "--bundle", stick) == f"Received: 0; sent: 2 ({stick})\n"
    assert b("sync", "--bundle", stick) == f"Received: 1; sent: 0 ({stick})\n"
    assert b.did(case) == ["collected"]
    assert b("sync", "--bundle", stick, lang="zh") == f"两边都没有新记录（{stick}）\n"
    assert a.head() == b.head()


def test_there_and_back_both_have_both(a, b, stick, shared):
    a("note", shared, "甲看过")
    b("note", shared, "乙看过")
    a("sync", "--bundle", stick)
    answer = b.json("sync", "--bundle", stick)
    assert (answer["fetched"], answer["replayed"], answer["pushed"]) == (1, 1, 1)
    a("sync", "--bundle", stick)
    assert a.said(shared) == b.said(shared) == ["甲看过", "乙看过"]
    assert a.head() == b.head()


def test_nothing_but_the_file_is_left_on_the_stick_or_taken_from_it(a, stick, shared):
    for name in ("青云 台账.bundle.new", "别的.txt"):
        with open(os.path.join(os.path.dirname(stick), name), "w") as file:
            file.write("x")
    a("sync", "--bundle", stick)
    assert sorted(os.listdir(os.path.dirname(stick))) == [
        "别的.txt",
        "青云 台账.bundle",
        "青云 台账.bundle.new",
    ]


def test_a_new_clone_begins_with_the_file(a, stick, town, shared):
    a("note", shared, "甲看过")
    a("sync", "--bundle", stick)
    a.git("clone", "-q", stick, str(town / "new"))
    assert a.git("-C", str(town / "new"), "rev-parse", "HEAD") == a.head()


def test_entries_that_came_by_stick_are_not_doubled_by_the_server(a, b, stick, shared):
    """乙 gives her entries away on a stick, 甲 sends them on, and both have another on top."""
    b("note", shared, "乙看过")
    b("file", shared, "--to", "chengguan")
    b("sync", "--bundle", stick)
    a("note", shared, "甲看过")
    a("sync", "--bundle", stick)
    a("sync")
    b("note", shared, "乙又看过")
    assert b.json("sync")["held"] == []
    a("sync")
    assert a.said(shared) == b.said(shared)
    assert sorted(a.said(shared)) == ["乙又看过", "乙看过", "甲看过"]
    assert a.did(shared).count("filed") == 1
    assert a("audit")


def test_a_stick_that_lacks_what_the_server_has_is_answered_with_a_new_one(
    a, b, stick, town, shared
):
    """Nobody's sent entries are made anew; he who has the old state puts his own on top of the new."""
    b("note", shared, "乙看过")
    b("journal", "add", "visit", "走访", "--households", "8", "--for", "p10")
    b("sync", "--bundle", stick)
    a("note", shared, "甲看过")
    a("sync")
    mine = a.head()
    assert a("sync", "--bundle", stick, code=20) == (
        "Refused by the rule Y02: Entries of this clone that others have already are missing on "
        "the other side.\n"
        "It is older than what you have synced with, or was rewritten. If it is a file: give yours "
        "away in a new one, and have it brought back: gridctl sync --bundle FILE\n"
    )
    assert a.head() == mine
    a("sync", "--bundle", str(town / "new"))
    b("sync", "--bundle", str(town / "new"))
    a("sync", "--bundle", str(town / "new"))
    a("sync")
    b("sync")
    assert a.said(shared) == b.said(shared) == ["甲看过", "乙看过"]
    assert a.head() == b.head()
    assert len(a.json("journal", "show", "p10")["entries"]) == 1
    assert a("audit")


def test_entries_that_others_have_by_stick_and_the_server_anew_stand_once(a, b, stick, shared):
    """The server gets on before the stick does: the same entries stand there under other numbers."""
    b("note", shared, "乙看过")
    b("journal", "add", "visit", "走访", "--households", "8", "--for", "p10")
    b("sync", "--bundle", stick)
    a("sync", "--bundle", stick)
    a("note", shared, "甲看过")
    b("note", shared, "乙又看过")
    b("sync")
    a("sync")
    b("sync")
    assert a.said(shared) == b.said(shared) == ["乙看过", "乙又看过", "甲看过"]
    assert len(a.json("journal", "show", "p10")["entries"]) == 1
    assert a.head() == b.head()
    assert a("audit")


@pytest.mark.parametrize("content", ["no bundle", "", "# v2 git bundle\n"])
def test_a_file_that_is_no_bundle_is_left_alone(content, a, stick, shared):
    with open(stick, "w") as file:
        file.write(content)
    a("note", shared, "甲看过")
    mine = a.head()
    a("sync", "--bundle", stick, code=40)
    with open(stick) as file:
        assert file.read() == content
    assert a.head() == mine


def test_a_bundle_cut_short_is_not_taken(a, b, stick, shared):
    a("note", shared, "甲看过")
    a("sync", "--bundle", stick)
    with open(stick, "rb") as file:
        whole = file.read()
    with open(stick, "wb") as file:
        file.write(whole[:-100])
    b("note", shared, "乙看过")
    mine = b.head()
    assert "cannot be reached" in b("sync", "--bundle", stick, code=40)
    assert (b.head(), b.said(shared)) == (mine, ["乙看过"])
    with open(stick, "rb") as file:
        assert file.read() == whole[:-100]


def test_a_place_that_cannot_be_written_to_is_told(a, town, shared):
    told = a("sync", "--bundle", str(town / "nowhere" / "x.bundle"), code=40)
    assert "nowhere" in told
    assert a("sync", "--bundle", str(town), code=40)


def test_a_bundle_of_another_ledger_is_refused(a, town, stick):
    other = str(town / "other")
    a.git("init", "-q", "-b", "main", other)
    a.git("-C", other, "commit", "-q", "--allow-empty", "-m", "x")
    a.git("-C", other, "bundle", "create", "-q", stick, "main")
    assert "Y02" in a("sync", "--bundle", stick, code=20)


def test_a_bundle_that_holds_a_change_and_not_the_whole_is_told(a, b, stick, shared):
    a("note", shared, "甲看过")
    a.git("bundle", "create", "-q", stick, "HEAD~1..main")
    b("sync", "--bundle", stick)
    assert b.said(shared) == ["甲看过"]


def test_nothing_of_a_bundle_is_taken_that_breaks_a_rule(a, b, stick, shared):
    [path] = (a.folder / "cases").rglob(f"*-{shared}.yaml")
    path.write_text(path.read_text().replace("路灯不亮", "路灯全灭"))
    altered = a.commit("quietly")
    a.git("bundle", "create", "-q", stick, "main")
    [found] = b.json("sync", "--bundle", stick, code=1)["incoming"]
    assert (found["commit"], found["rule"]) == (altered, "C06")


def test_a_dry_run_writes_no_file(a, stick, shared):
    a("sync", "--bundle", stick, "--dry-run")
    assert os.listdir(os.path.dirname(stick)) == []
