"""A command called under fault: its world, the library that fails a call, and what it answered."""

import os
import signal
import struct
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(HERE))


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    said: str


@dataclass(frozen=True)
class Act:
    """A command under fault: what makes its sound repository, and its words before the store.

    `again` is what it answers when it is called once more: what is done is done, or is refused.
    """

    begin: Callable[[str, str], None]  # {store} in a word stands for where it lies
    words: tuple[str, ...]
    after: tuple[str, ...] = ()
    again: int = 0


def environment(folder: str) -> dict[str, str]:
    home = os.path.join(folder, "home")
    os.makedirs(home, exist_ok=True)
    packages = sysconfig.get_paths()["purelib"]
    return {
        "PATH": os.environ["PATH"],
        "HOME": home,
        "PYTHONPATH": os.pathsep.join((PROJECT, packages)),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "GRIDCTL_NOW": "2026-11-24T11:00:00+08:00",
        "GRIDCTL_LANG": "en",
        # The same ids in every run: the calls count the same, and a finding can be found again.
        "GIT_AUTHOR_DATE": "2026-11-24T08:00:00+0800",
        "GIT_COMMITTER_DATE": "2026-11-24T08:00:00+0800",
    }


def call(folder: str, words: list[str], fault: dict[str, str] | None = None) -> Answer:
    env = environment(folder)
    if fault is not None:
        counter = os.path.join(folder, "counter")
        with open(counter, "wb") as file:
            file.write(struct.pack("q", 0))
        env |= {
            "LD_PRELOAD": os.path.join(folder, "faultlib.so"),
            "FAULT_COUNTER": counter,
            **fault,
        }
    process = subprocess.Popen(
        words,
        env=env,
        cwd=folder,
        text=True,
        errors="replace",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        out, said = process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, said = process.communicate()
        return Answer(-999, out, "hangs: " + said)
    return Answer(process.returncode, out, said)


def git(bench_folder: str, store: str, *words: str) -> Answer:
    return call(bench_folder, ["git", "-C", store, *words])


def done(act: Act, folder: str, store: str, fault: dict[str, str] | None = None) -> Answer:
    # A shell wrapper in place of the interpreter would take the first fault.
    python = os.path.realpath(sys.executable)
    if fault is not None:
        fault = {"FAULT_PATH": store, **fault}
    after = (word.replace("{store}", store) for word in act.after)
    return call(folder, [python, *act.words, store, *after], fault)
