"""resolve: a merge or rebase of plain git that stopped is given up, and both sides are brought together."""

import pytest


def case_file(clone, case):
    [path] = (clone.folder / "cases").rglob(f"*-{case}.yaml")
    return str(path.relative_to(clone.folder))


@pytest.fixture
def clash(a, b, shared):
    """A case that both have written to; 乙 has fetched."""
    a("note", shared, "甲看过")
    a("sync")
    b("note", shared, "乙看过")
    b.git("fetch", "-q")
    return shared


STOPS = {
    "merge": ("merge", "-q", "origin/main"),
    "rebase": ("rebase", "-q", "origin/main"),
    "pull": ("pull", "-q", "--no-rebase"),
    "pull --rebase": ("pull", "-q", "--rebase"),
}


@pytest.mark.parametrize("how", STOPS)
def test_both_entries_stand_after_a_stop_of(how, a, b, clash):
    b.git(*STOPS[how], fails=True)
    answer = b.json("resolve")
    assert answer["gave_up"] == ("rebase" if "rebase" in how else "merge")
    assert (answer["fetched"], answer["replayed"], answer["held"]) == (1, 1, [])
    assert b.said(clash) == ["甲看过", "乙看过"]
    assert b.git("symbolic-ref", "HEAD") == "refs/heads/main"
    assert b.git("status", "--porcelain") == ""
    assert "All conflicts" not in b.git("status")
    assert b("sync") == "Received: 0; sent: 1 (origin)\n"
    assert b("audit")
    assert b.git("rev-list", "--merges", "--count", "HEAD") == "0"


def test_what_is_told_in_both_languages(b, clash):
    b.git("merge", "-q", "origin/main", fails=True)
    aside = b.folder / ".git/gridctl/aside/1" / case_file(b, clash)
    assert b("resolve") == (
        "Given up: merge of git\n"
        "Received: 1; put on top: 1\n"
        "Next: gridctl sync\n"
        f"Warning: Put aside, as it stood: {aside}\n"
    )
    b.git("reset", "-q", "--hard", "refs/gridctl/before")
    b.git("merge", "-q", "origin/main", fails=True)
    again = b.folder / ".git/gridctl/aside/2" / case_file(b, clash)  # the first stays
    assert b("resolve", lang="zh") == (
        f"已放弃 git 的合并\n收到 1 条，接续登记 1 条\n下一步：gridctl sync\n注意：已原样另存：{again}\n"
    )


def test_what_a_person_wrote_into_the_file_is_put_aside_byte_for_byte(b, clash):
    b.git("merge", "-q", "origin/main", fails=True)
    place = b.folder / case_file(b, clash)
    mine = place.read_bytes().replace("乙看过".encode(), b"\xff by hand")
    place.write_bytes(mine)
    [aside] = b.json("resolve")["aside"]
    with open(aside, "rb") as file:
        assert file.read() == mine
    assert b.said(clash) == ["甲看过", "乙看过"]


def test_a_file_that_only_the_other_side_has_is_brought_along(a, b, clash):
    a.commit(files={"README.md": "甲\n"})
    other = a.collect("井盖松动")
    a("sync")
    b.git("pull", "-q", "--no-rebase", fails=True)
    b("resolve")
    assert (b.folder / "README.md").read_text() == "甲\n"
    assert b.did(other) == ["collected"]
    assert b.git("status", "--porcelain") == ""


def test_what_does_not_follow_is_held(a, b, shared):
    a("file", shared, "--to", "chengguan")
    a("sync")
    b("void", shared, "--note", "重复")
    b.git("pull", "-q", "--no-rebase", fails=True)
    told = b("resolve", code=1)
    assert "Held back: Somebody else moved the case meanwhile.\n" in told
    assert b.shows(shared)["state"] == "open"
    assert len(b.json("held")) == 1


def test_what_breaks_a_rule_is_not_taken_and_ones_own_stands_as_before(a, b, clash):
    a.edit(case_file(a, clash), "title: 路灯不亮", "title: 路灯全灭")
    altered = a.commit("quietly")
    a.git("push", "-q", "origin", "HEAD:main")
    mine = b.head()
    b.git("pull", "-q", "--no-rebase", fails=True)
    assert altered[:10] in b("resolve", code=1)
    assert (b.head(), b.said(clash), b.git("status", "--porcelain")) == (mine, ["乙看过"], "")


def test_of_a_rebase_over_several_entries_none_is_lost(a, b, shared):
    a("note", shared, "甲看过")
    a("sync")
    other = b.collect("井盖松动")
    for text in ("一", "二", "三"):
        b("note", shared, text)
    b.git("pull", "-q", "--rebase", fails=True)
    assert b.json("resolve")["replayed"] == 4
    assert b.said(shared) == ["甲看过", "一", "二", "三"]
    assert b.did(other) == ["collected"]


def test_nothing_under_way_is_refused(b):
    assert b("resolve", code=20) == (
        "Refused by the rule Y07: No merge and no rebase of git is under way here.\n"
        "To bring this clone and the server together: gridctl sync\n"
    )
    assert "Y07" in b("resolve", code=20, lang="zh")


def test_a_cherry_pick_is_not_for_it(a, b, clash):
    b.git("cherry-pick", "origin/main", fails=True)
    assert b("resolve", code=20) == (
        "Refused by the rule Y07: This cherry-pick of git cannot be resolved by gridctl.\n"
        "End it first: git cherry-pick --abort\n"
    )
    b.git("cherry-pick", "--abort")
    b("sync")
    assert b.said(clash) == ["甲看过", "乙看过"]


def test_while_a_merge_is_under_way_reading_goes_on_and_writing_names_resolve(b, clash):
    b.git("merge", "-q", "origin/main", fails=True)
    assert b.said(clash) == ["乙看过"]
    told = b("note", clash, "x", code=40)
    assert told == (
        "Error: A merge of git is under way in this ledger.\n"
        "Bring both sides together: gridctl resolve. Or give it up: git merge --abort\n"
    )
    assert b("sync", code=40) == told
    assert b("check")


def test_conflict_markers_that_were_recorded_are_told_as_such(b, clash):
    b.git("merge", "-q", "origin/main", fails=True)
    b.git("add", "-A")
    b.git("commit", "-qm", "merged, or so")
    for words in (("show", clash), ("check",), ("note", clash, "x")):
        code, out, err = b.answer(*words)
        assert code in (1, 30), (words, out, err)
        assert "A mark that a git merge left behind: two versions stand here." in out + err
    assert "git 合并" in b("show", clash, lang="zh", code=30)
    assert [each["rule"] for each in b.json("sync", code=1)["outgoing"]]


def test_conflict_markers_in_the_folder_alone_are_never_read(b, clash):
    b.git("merge", "-q", "origin/main", fails=True)
    text = (b.folder / case_file(b, clash)).read_text()
    assert "<<<<<<< HEAD" in text
    b.git("merge", "--quit")
    assert b.said(clash) == ["乙看过"]
    assert "A mark that a git merge left behind: two versions stand here." in b("record", code=30)
