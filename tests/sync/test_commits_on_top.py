"""The commits of a replay: author and his date stay, the message is told anew, history is one straight line."""

import os

LOG = "--format=%an|%ae|%aI|%cI"


def test_author_and_his_date_stay_and_the_committers_date_is_that_of_the_sync(a, b, shared):
    a("note", shared, "甲看过")
    a("sync")
    b.git("config", "user.name", "钱二")
    b.is_clerk("p02")
    b("note", shared, "乙看过", now="2026-11-24T10:00:00+08:00")
    b.git("config", "user.name", "孙三")
    b.is_clerk("p03")
    b("sync", now="2026-11-24T11:00:00+08:00")
    assert b.git("log", "-1", LOG).split("|") == [
        *("钱二", "p02@example.org", "2026-11-24T10:00:00+08:00"),
        "2026-11-24T11:00:00+08:00",
    ]
    assert b("audit")


def test_the_message_is_told_anew_of_what_follows(a, b, shared):
    b("note", shared, "乙看过")
    first = b.git("log", "-1", "--format=%B")
    a("note", shared, "甲看过")
    a("sync")
    b("sync")
    assert b.git("log", "-1", "--format=%B") == first.replace("v2→v3", "v3→v4")
    assert f"{shared} noted (v2→v3)" in first


def test_that_a_clock_was_fixed_stays_told(a, b, shared):
    b("note", shared, "乙看过")
    assert "\nClock: fixed" in b.git("log", "-1", "--format=%B")
    a("note", shared, "甲看过")
    a("sync")
    b("sync")
    assert "\nClock: fixed" in b.git("log", "-1", "--format=%B")


def test_that_a_clock_was_not_fixed_is_not_told(a, b, shared):
    b("note", shared, "乙看过")
    said = b.git("log", "-1", "--format=%B").replace("\nClock: fixed", "")
    b.git("commit", "-q", "--amend", "-m", said)
    a("note", shared, "甲看过")
    a("sync")
    b("sync")
    assert b.subjects()[0] == f"{shared} noted (v3→v4)"
    assert "Clock:" not in b.git("log", "-1", "--format=%B")


def test_history_is_one_straight_line_whatever_happened(a, b, shared):
    for turn in range(3):
        a("note", shared, f"甲{turn}")
        b("note", shared, f"乙{turn}")
        (a, b)[turn % 2]("sync")
        (b, a)[turn % 2]("sync")
    a("sync")
    b("sync")
    assert b.said(shared) == ["甲0", "乙0", "乙1", "甲1", "甲2", "乙2"]
    assert b.git("rev-list", "--merges", "--count", "HEAD") == "0"
    assert a.head() == b.head()


def test_a_clean_merge_of_plain_git_is_sent_as_it_is(a, b, shared):
    other = a.collect("井盖松动")
    a("sync")
    b("note", shared, "乙看过")
    b.git("fetch", "-q")
    b.git("merge", "-q", "--no-edit", "origin/main")
    merged = b.head()
    assert b.json("sync")["pushed"] == 1
    assert b.head() == merged
    a("sync")
    assert (a.head(), a.did(other), a.said(shared)) == (merged, ["collected"], ["乙看过"])
    assert a("audit")


def test_a_merge_of_plain_git_is_straightened_where_others_were_faster(a, b, shared):
    a.collect("井盖松动")
    a("sync")
    b("note", shared, "乙看过")
    b.git("fetch", "-q")
    b.git("merge", "-q", "--no-edit", "origin/main")
    a("note", shared, "甲看过")
    a("sync")
    b("sync")
    assert b.said(shared) == ["甲看过", "乙看过"]
    assert b.git("rev-list", "--merges", "--count", "HEAD") == "0"
    assert b("audit")


def test_folder_and_index_stand_where_history_stands(a, b, shared):
    b("note", shared, "乙看过")
    mine = b.collect("井盖松动")
    a("note", shared, "甲看过")
    a.commit(files={"README.md": "甲\n"})
    a("sync")
    b("sync")
    assert b.git("status", "--porcelain") == ""
    assert (b.folder / "README.md").read_text() == "甲\n"
    assert mine in b("list", "--ids")
    assert b("check")
    assert b.git("fsck", "--strict", "--no-dangling") == ""


def test_what_was_there_before_a_sync_is_kept_under_a_ref(a, b, shared):
    b("note", shared, "乙看过")
    mine = b.head()
    a("note", shared, "甲看过")
    a("sync")
    b("sync")
    assert b.git("rev-parse", "refs/gridctl/before") == mine
    assert "gridctl sync" in b.git("reflog", "-1", "HEAD")


def test_variables_of_git_locale_and_zone_steer_nothing(a, b, shared, monkeypatch, tmp_path):
    b("note", shared, "乙看过")
    a("note", shared, "甲看过")
    a("sync")
    for name, value in {
        "GIT_DIR": str(tmp_path / "elsewhere"),
        "GIT_WORK_TREE": str(tmp_path),
        "GIT_INDEX_FILE": str(tmp_path / "index"),
        "GIT_AUTHOR_NAME": "somebody",
        "GIT_COMMITTER_DATE": "2001-01-01T00:00:00Z",
        "GIT_SSH_COMMAND": "false",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "remote.origin.url",
        "GIT_CONFIG_VALUE_0": "nowhere",
        "LC_ALL": "C",
        "LANGUAGE": "de",
        "TZ": "America/New_York",
    }.items():
        monkeypatch.setenv(name, value)
    answer = b.json("sync")
    assert (answer["replayed"], answer["pushed"]) == (1, 1)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    assert b.git("log", "-1", "--format=%cI %an") == "2026-11-24T09:07:00+08:00 赵一"


def elsewhere(clone):
    """All refs but the one that what was fetched lies under."""
    refs = clone.git("show-ref", "--head").split("\n")
    return [ref for ref in refs if "refs/gridctl/incoming" not in ref and "refs/remotes" not in ref]


def test_a_dry_run_tells_and_changes_nothing(a, b, shared):
    a("void", shared, "--note", "重复")
    a("sync")
    b("file", shared)
    mine = b.head()
    refs = elsewhere(b)
    assert b("sync", "--dry-run", code=1).startswith(
        "Dry run: nothing was taken and nothing sent.\nReceived: 1; sent: 0 (origin)\n"
    )
    assert (b.head(), b.did(shared)[-1], b.json("held")) == (mine, "filed", [])
    assert elsewhere(b) == refs
    assert b.git("status", "--porcelain") == ""
