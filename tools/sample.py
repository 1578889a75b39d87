"""Makes the sample ledger's cases again, byte for byte, with gridctl's own commands.

tools/sample.py            run tools/sample_steps.txt in a scratch ledger, and replace cases/
tools/sample.py --check    change nothing; exit 1 and name what differs
tools/sample.py --keep DIR make the scratch ledger in DIR, history and all, and leave it there
"""

import argparse
import contextlib
import io
import json
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from typing import NamedTuple

from gridctl.cli import main as gridctl

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STEPS = os.path.join(ROOT, "tools", "sample_steps.txt")
SETTINGS = ("grids.yaml", "staff.yaml")
FOUNDER = ("--person", "许文彬", "--email", "s001@example.org")
BEGUN = "2026-09-01T08:30:00+08:00"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Step(NamedTuple):
    """One command of the script: when, who acts, and its words; `line` is where it stands."""

    line: int
    now: str
    actor: str
    words: list[str]


def steps(path: str = STEPS) -> Iterator[Step]:
    """The steps of a script, in their order."""
    day, last = "", ""
    with open(path, encoding="utf-8") as file:
        for number, line in _whole_lines(file.read()):
            first, *rest = shlex.split(line)
            if DAY.fullmatch(first):
                day = first
                continue
            now = f"{day}T{first}:00+08:00"
            if now < last:
                sys.exit(f"{path}:{number}: {now} comes after {last}: the script runs forward")
            last = now
            yield Step(number, now, rest[0], rest[1:])


def _whole_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their number, indented ones joined to the one above; remarks and blanks left out."""
    begun, whole = 0, ""
    for number, line in enumerate([*text.splitlines(), "."], 1):
        if line.startswith(" "):
            whole += line
            continue
        if whole:
            yield begun, whole
        begun, whole = number, "" if line.startswith("#") else line.strip()


def called(environ: dict[str, str], *words: str) -> tuple[int, str, str]:
    """One gridctl command in this process, in an environment of its own: exit code, stdout, stderr."""
    out, err = io.StringIO(), io.StringIO()
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(environ)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = gridctl.run(words)
    finally:
        os.environ.clear()
        os.environ.update(before)
    return code, out.getvalue(), err.getvalue()


def sealed(scratch: str) -> dict[str, str]:
    """An environment without the settings of whoever runs this."""
    home = os.path.join(scratch, "home")
    os.makedirs(home, exist_ok=True)
    kept = {key: os.environ[key] for key in ("PATH", "TMPDIR") if key in os.environ}
    return kept | {
        "HOME": home,
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GRIDCTL_LANG": "en",
        "NO_COLOR": "1",
    }


def build(scratch: str, script: str = STEPS) -> tuple[str, dict[str, str]]:
    """A ledger in the folder, from the settings of this project and a script; the ids by their @word."""
    ledger = os.path.join(scratch, "ledger")
    os.makedirs(ledger)
    for name in SETTINGS:
        shutil.copy(os.path.join(ROOT, name), ledger)
    world = sealed(scratch)
    _expect_done(
        f"{script}: init", *called(world | {"GRIDCTL_NOW": BEGUN}, "init", ledger, *FOUNDER)
    )
    ids: dict[str, str] = {}
    for step in steps(script):
        world |= {"GRIDCTL_NOW": step.now, "GRIDCTL_AS": step.actor}
        _run(step, script, world | {"GRIDCTL_LEDGER": ledger}, ids)
    _expect_done("check", *called(world, "-C", ledger, "check"))
    return ledger, ids


def _run(step: Step, script: str, world: dict[str, str], ids: dict[str, str]) -> None:
    verb, *rest = step.words
    name = rest[0] if verb == "collect" else ""
    if name:
        world = world | {"GRIDCTL_ID_SEED": f"sample {name}"}
        rest = rest[1:]
    words = [ids[word] if word.startswith("@") else word for word in rest]
    where = f"{script}:{step.line}: {' '.join(step.words)}"
    out = _expect_done(where, *called(world, verb, *words, "--json"))
    if name:
        ids[name] = json.loads(out)["id"]


def _expect_done(what: str, code: int, out: str, err: str) -> str:
    if code or err:
        sys.exit(f"{what}\nexit {code}\n{out}{err}")
    return out


def files(folder: str) -> dict[str, bytes]:
    """Every file below a folder by its path in it."""
    found = {}
    for at, _folders, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def differences(made: str, there: str) -> list[str]:
    """The paths whose bytes differ between two folders."""
    new, old = files(made), files(there)
    return sorted(path for path in new.keys() | old.keys() if new.get(path) != old.get(path))


def main() -> int:
    """Run as a command; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 on a difference")
    parser.add_argument("--keep", metavar="DIR", help="leave the scratch ledger in DIR/ledger")
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as fleeting:
        ledger, ids = build(wishes.keep or fleeting)
        made, there = os.path.join(ledger, "cases"), os.path.join(ROOT, "cases")
        changed = differences(made, there)
        if changed and not wishes.check and not wishes.keep:
            shutil.rmtree(there, ignore_errors=True)
            shutil.copytree(made, there)
    print(f"{len(ids)} cases, {len(changed)} files differ from cases/")
    print(*changed, sep="\n", end="\n" if changed else "")
    return 1 if changed and wishes.check else 0


if __name__ == "__main__":
    sys.exit(main())
