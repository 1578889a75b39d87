"""Writers at the same time: what was reported as recorded is recorded, once."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gridctl.app.landing import land
from gridctl.git.repository import Identity, init

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    folder = tmp_path / "ledger"
    folder.mkdir()
    person = Identity("x", "x@example.org")
    first = {"cases/shared.yaml": b""}
    land(init(str(folder)), None, first, "begin", person, datetime(2026, 11, 24, tzinfo=UTC))
    return folder


def start(ledger: Path, number: int, turns: int, how: str) -> subprocess.Popen[str]:
    program = os.path.join(HERE, "one_writer.py")
    return subprocess.Popen(
        [sys.executable, program, str(ledger), str(number), str(turns), how],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def race(ledger: Path, writers: int, turns: int, how: str) -> list[str]:
    """What the writers were told is recorded."""
    running = [start(ledger, number, turns, how) for number in range(writers)]
    said = [process.communicate(timeout=120) for process in running]
    assert [(process.returncode, err) for process, (_, err) in zip(running, said, strict=True)] == [
        (0, "") for _ in running
    ]
    return [line for out, _ in said for line in out.split()]


def git(ledger: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(ledger), *words], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_eight_writers_under_the_lock_lose_nothing(ledger):
    told = race(ledger, 8, 5, "locked")
    assert len(told) == 40
    assert sorted(git(ledger, "show", "HEAD:cases/shared.yaml").split()) == sorted(told)
    assert git(ledger, "rev-list", "--count", "HEAD").strip() == "41"
    assert git(ledger, "status", "--porcelain") == ""
    assert git(ledger, "fsck", "--strict") == ""


def test_without_the_lock_the_slower_one_is_told_so_and_nobody_is_overwritten(ledger):
    told = race(ledger, 4, 10, "unlocked")
    recorded = git(ledger, "show", "HEAD:cases/shared.yaml").split()
    assert set(told) <= set(recorded)
    assert len(recorded) == len(set(recorded))
    assert git(ledger, "rev-list", "--count", "HEAD").strip() == str(len(recorded) + 1)


@pytest.mark.parametrize("whole", [True, False], ids=["with its git", "alone"])
def test_killed_writers_take_nothing_with_them_and_the_others_go_on(whole, ledger):
    """Killed alone, a writer leaves a git at work that nobody waits for any more."""
    chance = random.Random(7)
    running = [start(ledger, number, 6, "locked") for number in range(8)]
    time.sleep(0.4)
    for process in running[:4]:
        time.sleep(chance.uniform(0, 0.1))
        with contextlib.suppress(ProcessLookupError):
            (os.killpg if whole else os.kill)(process.pid, signal.SIGKILL)
    said = [process.communicate(timeout=120) for process in running]
    told = [line for out, _ in said for line in out.split()]
    told += start(ledger, 99, 1, "locked").communicate()[0].split()
    assert told[-1] == "99-0"  # whoever died last is recovered from
    recorded = git(ledger, "show", "HEAD:cases/shared.yaml").split()
    assert set(told) <= set(recorded)
    assert len(recorded) == len(set(recorded))
    assert git(ledger, "rev-list", "--count", "HEAD").strip() == str(len(recorded) + 1)
    assert git(ledger, "status", "--porcelain") == ""
    assert git(ledger, "fsck", "--strict", "--no-dangling") == ""
