"""Makes the sample ledger's cases and journal again, byte for byte, with gridctl's own commands.

tools/sample.py             run tools/sample_steps.txt in a scratch ledger; replace cases/ and
                            journal/ with what it made, and tests/sample/pages/ with what gridctl
                            says of some cases
tools/sample.py --check     change nothing; exit 1 and name what differs
tools/sample.py --keep DIR  make the ledger in DIR/ledger, history and all, and leave it there;
                            prints the id of every @word
"""

import argparse
import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import NamedTuple

from gridctl.cli import main as gridctl

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MADE = ("cases", "journal")
PAGES = os.path.join(ROOT, "tests", "sample", "pages")
STEPS = os.path.join(ROOT, "tools", "sample_steps.txt")
SETTINGS = ("grids.yaml", "staff.yaml")
FOUNDER = ("--person", "许文彬", "--email", "s001@example.org")
BEGUN = "2026-09-01T08:30:00+08:00"
ENDED = "2026-11-20T17:30:00+08:00"
SHOWN = ("@wages", "@courtyard", "@clearing", "@dust")
LANGUAGES = ("zh", "en")
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


def pages(ledger: str, ids: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What gridctl and git say of the ledger at its end: file names and texts."""
    world = sealed(os.path.dirname(ledger)) | {"GRIDCTL_NOW": ENDED}
    for language in LANGUAGES:
        asked = ("-C", ledger, "--lang", language)
        yield f"list.{language}.txt", _told(world, *asked, "list", "--all")
        for name in SHOWN:
            yield f"{name[1:]}.{language}.txt", _told(world, *asked, "show", ids[name])
    for name in SHOWN:
        form = ("--reverse", "--format=%aI %an <%ae>%n%B", f"--grep=^Case: {ids[name]}$")
        log = subprocess.check_output(["git", "-C", ledger, "log", *form], env=world, text=True)
        yield f"{name[1:]}.log.txt", log


def _told(world: dict[str, str], *words: str) -> str:
    return _expect_done(" ".join(words), *called(world, *words))


def write_pages(folder: str, ledger: str, ids: dict[str, str]) -> str:
    """Write every page into a folder, which is returned."""
    os.makedirs(folder)
    for name, text in pages(ledger, ids):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    return folder


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
    """The paths in the project whose bytes differ from what was made."""
    new, old = files(made), files(there)
    changed = sorted(path for path in new.keys() | old.keys() if new.get(path) != old.get(path))
    return [os.path.relpath(os.path.join(there, path), ROOT) for path in changed]


def replace(made: str, there: str) -> None:
    """Put the folder that was made in place of the one in the project."""
    shutil.rmtree(there, ignore_errors=True)
    shutil.copytree(made, there)


def main() -> int:
    """Run as a command; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 on a difference")
    parser.add_argument("--keep", metavar="DIR", help="leave the scratch ledger in DIR/ledger")
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as fleeting:
        scratch = wishes.keep or fleeting
        ledger, ids = build(scratch)
        said = write_pages(os.path.join(scratch, "pages"), ledger, ids)
        changed: list[str] = []
        folders = ((os.path.join(ledger, name), os.path.join(ROOT, name)) for name in MADE)
        for made, there in (*folders, (said, PAGES)):
            differ = differences(made, there)
            changed += differ
            if differ and not wishes.check and not wishes.keep:
                replace(made, there)
    print(f"{len(ids)} cases made; {len(changed)} files of the project differ", *changed, sep="\n")
    if wishes.keep:
        print(*(f"{name} {case_id}" for name, case_id in ids.items()), sep="\n")
    return 1 if changed and wishes.check else 0


if __name__ == "__main__":
    sys.exit(main())
