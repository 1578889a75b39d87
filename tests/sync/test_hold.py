"""sync --hold: one's own entries that may not go out stay here under held refs, and the rest is sent."""

import subprocess

import pytest


def case_file(clone, case):
    [path] = (clone.folder / "cases").rglob(f"*-{case}.yaml")
    return str(path.relative_to(clone.folder))


@pytest.fixture
def altered(b, shared):
    """A case that 乙 has altered by plain git, with an honest remark after it."""
    b.edit(case_file(b, shared), "title: 路灯不亮", "title: 路灯全灭")
    bad = b.commit("quietly")
    other = b.collect("井盖松动")
    b("note", other, "乙看过")
    return bad, other


def test_the_bad_one_is_held_and_the_honest_ones_are_sent(a, b, shared, altered):
    bad, other = altered
    assert b("sync", code=1).endswith(
        f"Next: gridctl sync --hold {bad[:10]}\n  or: gridctl diff {bad[:10]}~1..{bad[:10]}\n"
    )
    answer = b.json("sync", "--hold", bad[:10], code=1)
    [held] = answer["held"]
    assert (held["commit"], held["path"], held["rule"]) == (bad, case_file(b, shared), "C02")
    assert (answer["pushed"], answer["outgoing"]) == (2, [])
    a("sync")
    assert (a.said(other), a.shows(shared)["title"]) == (["乙看过"], "路灯不亮")
    assert a.head() == b.head()
    assert b.git("status", "--porcelain") == ""
    [kept] = b.json("held")
    assert kept["commit"] == bad
    assert b.git("cat-file", "-t", bad) == "commit"


def test_what_was_altered_and_put_back_is_held_as_a_whole(a, b, shared):
    path = case_file(b, shared)
    text = (b.folder / path).read_text()
    bad = b.commit("quietly", {path: text + "# x\n"})
    b.commit("back", {path: text})
    b("note", shared, "乙看过")
    assert b.json("sync", "--hold", bad, code=1)["pushed"] == 1
    a("sync")
    assert a.said(shared) == ["乙看过"]


def test_it_goes_on_where_the_server_has_moved(a, b, shared, altered):
    bad, other = altered
    a("note", shared, "甲看过")
    a("sync")
    assert b.json("sync", "--hold", bad[:7], code=1)["pushed"] == 2
    assert (b.said(shared), b.said(other)) == (["甲看过"], ["乙看过"])


def test_what_builds_on_a_held_entry_is_held_too(a, b, shared):
    b("file", shared, "--to", "chengguan")
    filed = b.head()
    b("note", shared, "乙看过")
    b("supervise", shared, "yellow", "--note", "超期")
    told = b.json("sync", "--hold", filed[:10], code=1)
    assert [each["rule"] for each in told["held"]] == ["Y08", "Y03"]
    assert b.did(shared) == ["collected", "triaged", "noted"]
    assert len(b.json("held")) == 2


def test_a_dry_run_holds_nothing(b, altered):
    bad, _other = altered
    head = b.head()
    answer = b.json("sync", "--dry-run", "--hold", bad, code=1)
    assert (answer["pushed"], len(answer["held"])) == (2, 1)
    assert (b.head(), b.json("held")) == (head, [])


def test_an_empty_server_takes_what_is_not_held(a, b, town, shared):
    b.git("init", "-q", "--bare", str(town / "new.git"))
    b.edit(case_file(b, shared), "title: 路灯不亮", "title: 路灯全灭")
    bad = b.commit("quietly")
    answer = b.json("sync", "--server", str(town / "new.git"), "--hold", bad, code=1)
    assert (answer["outgoing"], len(answer["held"])) == ([], 1)
    assert b.git("ls-remote", "origin", "main").split()[0] == b.head()


@pytest.mark.parametrize("word", ["HEAD", "0000000", "abc"])
def test_what_is_none_of_ones_own_is_named(word, b, shared):
    told = b("sync", "--hold", word, code=2)
    assert told == (
        f"Error: “{word}” is none of your entries that are not sent yet.\n"
        "See them: gridctl log, and what stands against them: gridctl sync\n"
    )
    assert b("sync", "--hold", word, code=2, lang="zh") == (
        f"错误：“{word}” 不是本机尚未发送的记录。\n"
        "查看记录：gridctl log；查看哪里不合规定：gridctl sync\n"
    )


def _resolved_by_hand(a, b):
    """Both have changed one file, and 乙 has merged it by hand."""
    b.commit(files={"README.md": "b1\n"})
    a.commit(files={"README.md": "a1\n"})
    a("sync")
    b.git("fetch", "-q")
    b.git("merge", "-q", "origin/main", fails=True)
    return b.commit("merged", {"README.md": "a1\nb1\n"})


def test_what_a_merge_made_by_hand_is_held_where_the_server_has_moved(a, b, shared):
    merge = _resolved_by_hand(a, b)
    a("note", shared, "甲看过")
    a("sync")
    held = {each["commit"]: each for each in b.json("sync", code=1)["held"]}
    assert held[merge]["path"] == "README.md"
    assert (b.folder / "README.md").read_text() == "a1\n"
    assert b.git("show", f"{merge}:README.md") == "a1\nb1"
    assert {each["commit"] for each in b.json("held")} == set(held)


def test_settings_that_git_merges_by_itself_are_not_held(a, b, shared):
    b.edit("staff.yaml", "朱执", "朱甲")
    b("record")
    a.edit("staff.yaml", "赵一", "赵甲")
    a("record")
    a("sync")
    b.git("fetch", "-q")
    b.git("merge", "-q", "--no-edit", "origin/main")
    a.edit("staff.yaml", "钱二", "钱甲")
    a("record")
    a("sync")
    assert b.json("sync")["held"] == []
    text = (b.folder / "staff.yaml").read_text()
    assert all(name in text for name in ("朱甲", "赵甲", "钱甲"))


def test_a_case_merged_by_hand_goes_out_by_holding_the_merge(a, b, shared):
    a("note", shared, "甲看过")
    a("sync")
    b("note", shared, "乙看过")
    b.git("fetch", "-q")
    b.git("merge", "-q", "origin/main", fails=True)
    path = case_file(a, shared)
    text = (a.folder / path).read_text().replace("甲看过", "都看过")
    merge = b.commit("merged", {path: text})
    found = b.json("sync", code=1)["outgoing"]
    assert {each["commit"] for each in found} == {merge}
    answer = b.json("sync", "--hold", merge, code=1)
    assert {each["path"] for each in answer["held"]} == {path}
    assert b.said(shared) == ["甲看过", "乙看过"]
    assert b.json("sync")["outgoing"] == []


def test_a_photo_in_git_is_held(b, shared):
    (b.folder / "evidence").mkdir(exist_ok=True)
    (b.folder / "evidence/x.jpg").write_text("x")
    b.git("add", "-f", "evidence/x.jpg")
    b.git("commit", "-qm", "photo")
    bad = b.head()
    b("note", shared, "乙看过")
    assert b.json("sync", code=1)["outgoing"][0]["commit"] == bad
    assert b.json("sync", "--hold", bad, code=1)["pushed"] == 1


def test_the_words_of_the_call(a, town):
    for words in (
        ("--server", "x", "--bundle", "y"),
        ("--server", ""),
        ("--bundle", " "),
        ("--hold", ""),
    ):
        assert a.answer("sync", *words)[0] == 2


def test_a_state_to_accept_is_named_whole_enough_and_right(a, b, server, shared):
    a.commit(files={"cases/x.txt": "x"})
    a.git("push", "-q", str(server), "HEAD:main")
    found = a.head()
    mine = b.head()
    for word in (found[0], found[:6], mine, "HEAD"):
        told = b("sync", "--accept", word, code=2)
        assert told.startswith(
            f"Error: “{word}” is not the last state of the other side, which is {found[:10]}.\n"
        )
        assert b.head() == mine
    b("sync", "--accept", found[:7])
    assert b.head() == found


def _two_with_keys(a, b, tmp_path):
    from_file = (a.folder / "staff.yaml").read_text()
    for person in ("p01", "p05"):
        key = str(tmp_path / person)
        words = ("ssh-keygen", "-q", "-N", "", "-t", "ed25519", "-f", key)
        subprocess.run(words, check=True)
        said = " ".join((tmp_path / f"{person}.pub").read_text().split()[:2])
        mail = f"email: {person}@example.org, "
        assert mail in from_file
        from_file = from_file.replace(mail, f"{mail}keys: [{{key: {said}, since: 2026-11-01}}], ")
    (a.folder / "staff.yaml").write_text(from_file)
    a("record")
    a("sync")
    b("sync")


def _works_at(clone, person, tmp_path):
    clone.is_clerk(person)
    clone.git("config", "gpg.format", "ssh")
    clone.git("config", "user.signingkey", str(tmp_path / person))


def test_entries_of_another_with_keys_are_held_until_their_author_syncs(a, b, shared, tmp_path):
    a.is_clerk("p02")
    _two_with_keys(a, b, tmp_path)
    for person in ("p01", "p05"):
        _works_at(b, person, tmp_path)
        b("note", shared, f"{person} 看过")
    signed_by_p01 = b.git("rev-parse", "HEAD~1")
    a.is_clerk("p03")
    a("note", shared, "甲看过")
    a("sync")
    # p01 has the same entry in a clone of his own.
    a.git("fetch", "-q", str(b.folder), f"{signed_by_p01}")
    [held] = b.json("sync", code=1)["held"]
    assert (held["commit"], held["rule"]) == (signed_by_p01, "G01")
    assert "are to be synced by their author first" in held["why"]
    assert b.said(shared) == ["甲看过", "p05 看过"]
    _works_at(a, "p01", tmp_path)
    a.git("reset", "-q", "--hard", signed_by_p01)
    a("sync")
    assert len(b.json("held")) == 1
    b("sync")
    assert sorted(b.said(shared)) == ["p01 看过", "p05 看过", "甲看过"]
    assert b.json("held") == []
    assert b("audit")


def test_what_the_other_side_has_already_is_counted(a, b, shared):
    b("note", shared, "乙看过")
    a("note", shared, "甲看过")
    a("sync")
    a.git("fetch", "-q", str(b.folder), "main")
    a.git("reset", "-q", "--hard", "FETCH_HEAD")
    a("sync")
    assert "Already with the other side: 1\n" in b("sync", "--dry-run")
    assert "已在对方记录中 1 条\n" in b("sync", lang="zh")
    assert b.said(shared).count("乙看过") == 1
