"""One process answers everything, in any order of questions."""

import subprocess
from pathlib import Path

import pytest

from gridctl.errors import StoreFailed
from gridctl.git.objects import Objects


@pytest.fixture
def objects(repository):
    with Objects(repository) as opened:
        yield opened


def tree_of(objects: Objects, rev: str = "HEAD") -> str:
    found = objects.commit(rev)
    assert found
    return found.tree


def test_a_revision_without_a_commit_is_none(objects, recorded):
    assert objects.commit("HEAD") is None
    recorded({"a": "1\n"})
    assert objects.commit("HEAD~1") is None
    assert objects.commit("HEAD\nHEAD") is None
    assert objects.commit("no such thing") is None
    assert objects.commit("HEAD") is not None


def test_a_commit_made_later_is_seen_by_the_same_process(objects, recorded):
    first = recorded({"a": "1\n"})
    assert objects.commit("HEAD").id == first
    second = recorded({"a": "2\n"})
    assert objects.commit("HEAD").id == second
    assert objects.blob(objects.find(tree_of(objects), "a").id) == b"2\n"


def test_a_walk_is_what_git_itself_lists(objects, recorded, git, office: Path):
    recorded(dict.fromkeys(("a", "a.b", "a-b/c", "a/b", "a/b.c/d", "目录/文件", "z/y/x"), "x"))
    (office / "link").symlink_to("/etc/passwd")
    git("read-tree", "HEAD")
    git("add", "link")
    git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},sub")
    git("commit", "-q", "-m", "m")
    listed = git("ls-tree", "-r", "-z", "HEAD").split("\0")[:-1]
    walked = [
        f"{entry.mode} {'commit' if entry.mode == '160000' else 'blob'} {entry.id}\t{path}"
        for path, entry in objects.walk(tree_of(objects))
    ]
    assert walked == listed
    assert [path for path, _ in objects.walk(tree_of(objects))] == sorted(
        path for path, _ in objects.walk(tree_of(objects))
    )


def test_a_walk_below_a_folder_names_paths_from_its_prefix(objects, recorded):
    recorded({"cases/2026/a": "1", "cases/b": "2", "other": "3"})
    folder = objects.find(tree_of(objects), "cases")
    assert [path for path, _ in objects.walk(folder.id, "cases/")] == ["cases/2026/a", "cases/b"]


def test_a_path_is_found_or_none(objects, recorded):
    recorded({"a/b/c": "1\n"})
    tree = tree_of(objects)
    assert objects.find(tree, "a/b/c").mode == "100644"
    assert objects.find(tree, "a/b").mode == "40000"
    assert objects.find(tree, "a/x/c") is None
    assert objects.find(tree, "a/b/c/d") is None


def many(recorded, objects: Objects, count: int = 2500) -> tuple[list[str], list[bytes]]:
    recorded({f"cases/{n:05}": f"{n}\n" * (n % 400) for n in range(count)})
    return (
        [entry.id for _, entry in objects.walk(tree_of(objects))],
        [(f"{n}\n" * (n % 400)).encode() for n in range(count)],
    )


def test_many_blobs_come_in_the_order_asked_for(objects, recorded):
    ids, contents = many(recorded, objects)
    assert list(objects.blobs(ids)) == list(zip(ids, contents, strict=True))
    assert list(objects.blobs(reversed(ids))) == list(
        zip(reversed(ids), reversed(contents), strict=True)
    )


def test_other_questions_may_be_asked_between_two_blobs(objects, recorded):
    ids, contents = many(recorded, objects)
    got = []
    for place, (_, content) in enumerate(objects.blobs(ids)):
        got.append(content)
        if place % 7 == 0:
            assert objects.blob(ids[0]) == contents[0]
            assert objects.size(ids[399]) == len(contents[399])
    assert got == contents


def test_two_bulk_reads_may_take_turns(objects, recorded):
    ids, contents = many(recorded, objects)
    one, other = objects.blobs(ids, limit=700), objects.blobs(reversed(ids))
    for content, back in zip(contents, reversed(contents), strict=True):
        assert next(one)[1] == (content if len(content) <= 700 else None)
        assert next(other)[1] == back


def test_a_bulk_read_left_early_disturbs_nobody(objects, recorded):
    ids, contents = many(recorded, objects)
    bulk = objects.blobs(ids)
    next(bulk)
    del bulk
    assert objects.blob(ids[5]) == contents[5]
    assert list(objects.blobs(ids[:3])) == list(zip(ids[:3], contents[:3], strict=True))


def test_a_large_file_is_reported_and_not_loaded(objects, recorded):
    recorded({"large": "x" * 1001, "small": "y" * 1000})
    (_, large), (_, small) = objects.walk(tree_of(objects))
    assert objects.blob(large.id, limit=1000) is None
    assert objects.blob(small.id, limit=1000) == b"y" * 1000
    assert list(objects.blobs([large.id, small.id], limit=1000)) == [
        (large.id, None),
        (small.id, b"y" * 1000),
    ]
    assert objects.size(large.id) == 1001


def test_a_missing_object_is_named(objects, recorded):
    recorded({"a": "1\n"})
    with pytest.raises(StoreFailed) as caught:
        list(objects.blobs(["1" * 40]))
    assert "1" * 40 in str(caught.value.message)
    assert objects.commit("HEAD") is not None


def test_a_damaged_object_is_an_error_and_the_next_question_is_answered(
    objects, recorded, office: Path
):
    recorded({"a": "1\n", "b": "2\n"})
    (_, a), (_, b) = objects.walk(tree_of(objects))
    objects.close()
    path = office / ".git/objects" / a.id[:2] / a.id[2:]
    path.chmod(0o644)
    path.write_bytes(b"not zlib at all")
    with pytest.raises(StoreFailed):
        objects.blob(a.id)
    with pytest.raises(StoreFailed):
        list(objects.blobs([b.id, a.id]))
    assert objects.blob(b.id) == b"2\n"


def test_a_replaced_commit_shows_what_was_recorded(objects, recorded, git):
    true = recorded({"a": "true\n"})
    forged = recorded({"a": "forged\n"})
    git("replace", true, forged)
    assert objects.blob(objects.find(tree_of(objects, true), "a").id) == b"true\n"


def test_git_is_not_started_before_the_first_question(repository, monkeypatch):
    def start(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(subprocess, "Popen", start)
    with Objects(repository):
        pass


def test_git_has_ended_when_it_is_closed(repository, recorded):
    recorded({"a": "1\n"})
    with Objects(repository) as objects:
        objects.commit("HEAD")
        process = objects._process
    assert process is not None
    assert process.returncode is not None
