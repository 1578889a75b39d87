"""Whoever died, in whichever work tree or ledger of a repository: the next writer finishes there."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from gridctl.app import landing, undoing
from gridctl.app.founding import Foundation, found
from gridctl.app.opening import place_of
from gridctl.cli import main


@pytest.fixture
def run(monkeypatch, gridctl) -> Callable[..., int]:
    """Run a command in a folder; with `dies_at` in a child process that dies at that function."""

    def call(folder: Path, *words: str, dies_at: tuple[object, str] | None = None) -> int:
        child = dies_at and os.fork()
        if child:
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if dies_at:
            monkeypatch.setattr(*dies_at, lambda *_: os._exit(9))
        monkeypatch.chdir(folder)
        monkeypatch.setenv("GRIDCTL_NOW", "2026-11-24T16:30:00+08:00")
        monkeypatch.setenv("GRIDCTL_ID_SEED", words[-1])
        code = main.run(words)
        return os._exit(code) if dies_at else code

    return call


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", folder, *words], capture_output=True, text=True, check=True)
    return done.stdout


def collect(title: str) -> tuple[str, ...]:
    return ("--as", "p10", "collect", "--grid", "qy-dh-1", "--source", "patrol", title)


BEHIND_THE_COMMIT = (landing, "_along")


def test_a_death_in_one_work_tree_is_mended_from_another(ledger_folder, run, tmp_path):
    side = tmp_path / "side"
    git(ledger_folder, "worktree", "add", "-q", "-b", "side", str(side))
    assert run(ledger_folder, *collect("甲"), dies_at=BEHIND_THE_COMMIT) == 9
    assert git(ledger_folder, "status", "--porcelain") != ""
    assert run(side, *collect("乙")) == 0
    assert git(ledger_folder, "status", "--porcelain") == ""
    assert git(side, "status", "--porcelain") == ""
    assert run(ledger_folder, "record") == 0


def test_a_work_tree_that_is_gone_keeps_nobody_from_writing(ledger_folder, run, tmp_path):
    side = tmp_path / "side"
    git(ledger_folder, "worktree", "add", "-q", "-b", "side", str(side))
    assert run(side, *collect("甲"), dies_at=BEHIND_THE_COMMIT) == 9
    shutil.rmtree(side)
    assert run(ledger_folder, *collect("乙")) == 0
    assert not (ledger_folder / ".git/gridctl/lock").read_bytes()


def test_a_work_tree_in_the_middle_of_a_merge_is_left_to_a_later_writer(
    ledger_folder, run, tmp_path
):
    side = tmp_path / "side"
    git(ledger_folder, "worktree", "add", "-q", "-b", "side", str(side))
    assert run(side, *collect("甲"), dies_at=BEHIND_THE_COMMIT) == 9
    merging = ledger_folder / ".git/worktrees/side/MERGE_HEAD"
    merging.write_text(git(side, "rev-parse", "HEAD"))
    assert run(ledger_folder, *collect("乙")) == 0
    assert run(ledger_folder, *collect("丙")) == 0
    assert (ledger_folder / ".git/gridctl/lock").read_bytes().count(b"\n[") == 2  # one trace
    merging.unlink()
    assert run(ledger_folder, *collect("丁")) == 0
    assert git(side, "status", "--porcelain") == ""
    assert not (ledger_folder / ".git/gridctl/lock").read_bytes()


def test_a_death_in_one_ledger_of_a_repository_is_mended_from_the_other(
    run, tmp_path, office_files
):
    whole = tmp_path / "both"
    whole.mkdir()
    git(whole, "init", "-q")
    for name in ("one", "two"):
        (whole / name).mkdir()
        for file, data in office_files.items():
            (whole / name / file).write_bytes(data)
        now = place_time()
        found(str(whole / name), Foundation(), now, language="zh", fixed_clock=True)
    assert run(whole / "one", *collect("甲"), dies_at=BEHIND_THE_COMMIT) == 9
    assert run(whole / "two", *collect("乙")) == 0
    assert git(whole, "status", "--porcelain") == ""


def place_time():
    from datetime import datetime

    return datetime.fromisoformat("2026-11-24T08:00:00+08:00")


def test_an_undo_that_died_behind_its_step_back_is_finished(ledger_folder, run):
    assert run(ledger_folder, *collect("甲")) == 0
    (case,) = (ledger_folder / "cases").rglob("*.yaml")
    assert run(ledger_folder, "undo", dies_at=(undoing, "_files")) == 9
    assert case.exists()
    assert run(ledger_folder, *collect("乙")) == 0
    assert not case.exists()
    assert git(ledger_folder, "status", "--porcelain") == ""


def test_what_a_person_took_back_after_a_death_before_the_commit_stays_his(ledger_folder, run):
    grids = ledger_folder / "grids.yaml"
    old = grids.read_bytes()
    grids.write_bytes(old + b"# a remark\n")
    git(ledger_folder, "commit", "-qam", "by hand")
    _, repository = place_of(str(ledger_folder))
    (Path(repository.common_dir) / "gridctl/lock").write_text("\n" + '["x", "y", "..", "", ""]\n')
    grids.write_bytes(old)
    assert run(ledger_folder, *collect("甲")) == 0
    assert grids.read_bytes() == old
