"""No single bad file takes more than 2 seconds of CPU or 256 MiB, whatever it holds."""

import subprocess
import sys
from pathlib import Path

import pytest
from gallery import CASES, NOW, World

SECONDS, KIBIBYTES = 2.0, 256 * 1024
CASE, SETTINGS = 256 * 1024, 1024 * 1024
EVENT = "- n: 1\n  did: noted\n  at: 2026-11-24T08:31:00+08:00\n  by: s017\n  text: |-\n    x\n"
HEAD = "format: 1\nid: lz-20261124-k7qf2\nversion: 1\nhistory:\n"


def filled(head: str, piece: str, tail: str, size: int) -> str:
    """As many pieces between head and tail as a file of that size has room for."""
    room = size - len((head + tail).encode())
    return head + piece * (room // len(piece.encode())) + tail


def grids(size: int) -> str:
    """Grids without a parent that there is."""
    rows = (f"- {{id: g{n}, name: 甲, level: 2, parent: h{n}}}\n" for n in range(size // 53))
    return "format: 1\nledger: {name: 台账}\ngrids:\n" + "".join(rows)


def keys(size: int) -> str:
    return "".join(f"k{number}: 1\n" for number in range(size // 13))


CASES_OF = {
    "events": (HEAD, EVENT, ""),
    "events of another kind": (HEAD, EVENT.replace("noted", "x"), ""),
    "a list in brackets": ("a: [", "x,", "]\n"),
    "maps in brackets": ("a: [", "{a: b},", "]\n"),
    "maps in brackets, rows": ("a: [\n", " {a: b},\n", " ]\n"),
    "a map that names one key twice": ("a: [", "{a: b},", "{a: b, a: c}]\n"),
    "open brackets": ("", "[", ""),
    "open braces": ("", "{", ""),
    "dashes on one line": ("", "- ", "\n"),
    "dashes on lines": ("", "- a\n", ""),
    "quotes": ("a: ", "'", "\n"),
    "escapes": ('a: "', "\\n", '"\n'),
    "an open escape": ("a: ", '"\\', "\n"),
    "colons": ("", "a: ", "\n"),
    "blanks": ("a: x", " ", "y\nb: &x 1\n"),
    "blanks in brackets": ("a: [x", " ", "y]\nb: &x 1\n"),
    "question marks": ("", "? ", "\n"),
    "anchors": ("", "&a ", "\n"),
    "a bomb": ("a: &a [x]\n", "b: [*a, *a]\n", ""),
    "comments": ("", "# x\n", "a: 1\n"),
    "empty lines": ("a: 1", "\n", ""),
    "a long key": ("", "k", ": 1\n"),
    "a long number": ("version: ", "9", "\n"),
    "a long text": (HEAD + EVENT.removesuffix("x\n"), "长", "\n"),
    "merge marks": ("<<<<<<< HEAD\n", "=\n", ">>>>>>> x\n"),
    "backslashes": ('a: "', "\\", "\n"),
    "nested by lines": ("", "a:\n ", "\n"),
}
GRID = "- {id: X, name: 甲}\n"
SETTINGS_OF = {
    "grids that lack keys": ("format: 1\nledger: {name: 台账}\ngrids:\n", GRID, ""),
    "grids with a foreign key": ("format: 1\nledger: {name: 台账}\ngrids:\n", "- {x: 1}\n", ""),
    "grids that are text": ("format: 1\nledger: {name: 台账}\ngrids:\n", "- x\n", ""),
    "grids alike": (
        "format: 1\nledger: {name: 台账}\ngrids:\n",
        "- {id: a, name: 甲, level: 2, parent: b}\n",
        "",
    ),
    "grids with one key twice": (
        "format: 1\nledger: {name: 台账}\ngrids:\n",
        GRID,
        "- {id: a, id: b}\n",
    ),
    "a bracket of rows": ("format: 1\nledger: {name: 台账}\ngrids: [\n", " {x: 1},\n", " ]\n"),
    "anchors": ("", "&a ", "\n"),
    "open brackets": ("", "[", ""),
    "blanks": ("a: x", " ", "y\nb: &x 1\n"),
    "comments": ("", "# x\n", ""),
}


def measured(world: World, call: str) -> tuple[int, str, float, int]:
    """Exit code, standard error, CPU seconds and KiB of one call."""
    done = subprocess.run(
        [sys.executable, Path(__file__).parent / "one_read.py", *call.split()],
        cwd=world.ledger, env=world.environ | {"GRIDCTL_NOW": NOW, "GRIDCTL_LANG": "en"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    said, _, figures = done.stderr.rstrip("\n").rpartition("\n")
    took, most = figures.split()
    return done.returncode, said, float(took), int(most)


@pytest.mark.parametrize("kind", [*CASES_OF, "keys", "keys and one twice"])
def test_a_bad_case_is_told_in_time(world: World, kind: str) -> None:
    twice = "k0: 1\n" if kind == "keys and one twice" else ""
    made = keys(CASE) + twice if kind.startswith("keys") else filled(*CASES_OF[kind], CASE)
    assert CASE * 0.5 < len(made.encode()) <= CASE
    (world.ledger / CASES["k7qf2"]).write_text(made, "utf-8")
    world.commit()
    code, said, took, most = measured(world, "list")
    assert (code, said.count("\n") < 5) == (30, True)
    assert CASES["k7qf2"] in said
    assert took <= SECONDS
    assert most <= KIBIBYTES


@pytest.mark.parametrize("kind", [*SETTINGS_OF, "grids without parents"])
def test_bad_settings_are_told_in_time(world: World, kind: str) -> None:
    made = filled(*SETTINGS_OF[kind], SETTINGS) if kind in SETTINGS_OF else grids(SETTINGS)
    assert SETTINGS * 0.9 < len(made.encode()) <= SETTINGS
    (world.ledger / "grids.yaml").write_text(made, "utf-8")
    code, said, took, most = measured(world, "record")
    assert code == 30
    assert "grids.yaml" in said
    assert said.count("\n") < 120
    assert took <= SECONDS
    assert most <= KIBIBYTES
