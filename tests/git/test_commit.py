"""A commit is made whole, by one writer, on what he has read."""

import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from gridctl.errors import Busy, StoreFailed
from gridctl.git.commit import commit
from gridctl.git.objects import Objects
from gridctl.git.repository import Identity

WHEN = datetime(2026, 11, 24, 10, 31, tzinfo=timezone(timedelta(hours=8)))
LI = Identity("李雷", "lilei@example.org")


def test_it_says_who_when_and_what_to_the_byte(repository, git):
    message = "k7qf2 dispatched\n\n\nBy: s001  \n\n"
    made = commit(repository, None, {"a/b.yaml": b"x"}, message, LI, WHEN)
    assert git("log", "-1", "--format=%H %an <%ae> %cn <%ce> %ai %ci") == (
        f"{made} 李雷 <lilei@example.org> 李雷 <lilei@example.org>"
        " 2026-11-24 10:31:00 +0800 2026-11-24 10:31:00 +0800"
    )
    with Objects(repository) as objects:
        found = objects.commit("HEAD")
    assert found is not None
    assert (found.message, found.authored_at) == (message, WHEN)


def test_the_first_one_makes_the_branch_and_the_next_follows(repository, recorded, git):
    first = recorded({"a": "1\n"})
    second = recorded({"b": "2\n"})
    assert git("log", "--format=%H", "main").split() == [second, first]
    assert git("ls-tree", "-r", "--name-only", "HEAD").split() == ["a", "b"]


def test_a_file_given_as_none_is_gone(recorded, git):
    recorded({"a": "1\n", "b/c": "2\n"})
    recorded({"b/c": None})
    assert git("ls-tree", "-r", "--name-only", "HEAD").split() == ["a"]


def test_who_read_an_older_head_loses_and_nothing_changes(repository, recorded, git):
    first = recorded({"a": "1\n"})
    second = recorded({"a": "2\n"})
    with pytest.raises(Busy):
        commit(repository, first, {"a": b"3\n"}, "m", LI, WHEN)
    assert git("rev-parse", "HEAD") == second


def test_who_saw_no_head_loses_to_who_made_one(repository, recorded, git):
    first = recorded({"a": "1\n"})
    with pytest.raises(Busy):
        commit(repository, None, {"a": b"3\n"}, "m", LI, WHEN)
    assert git("rev-parse", "HEAD") == first


def test_a_branch_somebody_holds_is_busy(repository, recorded, git, office: Path):
    first = recorded({"a": "1\n"})
    (office / ".git/refs/heads/main.lock").touch()
    with pytest.raises(Busy):
        recorded({"a": "2\n"})
    assert repository.head_id() == first


def test_a_detached_head_moves_and_no_branch_does(recorded, git):
    first = recorded({"a": "1\n"})
    git("checkout", "-q", "--detach", "HEAD")
    second = recorded({"a": "2\n"})
    assert git("rev-parse", "HEAD", "main").split() == [second, first]


def test_no_ref_is_left_but_the_branch(recorded, git):
    recorded({"a": "1\n"})
    assert git("for-each-ref", "--format=%(refname)") == "refs/heads/main"


def test_the_reflog_tells_of_it(recorded, git):
    recorded({"a": "1\n"}, "k7qf2 filed\n\nBy: s001\n")
    assert git("reflog", "--format=%gs <%ge>", "main") == "k7qf2 filed <lilei@example.org>"
    assert git("reflog", "--format=%gs") == "k7qf2 filed"


def test_index_and_folder_are_left_alone(recorded, git, office: Path):
    recorded({"a": "1\n"})
    assert not (office / "a").exists()
    assert git("ls-files") == ""


@pytest.mark.parametrize(
    "path", ['quo"te', "back\\slash", "new\nline", "占道/经营.yaml", " blank ", "-dash", "a\tb"]
)
def test_any_name_a_file_can_have_is_kept(path, repository, recorded):
    recorded({path: "1\n"})
    with Objects(repository) as objects:
        head = objects.commit("HEAD")
        assert head
        assert [name for name, _ in objects.walk(head.tree)] == [path]


@pytest.mark.parametrize("path", ["", "/a", "a//b", "../a", "a/./b", ".git/config", "a/.GIT/x"])
def test_a_name_no_file_should_have_is_refused(path, repository):
    with pytest.raises(StoreFailed):
        commit(repository, None, {path: b""}, "m", LI, WHEN)
    assert repository.head_id() is None


@pytest.mark.parametrize(
    ("name", "kept"),
    [("李 <雷>", "李 雷"), ("a\nb\0c", "a b c"), ("<>", "?"), ("\u202eabc", "abc")],
)
def test_a_name_git_could_not_keep_is_cleaned(name, kept, repository, git):
    commit(repository, None, {"a": b""}, "m", Identity(name, f"{name}@x"), WHEN)
    assert git("log", "-1", "--format=%an|%cn") == f"{kept}|{kept}"
    git("fsck", "--strict")


def test_few_objects_stay_loose_and_many_become_one_pack(recorded, git, office: Path):
    packs = office / ".git/objects/pack"
    recorded({"a": "1\n"})
    assert [name for name in os.listdir(packs) if name.endswith(".pack")] == []
    recorded({f"cases/{n}.yaml": f"{n}\n" for n in range(300)})
    assert len([name for name in os.listdir(packs) if name.endswith(".pack")]) == 1
    assert [name for name in os.listdir(packs) if name.endswith(".keep")] == []


def test_a_failing_git_leaves_head_and_no_crash_report(repository, recorded, office: Path):
    first = recorded({"a": "1\n"})
    with pytest.raises(StoreFailed):
        commit(repository, "1" * 40, {"a": b"2\n"}, "m", LI, WHEN)
    assert repository.head_id() == first
    assert not [name for name in os.listdir(office / ".git") if "crash" in name]


def test_a_repository_of_sha256_takes_commits_too(tmp_path: Path, git):
    from gridctl.git.repository import discover

    folder = tmp_path / "sha256"
    git("init", "-q", "--object-format=sha256", str(folder), folder=tmp_path)
    other = discover(str(folder))
    assert other
    first = commit(other, None, {"a/b": b"1\n"}, "m", LI, WHEN)
    second = commit(other, first, {"a/c": b"2\n"}, "m", LI, WHEN)
    with Objects(other) as objects:
        head = objects.commit("HEAD")
        assert head
        assert (head.id, head.parents, len(head.id)) == (second, (first,), 64)
        assert objects.blob(dict(objects.walk(head.tree))["a/c"].id) == b"2\n"
