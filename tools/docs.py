"""Keeps the pages true: runs every console block, and writes help pages and tables from the code.

tools/docs.py           run everything and write down what it prints
tools/docs.py --check   change nothing; exit 1 and show what is no longer so

A page may set the world of its blocks in remarks that no reader sees:
    <!-- env GRIDCTL_NOW=2026-11-24T08:31:00+08:00 -->     variables from here on
    <!-- run git config --global user.name 周明 -->        a command whose output is not shown
    <!-- table terms.STEPS --> ... <!-- end -->            a table of keys and terms
"""

import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module

from command_pages import command_pages
from scratch import ROOT, environment

RUN = (
    "README.md",
    "docs/tutorial.md",
    "docs/tutorial.en.md",
    "docs/backup.md",
    "docs/format.md",
    "docs/responsibility.md",
    "docs/server.md",
    "docs/review.md",
    "docs/review.en.md",
)
TABLES = ("docs/glossary.md", "docs/format.md")
COMMANDS = "docs/commands.md"
HOME = "/home/zhou"

_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_PARTS = re.compile(
    r"^```console\n(?P<block>.*?)^```$|^<!-- env (?P<env>.*?) -->$|^<!-- run (?P<run>.*?) -->$",
    re.MULTILINE | re.DOTALL,
)
_TABLE = re.compile(
    r"(?<=^<!-- table )(\w+)\.(\w+) -->\n.*?(?=^<!-- end -->$)", re.MULTILINE | re.DOTALL
)
_END = "\x1e"  # ends what one command prints


def commands(block: str) -> list[str]:
    """The commands of a console block: lines after `$ `, and their continuations after `> `."""
    found: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(line[2:])
        elif line.startswith("> ") and found:
            found[-1] += "\n" + line[2:]
    return found


def script(text: str) -> str:
    """One shell script of all that the page runs; every shown command ends with a mark."""
    return "\n".join(line for part in _PARTS.finditer(text) for line in _lines(part)) + "\n"


def _lines(part: re.Match[str]) -> list[str]:
    if part["env"]:
        return [f"export {part['env']}"]
    if part["run"]:
        return [f"{{\n{part['run']}\n}} >/dev/null </dev/null || exit 99"]
    end = f"printf '\\n{_END}\\n'"
    return [f"{{\n{each}\n}} 2>&1 </dev/null\n{end}" for each in commands(part["block"])]


def ran(text: str, seed: str) -> str:
    """The page with what its commands print now."""
    with tempfile.TemporaryDirectory(prefix="gridctl-docs-") as folder:
        home = os.path.realpath(folder)
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-c", script(text)],
            cwd=home,
            env=environment(home, GRIDCTL_ID_SEED=seed, PROJECT=ROOT),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        printed = iter(done.stdout.replace(home, HOME).split(f"\n{_END}\n"))
    if done.returncode == 99:
        message = f"{seed}: a hidden command failed\n{done.stderr}"
        raise RuntimeError(message)
    return _BLOCK.sub(lambda block: _answered(block[0], printed), text)


def _answered(block: str, printed: Iterator[str]) -> str:
    out = []
    for command in commands(block):
        out.append("$ " + command.replace("\n", "\n> "))
        out += [line.rstrip() for line in next(printed).rstrip("\n").splitlines()]
    return "\n".join(out) + "\n"


def tabled(text: str) -> str:
    """The page with its tables as the code has them."""
    return _TABLE.sub(lambda m: f"{m[1]}.{m[2]} -->\n{_table(m[1], m[2])}", text)


def _table(module: str, name: str) -> str:
    terms = getattr(import_module(f"gridctl.domain.{module}"), name)
    rows = [f"| `{key}` | {term.zh} | {term.en} |" for key, term in terms.items()]
    return "\n".join(["| key | 中文 | English |", "|---|---|---|", *rows]) + "\n"


def fresh(path: str, text: str) -> str:
    """What the page should say, given what it says."""
    if path == COMMANDS:
        return command_pages()
    if path in TABLES:
        text = tabled(text)
    return ran(text, path) if path in RUN else text


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing, find fault")
    parser.add_argument("pages", nargs="*", default=sorted({*RUN, *TABLES, COMMANDS}))
    wish = parser.parse_args(argv)
    stale = [path for path in wish.pages if _is_stale(path, _compare if wish.check else _write)]
    return 1 if wish.check and stale else 0


def _is_stale(path: str, then: Callable[[str, str, str], None]) -> bool:
    try:
        with open(os.path.join(ROOT, path), encoding="utf-8") as file:
            there = file.read()
    except FileNotFoundError:
        there = ""
    wanted = fresh(path, there)
    if there != wanted:
        then(path, there, wanted)
    return there != wanted


def _write(path: str, _there: str, wanted: str) -> None:
    with open(os.path.join(ROOT, path), "w", encoding="utf-8") as file:
        file.write(wanted)
    print(f"written: {path}")


def _compare(path: str, there: str, wanted: str) -> None:
    lines = difflib.unified_diff(there.splitlines(), wanted.splitlines(), path, "now", lineterm="")
    print("\n".join(lines))


if __name__ == "__main__":
    sys.exit(main())
