"""A work file is the old one or the new one, and never reached through a link."""

import os
import stat
from pathlib import Path

import pytest

from gridctl.errors import StoreFailed
from gridctl.store import work_file


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "ledger"
    folder.mkdir()
    return folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_written_is_read_back_and_nothing_else_lies_there(root: Path):
    for data in (b"one\r\n\0", b"two\n", b""):
        work_file.write(str(root), "cases/2026/11/a.yaml", data)
        assert work_file.read(str(root), "cases/2026/11/a.yaml") == data
    assert os.listdir(root / "cases/2026/11") == ["a.yaml"]


@pytest.mark.parametrize("path", ["absent", "absent/absent", "folder/absent"])
def test_a_file_that_is_not_there_reads_as_none(path, root: Path):
    (root / "folder").mkdir()
    assert work_file.read(str(root), path) is None


def test_a_private_file_and_its_folder_are_the_owners_alone(root: Path):
    work_file.write(str(root), "private/a.yaml", b"x", mode=0o600)
    work_file.write(str(root), "cases/a.yaml", b"x")
    assert mode(root / "private/a.yaml") == 0o600
    assert mode(root / "private") == 0o700
    assert mode(root / "cases/a.yaml") & 0o600 == 0o600


@pytest.mark.parametrize("target", ["outside", "inside"])
@pytest.mark.parametrize("path", ["link/a", "a/link/b", "link"])
def test_a_link_on_the_way_is_refused_and_nothing_is_touched(path, target, root: Path, tmp_path):
    aim = {"outside": tmp_path / "elsewhere", "inside": root / "real"}[target]
    aim.mkdir()
    (aim / "a").write_bytes(b"untouched")
    (root / "a").mkdir()
    (root / "link").symlink_to(aim / "a" if path == "link" else aim)
    (root / "a/link").symlink_to(aim)
    for act in (
        lambda: work_file.write(str(root), path, b"new"),
        lambda: work_file.read(str(root), path),
    ):
        with pytest.raises(StoreFailed):
            act()
    if path != "link":
        with pytest.raises(StoreFailed):
            work_file.remove(str(root), path)
    assert (aim / "a").read_bytes() == b"untouched"
    assert sorted(os.listdir(aim)) == ["a"]


@pytest.mark.parametrize("path", ["../a", "a/../../b", "/etc/x", "", "a//b", "./a"])
def test_a_path_that_leads_out_is_refused(path, root: Path):
    for act in (work_file.read, work_file.remove):
        with pytest.raises(StoreFailed):
            act(str(root), path)
    with pytest.raises(StoreFailed):
        work_file.write(str(root), path, b"x")
    assert os.listdir(root) == []


def test_a_folder_or_a_pipe_in_its_place_is_refused(root: Path):
    (root / "folder").mkdir()
    os.mkfifo(root / "pipe")
    for name in ("folder", "pipe"):
        with pytest.raises(StoreFailed):
            work_file.write(str(root), name, b"x")
        with pytest.raises(StoreFailed):
            work_file.read(str(root), name)


def test_a_file_where_a_folder_should_be_is_refused(root: Path):
    (root / "cases").write_bytes(b"x")
    with pytest.raises(StoreFailed):
        work_file.write(str(root), "cases/a", b"x")


def test_removing_is_done_once_and_asked_for_twice(root: Path):
    work_file.write(str(root), "a/b", b"x")
    work_file.remove(str(root), "a/b")
    work_file.remove(str(root), "a/b")
    assert work_file.read(str(root), "a/b") is None


def test_a_disk_that_fails_leaves_the_old_file_and_no_other(root: Path, monkeypatch):
    work_file.write(str(root), "a", b"old")

    def fsync(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(StoreFailed) as caught:
        work_file.write(str(root), "a", b"new")
    assert caught.value.exit_code == 40
    assert os.listdir(root) == ["a"]
    assert (root / "a").read_bytes() == b"old"


def test_what_a_dead_writer_left_is_removed_and_nothing_else(root: Path):
    (root / "cases").mkdir()
    for name in (".gridctl-0a1b", "cases/.gridctl-2c3d", "cases/a.yaml", "cases/.hidden"):
        (root / name).touch()
    work_file.left_over(str(root), "cases")
    assert sorted(os.listdir(root / "cases")) == [".hidden", "a.yaml"]
    work_file.left_over(str(root), "")
    assert sorted(os.listdir(root)) == ["cases"]
    work_file.left_over(str(root), "absent")
