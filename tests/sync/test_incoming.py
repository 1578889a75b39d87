"""What comes in is looked through: what breaks a rule, or was set back, is taken only by its name."""

import pytest


def case_file(clone, case):
    [path] = (clone.folder / "cases").rglob(f"*-{case}.yaml")
    return str(path.relative_to(clone.folder))


@pytest.fixture
def altered(a, b, shared):
    """The commit by which plain git altered the shared case on the server."""
    a.edit(case_file(a, shared), "title: 路灯不亮", "title: 路灯全灭")
    a.edit(case_file(a, shared), "title: 路灯不亮", "title: 路灯全灭")
    found = a.commit("quietly")
    a.git("push", "-q", "origin", "HEAD:main")
    return found


def test_what_breaks_a_rule_is_not_taken_and_its_commit_is_named(b, shared, altered):
    b("note", shared, "乙看过")
    mine = b.head()
    assert b("sync", code=1) == (
        "Nothing was taken: what came breaks the rules.\n"
        f"  {altered[:10]}  cases/2026/11/24/qy-20261124-{shared}.yaml"
        "  What the case had on record was altered: entry 1, title: 路灯不亮 → 路灯全灭.  a history only grows (C06)\n"
        f"Next: gridctl diff {altered[:10]}~1..{altered[:10]}\n"
        "Show it to who keeps the server. If the office takes it as it is: "
        f"gridctl sync --accept {altered[:10]}\n"
    )
    assert (b.head(), b.git("status", "--porcelain")) == (mine, "")
    assert b.git("rev-parse", "refs/gridctl/seen/origin/main") == b.git("rev-parse", "HEAD~1")
    assert b.said(shared) == ["乙看过"]


def test_the_same_in_chinese_and_in_json(b, shared, altered):
    assert b("sync", code=1, lang="zh") == (
        "没有接收：对方的记录不合规定。\n"
        f"  {altered[:10]}  cases/2026/11/24/qy-20261124-{shared}.yaml"
        "  案件已入账的内容被改动：第 1 条 标题：路灯不亮 → 路灯全灭。  办理记录只增不改（C06）\n"
        f"下一步：gridctl diff {altered[:10]}~1..{altered[:10]}\n"
        f"请交服务器管理人员查看；办事处同意照收的：gridctl sync --accept {altered[:10]}\n"
    )
    answer = b.json("sync", code=1)
    assert answer["incoming"] == [
        {
            "commit": altered,
            "rule": "C06",
            "message": "What the case had on record was altered: entry 1, title: 路灯不亮 → 路灯全灭.",
            "path": f"cases/2026/11/24/qy-20261124-{shared}.yaml",
            "case": f"qy-20261124-{shared}",
        }
    ]
    assert (answer["held"], answer["pushed"], answer["replayed"]) == ([], 0, 0)


def test_what_the_command_told_shows_what_was_altered(b, shared, altered):
    b("sync", code=1)
    told = b("diff", f"{altered[:10]}~1..{altered[:10]}")
    assert f"qy-20261124-{shared}.yaml: What was recorded before was altered." in told


def test_what_the_office_accepts_is_taken_and_the_next_sync_is_as_ever(a, b, shared, altered):
    mine = b.collect("井盖松动")
    assert b.json("sync", "--accept", altered[:10])["pushed"] == 1
    assert b.shows(shared)["title"] == "路灯全灭"
    assert b.did(mine) == ["collected"]
    assert b("sync") == "Nothing new on either side (origin)\n"
    b("note", shared, "乙看过")
    b("sync")
    a("sync")
    assert a.said(shared) == ["乙看过"]


@pytest.mark.parametrize("word", ["", "0000000", "refs/heads/main"])
def test_another_word_accepts_nothing(word, b, altered):
    b("sync", "--accept", word, code=2)
    assert b("sync", code=1)


def set_back(a, count):
    """Somebody with the right to force sets the server back."""
    a.git("reset", "-q", "--hard", f"HEAD~{count}")
    a.git("push", "-qf", "origin", "HEAD:main")
    return a.head()


def test_a_server_that_was_set_back_is_refused(a, b, shared):
    seen = b.head()
    b("note", shared, "乙看过")
    found = set_back(a, 1)
    assert b("sync", code=20) == (
        f"Refused by the rule Y04: The server has {found[:10]} and no longer {seen[:10]}, which it "
        "had when you last synced: it was set back or rewritten.\n"
        "Nothing was taken. Ask who keeps the server. "
        f"If the office knows of it: gridctl sync --accept {found[:10]}\n"
    )
    assert b.said(shared) == ["乙看过"]


def test_a_server_that_was_set_back_gets_all_again_where_the_office_says_so(a, b, shared):
    b("note", shared, "乙看过")
    found = set_back(a, 1)
    assert b.json("sync", "--accept", found[:10])["pushed"] == 2
    assert b.did(shared) == ["collected", "triaged", "noted"]
    a("sync")
    assert a.said(shared) == ["乙看过"]


def test_a_server_that_was_rewritten_is_refused_and_accepted(a, b, shared):
    set_back(a, 1)
    other = a.collect("井盖松动")
    a.git("push", "-q", "origin", "HEAD:main")
    found = a.head()
    b("note", shared, "乙看过")
    assert "Y04" in b("sync", code=20)
    assert b.json("sync", "--accept", found)["held"] == []
    assert (b.did(other), b.did(shared)) == (["collected"], ["collected", "triaged", "noted"])


def test_without_anything_seen_a_server_behind_is_only_behind(a, b, shared):
    """A copy of a clone has no memory of the server; where it is ahead, it gives what it has."""
    found = set_back(a, 1)
    b.git("update-ref", "-d", "refs/gridctl/seen/origin/main")
    b.git("update-ref", "-d", "refs/remotes/origin/main")
    assert b.json("sync")["pushed"] == 1
    assert found != b.head()
