"""One writer at a time, and the next one knows how the last one ended."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gridctl.errors import Busy, Refused, StoreFailed
from gridctl.git.lock import held
from gridctl.git.objects import Objects
from gridctl.git.repository import discover
from gridctl.git.trace import place_of_trace
from gridctl.words import say

PROJECT = Path(__file__).parents[2]
HOLDER = """
import sys, time
from gridctl.git.lock import held
from gridctl.git.repository import discover
with held(discover(sys.argv[1]), "韩梅梅"):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def other(repository):
    """Another process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, repository.top],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def left_behind(repository) -> bool:
    with held(repository, "李雷") as lock:
        found = lock.left_behind
        lock.recovered()
        return found


def test_who_waits_too_long_hears_who_holds_it_and_since_when(repository, other):
    began = time.monotonic()
    with pytest.raises(Busy) as caught, held(repository, "李雷", wait=0.2):
        pass
    assert time.monotonic() - began < 2
    assert "韩梅梅" in str(caught.value.message)
    assert time.strftime("%Y-%m-%dT%H:") in str(caught.value.message)
    assert caught.value.exit_code == 50


def test_who_waits_gets_it_when_the_other_ends(repository, other):
    other.send_signal(signal.SIGTERM)
    with held(repository, "李雷", wait=5):
        pass


def test_readers_do_not_wait(repository, recorded, other):
    recorded({"a": "1\n"})
    with Objects(repository) as objects:
        assert objects.commit("HEAD")


def test_a_holder_that_was_killed_is_noticed_once(repository, other):
    other.kill()
    other.wait()
    with held(repository, "李雷", wait=5) as lock:
        assert lock.left_behind
        assert abs(lock.since - time.time()) < 30
        assert [trace.who for trace in lock.left] == ["韩梅梅"]
        lock.recovered()
    assert not left_behind(repository)


def test_what_nobody_has_recovered_is_told_to_the_next(repository, other):
    other.kill()
    other.wait()
    with held(repository, "李雷"):
        pass
    assert left_behind(repository)
    assert not left_behind(repository)


def test_a_refusal_leaves_nothing_to_recover(repository):
    with pytest.raises(Refused), held(repository, "李雷"):
        raise Refused("W01", say("no"))
    assert not left_behind(repository)


def test_who_dies_leaves_where_he_was_and_where_to(repository, recorded):
    first = recorded({"a": "1\n"})
    with held(repository, "李雷") as lock:
        lock.heads_for("2" * 40)
        lock.unfinished = True
    with held(repository, "韩梅梅") as lock:
        (trace,) = lock.left
        assert place_of_trace(repository, trace) == repository
        assert (trace.who, trace.old, trace.new) == ("李雷", first, "2" * 40)


def test_the_traces_of_several_are_kept_until_somebody_has_recovered(repository):
    for who in ("李雷", "韩梅梅"):
        with held(repository, who) as lock:
            lock.unfinished = True
    with held(repository, "赵一"):
        pass
    with held(repository, "钱二") as lock:
        assert [trace.who for trace in lock.left] == ["李雷", "韩梅梅"]
        lock.recovered()
        lock.unfinished = True
    with held(repository, "孙三") as lock:
        assert [trace.who for trace in lock.left] == ["钱二"]


def test_a_trace_survives_a_moved_ledger_and_lines_that_are_none(repository, office):
    with held(repository, "李雷") as lock:
        lock.unfinished = True
    with (office / ".git/gridctl/lock").open("ab") as file:
        file.write(b'["2026-11-24", "cut sho')
    moved = office.rename(office.with_name("moved"))
    there = discover(str(moved))
    assert there
    with held(there, "韩梅梅") as lock:
        lock.unfinished = True
    with held(there, "赵一") as lock:
        assert [trace.who for trace in lock.left] == ["李雷", "韩梅梅"]
        assert {place_of_trace(there, trace) for trace in lock.left} == {there}


@pytest.mark.parametrize("error", [StoreFailed(say("disk")), KeyboardInterrupt(), OSError()])
def test_a_disk_error_or_an_interrupt_does(error, repository):
    with pytest.raises(type(error)), held(repository, "李雷"):
        raise error
    assert left_behind(repository)


def test_a_file_system_without_locks_is_named(repository, monkeypatch):
    import errno
    import fcntl

    def flock(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", flock)
    with pytest.raises(StoreFailed) as caught, held(repository, "李雷"):
        pass
    assert "no locks" in str(caught.value.message)


@pytest.mark.skipif(os.geteuid() != 0, reason="needs another user to become")
def test_a_git_directory_one_may_not_write_to_is_an_error_with_its_path(repository, office):
    office.chmod(0o755)
    for folder in (*office.parents[:3], office, office / ".git"):
        folder.chmod(0o755)
    program = (
        "import os, sys\n"
        "from gridctl.errors import StoreFailed\n"
        "from gridctl.git.lock import held\n"
        "from gridctl.git.repository import discover\n"
        "repository = discover(sys.argv[1])\n"
        "os.seteuid(65534)\n"
        "try:\n"
        "    with held(repository, 'x'): pass\n"
        "except StoreFailed as error:\n"
        "    print(error.message)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(office)],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "gridctl/lock" in done.stdout, done
