"""The cache never changes an answer: right rows, no rows, damaged rows, a file that is none."""

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest

from gridctl.app.opening import open_ledger
from gridctl.domain.facts import Facts
from gridctl.index import facts_cache
from gridctl.index.facts_cache import EDITION
from gridctl.words import use


@pytest.fixture
def cache(ledger_folder, gridctl) -> Path:
    """The cache of a ledger with three cases, one of them dispatched."""
    for title in ("桥头占道", "路灯不亮", "污水外溢"):
        gridctl(
            "--as", "p10", "collect", title, "--grid", "qy-dh-1", "--source", "patrol", seed=title
        )
    first = gridctl("list", "--ids").out.split()[0]
    gridctl("triage", first, "--category", "E0406")
    gridctl("file", first, "--to", "chengguan")
    gridctl("list")
    return ledger_folder / ".git" / "gridctl" / f"facts-{EDITION}.sqlite"


def rows(facts):
    return [{name: getattr(each, name) for name in Facts.__dataclass_fields__} for each in facts]


def answer(folder):
    with open_ledger(str(folder)) as ledger:
        return rows(ledger.cases.facts()), ledger.names


def test_a_warm_answer_is_the_cold_one(cache, ledger_folder):
    warm = answer(ledger_folder)
    cache.unlink()
    assert answer(ledger_folder) == warm
    assert answer(ledger_folder) == warm
    assert len(warm[0]) == 3


def milestones(folder):
    with open_ledger(str(folder)) as ledger:
        return [row.__dict__ for row in ledger.cases.measured()]


COURSE_DAMAGE = {
    "a time changed": "UPDATE course SET ordered = '2026-01-01T00:00:00+08:00'",
    "a count that is none": "UPDATE course SET passages = 'zzz'",
    "a row lost": "DELETE FROM course",
    "a table gone": "DROP TABLE course",
    "the facts lost": "DELETE FROM facts",
}


@pytest.mark.parametrize("change", COURSE_DAMAGE.values(), ids=COURSE_DAMAGE)
def test_damaged_milestones_are_drawn_again(cache, ledger_folder, change):
    right = milestones(ledger_folder)
    assert [row["passages"] for row in right].count(1) == 1
    spoil(cache, change)
    assert milestones(ledger_folder) == right
    assert milestones(ledger_folder) == right
    assert len(answer(ledger_folder)[0]) == 3


def spoil(path: Path, change: str) -> None:
    base = sqlite3.connect(path)
    with base:
        base.execute(change)
    base.close()


DAMAGE = {
    "empty": lambda path: path.write_bytes(b""),
    "garbage": lambda path: path.write_bytes(os.urandom(5000)),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:3000]),
    "foreign": lambda path: (path.unlink(), sqlite3.connect(path).close()),
    "a title changed": lambda path: spoil(path, "UPDATE facts SET title = '别的'"),
    "a word nobody knows": lambda path: spoil(path, "UPDATE facts SET waits = 'zzz'"),
    "a hole": lambda path: spoil(path, "UPDATE facts SET assist = NULL"),
    "a table gone": lambda path: spoil(path, "DROP TABLE facts"),
    "a column gone": lambda path: spoil(path, "ALTER TABLE facts DROP COLUMN seal"),
    "a name changed": lambda path: spoil(path, "UPDATE names SET name = '别的'"),
    "a name lost": lambda path: spoil(path, "DELETE FROM names WHERE kind = 'grid'"),
    "no seal on the names": lambda path: spoil(path, "DELETE FROM names WHERE kind = 'seal'"),
    "names gone": lambda path: spoil(path, "DELETE FROM names"),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_cache_is_only_slow(cache, ledger_folder, gridctl, damage):
    right = gridctl("list", "--all", "--json")
    DAMAGE[damage](cache)
    assert gridctl("list", "--all", "--json") == right
    assert gridctl("list", "--all", "--json") == right


def blobs(path: Path) -> set[str]:
    base = sqlite3.connect(path)
    found = {blob for (blob,) in base.execute("SELECT blob FROM facts")}
    base.close()
    return found


def test_rows_that_no_case_needs_go_when_they_are_the_most(cache, gridctl, monkeypatch):
    first = gridctl("list", "--ids").out.split()[0]
    for turn in range(5):
        gridctl("note", first, f"{turn}")
        gridctl("list")
    assert len(blobs(cache)) == 8 + 1  # three cases; the first was also kept before it was triaged
    right = gridctl("list", "--all", "--json")
    monkeypatch.setattr(facts_cache, "_SPARE", 0)
    gridctl("note", first, "last")
    gridctl("list", "--as-of", "HEAD~3")
    assert len(blobs(cache)) == 9
    gridctl("list")
    assert len(blobs(cache)) == 3
    assert gridctl("list", "--all", "--json").out.count("id") == right.out.count("id")


def test_a_locked_cache_is_passed_over(cache, gridctl):
    right = gridctl("list", "--json")
    base = sqlite3.connect(cache)
    base.execute("BEGIN EXCLUSIVE")
    assert gridctl("list", "--json") == right
    base.close()


def test_a_file_under_another_id_is_not_believed_because_its_content_is_known(
    cache, ledger_folder, gridctl
):
    use("en")
    path = next((ledger_folder / "cases").rglob("*.yaml"))
    copy = path.with_name(path.name.replace(path.stem[-5:], "zzzzz"))
    copy.write_bytes(path.read_bytes())
    git = ["git", "-C", str(ledger_folder)]
    subprocess.run([*git, "add", "cases"], check=True)
    subprocess.run([*git, "commit", "-qm", "by hand"], check=True)
    for _ in ("cold", "warm"):
        found = gridctl("list", "--ids")
        assert found.code == 30
        assert "[F08]" in found.err
        assert sorted(found.out.split()).count(path.stem) == 1
