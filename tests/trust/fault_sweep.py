"""Fail every file-changing call of a command, one after the other, and look at what is left.

Run as a script it sweeps everything, power cuts included where loop devices can be mounted:
    python tests/trust/fault_sweep.py [kill,eio,enospc,short,power [step,settings,journal,signed,mend,undo,sync]]
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
MODES = ("kill", "eio", "enospc", "short")
sys.path.insert(0, HERE)

from acts import ACTS, age  # noqa: E402
from under_fault import Act, Answer, done, git  # noqa: E402


@dataclass(frozen=True)
class Bench:
    """A compiled fault library, a sound repository to start from, its tree before and after."""

    act: Act
    folder: str
    old: str
    new: str
    calls: tuple[str, ...]


def prepare(folder: str, act: Act) -> Bench:
    """Compile the library, make the sound repository `base`, and act once undisturbed."""
    library = os.path.join(folder, "faultlib.so")
    source = os.path.join(HERE, "faultlib.c")
    compile_ = ["gcc", "-O2", "-shared", "-fPIC", "-o", library, source, "-ldl"]
    subprocess.run(compile_, check=True)
    base, run = os.path.join(folder, "base"), os.path.join(folder, "run")
    act.begin(folder, base)
    age(base)
    old = tree(folder, base)
    shutil.copytree(base, run)
    log = os.path.join(folder, "log")
    answer = done(act, folder, run, {"FAULT_K": "0", "FAULT_LOG": log})
    assert answer.code == 0, answer
    new = tree(folder, run)
    assert new != old
    with open(log, encoding="utf-8", errors="replace") as file:
        calls = tuple(line.split(" ", 1)[1].strip() for line in file)
    return Bench(act, folder, old, new, calls)


def tree(folder: str, store: str) -> str:
    return git(folder, store, "rev-parse", "HEAD^{tree}").out.strip()


def fault(bench: Bench, mode: str, number: int, store: str | None = None) -> tuple[str, str]:
    """Fail call `number` (from 1); `old` or `new`, and what is wrong with what is left, if it is."""
    if store is None:
        store = os.path.join(bench.folder, "run")
        shutil.rmtree(store, ignore_errors=True)
        shutil.copytree(os.path.join(bench.folder, "base"), store)
    sticky = "1" if mode == "enospc" else "0"
    setting = {"FAULT_K": str(number), "FAULT_MODE": mode, "FAULT_STICKY": sticky}
    return judge(bench, store, done(bench.act, bench.folder, store, setting))


def judge(bench: Bench, store: str, first: Answer) -> tuple[str, str]:
    found = tree(bench.folder, store)
    if found not in (bench.old, bench.new):
        return "?", f"a third state: {found}"
    state = "new" if found == bench.new else "old"
    if first.code == 0 and state == "old":
        return state, "said done, but nothing is recorded"
    if "Traceback" in first.said or first.code == -999:
        return state, first.said
    again = done(bench.act, bench.folder, store)
    if (
        again.code != (bench.act.again if state == "new" else 0)
        or tree(bench.folder, store) != bench.new
    ):
        return state, f"the retry does not end in new: {again.said}"
    return state, after_the_retry(bench.folder, store)


def after_the_retry(folder: str, store: str) -> str:
    checked = git(folder, store, "fsck", "--strict", "--no-dangling")
    if checked.code or checked.out or checked.said.replace("notice: HEAD points", ""):
        return f"fsck: {checked.out}{checked.said}"
    status = git(folder, store, "status", "--porcelain").out
    if status:
        return f"status: {status}"
    if git(folder, store, "diff-index", "--quiet", "HEAD").code:
        return "the index does not know the files it stands for"
    if os.path.getsize(os.path.join(store, ".git", "gridctl", "lock")):
        return "the lock still says that somebody died"
    return ", ".join(
        name
        for _, _, names in os.walk(store)
        for name in names
        if name.endswith(".lock") or name.startswith(".gridctl-")
    )


def power_cut(bench: Bench, number: int) -> tuple[str, str]:
    """The same on a disk of its own that forgets whatever was not synced. Needs root."""
    image, mount = (os.path.join(bench.folder, name) for name in ("image", "disk"))
    os.makedirs(mount, exist_ok=True)
    with open(image, "wb") as file:
        file.truncate(64 << 20)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    subprocess.run(["mount", "-o", "loop", image, mount], check=True)
    try:
        store = os.path.join(mount, "store")
        shutil.copytree(os.path.join(bench.folder, "base"), store)
        os.sync()
        first = done(
            bench.act, bench.folder, store, {"FAULT_K": str(number), "FAULT_MODE": "power"}
        )
        unmount(mount)
        subprocess.run(["mount", "-o", "loop", image, mount], check=True)
        return judge(bench, store, first)
    finally:
        unmount(mount)


def unmount(mount: str) -> None:
    """What was killed may take a moment to let go."""
    for _ in range(100):
        if (
            subprocess.run(["umount", mount], stderr=subprocess.DEVNULL, check=False).returncode
            == 0
        ):
            return
        time.sleep(0.05)
    raise OSError(mount)


def sweep(bench: Bench, mode: str, numbers: range) -> tuple[Counter[str], list[str]]:
    counts: Counter[str] = Counter()
    wrong = []
    for number in numbers:
        state, why = power_cut(bench, number) if mode == "power" else fault(bench, mode, number)
        counts["bad" if why else state] += 1
        if why:
            what = [*bench.calls, "none"][number - 1]
            wrong.append(f"{mode} at call {number} ({what}): {why}")
    return counts, wrong


if __name__ == "__main__":
    modes = sys.argv[1].split(",") if len(sys.argv) > 1 else [*MODES, "power"]
    names = sys.argv[2].split(",") if len(sys.argv) > 2 else [*ACTS]
    for name in names:
        with tempfile.TemporaryDirectory(prefix="sweep") as place:
            ready = prepare(place, ACTS[name])
            kinds = dict(Counter(one.split()[0] for one in ready.calls))
            print(f"{name}: {len(ready.calls)} calls", kinds)
            for each in modes:
                # One past the end: the fault comes after everything was reported as done.
                tally, found = sweep(ready, each, range(1, len(ready.calls) + 2))
                print(f"{each:7}", dict(tally), *found, sep="\n  " if found else " ", flush=True)
