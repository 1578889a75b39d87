"""What the dead have left is cleared away; what the living hold is not."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from gridctl.errors import Busy
from gridctl.git import at_work
from gridctl.git.objects import Objects
from gridctl.git.recovery import changed_in_head, recover, stale_locks

LOCKS = ("index.lock", "HEAD.lock", "refs/heads/main.lock", "packed-refs.lock")


@pytest.fixture
def lock(office: Path):
    """Makes a lock file of git, `age` seconds old."""

    def make(name: str, age: float) -> Path:
        path = office / ".git" / name
        path.touch()
        os.utime(path, (time.time() - age, time.time() - age))
        return path

    return make


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_of_ten_minutes_that_nobody_holds_goes(name, repository, lock):
    path = lock(name, 601)
    stale_locks(repository)
    assert not path.exists()


@pytest.mark.parametrize("name", LOCKS)
def test_a_younger_one_is_busy_with_its_name_and_age(name, repository, lock):
    path = lock(name, 300)
    with pytest.raises(Busy) as caught:
        stale_locks(repository)
    assert name in str(caught.value.message)
    assert "300" in str(caught.value.message)
    assert f"rm {path}" in str(caught.value.hint)
    assert path.exists()


def test_an_old_one_that_is_held_open_is_busy(repository, lock):
    path = lock("index.lock", 9999)
    with path.open() as file:
        holder = subprocess.Popen(["sleep", "60"], stdin=file)
    try:
        with pytest.raises(Busy):
            stale_locks(repository)
    finally:
        holder.kill()
        holder.wait()
    stale_locks(repository)
    assert not path.exists()


def test_one_whose_git_waits_for_an_editor_is_busy(repository, recorded, git, office, tmp_path):
    recorded({"a": "1\n"})
    git("reset", "-q", "--hard")
    (office / "a").write_text("2\n")
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\ntouch editing\nexec sleep 60\n")
    editor.chmod(0o755)
    committing = subprocess.Popen(
        ["git", "commit", "-q", "-a"],
        cwd=office,
        env={**os.environ, "GIT_EDITOR": str(editor)},
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not (office / "editing").exists():
            time.sleep(0.01)
        path = office / ".git/index.lock"
        os.utime(path, (1, 1))
        with pytest.raises(Busy):
            stale_locks(repository)
        assert path.exists()
    finally:
        os.killpg(committing.pid, 9)
        committing.wait()
    stale_locks(repository)
    assert not path.exists()


def test_a_reader_at_work_does_not_keep_a_stale_lock(repository, recorded, lock):
    recorded({"a": "1\n"})
    path = lock("index.lock", 601)
    with Objects(repository) as objects:
        objects.commit("HEAD")
        stale_locks(repository)
    assert not path.exists()


def test_a_young_lock_of_our_own_dead_writer_goes_and_an_older_one_does_not(repository, lock):
    path = lock("index.lock", 5)
    stale_locks(repository, since=time.time() - 10)
    assert not path.exists()
    lock("HEAD.lock", 60)
    with pytest.raises(Busy):
        stale_locks(repository, since=time.time() - 10)


@pytest.mark.parametrize("since", [None, 1.0])
def test_where_processes_cannot_be_seen_every_lock_may_be_in_use(
    repository, lock, monkeypatch, since
):
    monkeypatch.setattr(at_work, "_PROC", "/nowhere")
    path = lock("index.lock", 9999)
    with pytest.raises(Busy) as caught:
        stale_locks(repository, since=since)
    assert f"rm {path}" in str(caught.value.hint)
    assert path.exists()


def test_temporary_and_empty_objects_go_and_all_others_stay(repository, recorded, git, office):
    recorded({"a": "1\n"})
    objects = office / ".git/objects"
    before = sorted(objects.rglob("*"))
    (objects / "aa").mkdir(exist_ok=True)
    (objects / "pack").mkdir(exist_ok=True)
    before = sorted({*before, objects / "aa", objects / "pack"})
    for name in ("aa/tmp_obj_x", "pack/tmp_pack_y", "pack/tmp_idx_z", "aa/" + "b" * 38):
        (objects / name).touch()
    (objects / "pack/pack-1.keep").write_text("fast-import")
    (office / ".git/fast_import_crash_77").touch()
    recover(repository)
    assert sorted(objects.rglob("*")) == before
    assert not (office / ".git/fast_import_crash_77").exists()
    git("fsck", "--strict")


def test_a_pack_somebody_keeps_on_purpose_is_kept(repository, office):
    keep = office / ".git/objects/pack/pack-1.keep"
    keep.parent.mkdir(exist_ok=True)
    keep.write_text("for the auditors\n")
    recover(repository)
    assert keep.exists()


def changed(repository) -> list[tuple[str, bytes | None, bytes | None]]:
    with Objects(repository) as objects:
        return [
            (path, objects.blob(old) if old else None, objects.blob(new) if new else None)
            for path, old, new in changed_in_head(repository, objects)
        ]


def test_what_head_changed_is_told_by_path_with_both_sides(repository, recorded):
    assert changed(repository) == []
    recorded({"a": "1\n", "b/c": "1\n", "b/d": "1\n", "same/x": "1\n"})
    assert [path for path, old, _ in changed(repository) if old is None] == [
        *("a", "b/c", "b/d", "same/x")
    ]
    recorded({"a": "2\n", "b/c": None, "b/e/f": "3\n"})
    assert changed(repository) == [
        ("a", b"1\n", b"2\n"),
        ("b/c", b"1\n", None),
        ("b/e/f", None, b"3\n"),
    ]


def test_a_file_that_became_a_folder_is_both(repository, recorded):
    recorded({"a": "1\n"})
    recorded({"a": None, "a/b": "2\n"})
    assert changed(repository) == [("a", b"1\n", None), ("a/b", None, b"2\n")]
    recorded({"a/b": None, "a": "3\n"})
    assert changed(repository) == [("a/b", b"2\n", None), ("a", None, b"3\n")]


def test_paths_are_counted_from_the_ledger_and_nothing_beside_it_is_told(recorded, office):
    from gridctl.git.repository import discover

    recorded({"office/cases/a": "1\n", "b": "1\n"})
    (office / "office").mkdir()
    ledger = discover(str(office / "office"))
    assert ledger
    assert changed(ledger) == [("cases/a", None, b"1\n")]
