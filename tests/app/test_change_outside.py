"""What lies outside git goes with the record: kept where the commit was made, else taken back."""

import errno
import os
import subprocess

import pytest

from gridctl.errors import StoreFailed
from gridctl.git import commit
from gridctl.store import work_file
from gridctl.words import say

SAID = (
    *("--as", "p10", "collect", "漏水", "--grid", "qy-dh-1", "--source", "hotline"),
    *("--reporter", "张三"),
)


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"photo")
    return str(path)


def laid(folder) -> list[str]:
    return [name for part in ("private", "evidence") for name in names(folder / part)]


def names(folder) -> list[str]:
    return os.listdir(folder) if folder.exists() else []


def subjects(folder) -> list[str]:
    log = subprocess.run(
        ["git", "-C", folder, "log", "--format=%s"], capture_output=True, text=True, check=True
    )
    return log.stdout.splitlines()


def test_a_record_that_the_disk_did_not_confirm_keeps_evidence_and_name(
    ledger_folder, gridctl, photo, monkeypatch
):
    really = commit.sync

    def sync(*paths: str) -> None:
        if any(path.endswith("refs/heads") for path in paths):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        really(*paths)

    monkeypatch.setattr(commit, "sync", sync)
    found = gridctl(*SAID, "--photo", photo)
    assert found.code == 40
    assert "recorded as" in found.err
    assert "did not confirm" in found.err
    assert len(subjects(ledger_folder)) == 2
    assert len(laid(ledger_folder)) == 3
    status = ["git", "-C", ledger_folder, "status", "--porcelain"]
    assert subprocess.run(status, capture_output=True, check=True).stdout == b""


@pytest.mark.parametrize("place", ["_write", "sync_objects", "move_head"])
def test_an_interrupt_before_the_commit_leaves_nothing_outside(
    ledger_folder, gridctl, photo, monkeypatch, place
):
    monkeypatch.setattr(commit, place, interrupted)
    assert gridctl(*SAID, "--photo", photo).code == 130
    assert len(subjects(ledger_folder)) == 1
    assert laid(ledger_folder) == []


def test_an_interrupt_behind_the_commit_keeps_all(ledger_folder, gridctl, photo, monkeypatch):
    monkeypatch.setattr(commit, "_sync_refs", interrupted)
    assert gridctl(*SAID, "--photo", photo).code == 130
    assert len(subjects(ledger_folder)) == 2
    assert len(laid(ledger_folder)) == 3


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_second_file_that_cannot_be_written_takes_the_first_with_it(
    ledger_folder, gridctl, photo, monkeypatch
):
    really, done = work_file.write, []

    def write(*words: object, **more: object) -> None:
        if done:
            raise StoreFailed(say("no space left"))
        really(*words, **more)
        done.append(words)

    monkeypatch.setattr(work_file, "write", write)
    assert gridctl(*SAID, "--photo", photo).code == 40
    assert done
    assert laid(ledger_folder) == []
