"""What a command sees to by itself holds of hand edits as well; evidence survives a late failure."""

from pathlib import Path

import pytest

from gridctl.errors import StoreFailed
from gridctl.git import commit as committing


def file_of(folder: Path) -> Path:
    return next((folder / "cases").rglob("*.yaml"))


def collected(gridctl):
    gridctl("--as", "p10", "collect", "桥头占道", "--grid", "qy-dh-1", "--source", "patrol")


HAND_MADE = """\
format: 1
id: {id}
version: 1
title: 手写的案件
kind: problem
grid: {grid}
step: collect
waits: triage
state: open
history:
- n: 1
  did: collected
  at: 2026-11-24T15:00:00+08:00
  by: p01
  title: 手写的案件
  kind: problem
  grid: {grid}
  source: {source}
"""


@pytest.mark.parametrize(
    ("said", "code", "rule"),
    [
        ({}, 0, ""),
        ({"grid": "qy-nirgends"}, 20, "C05"),
        ({"source": "nirgends"}, 20, "C05"),
        ({"id": "qy-20261123-aaaaa"}, 20, "F08"),
        ({"id": "zz-20261124-aaaaa"}, 20, "F08"),
    ],
)
def test_a_case_by_hand_is_one_that_a_command_could_have_made(
    ledger_folder, gridctl, said, code, rule
):
    said = {"id": "qy-20261124-aaaaa", "grid": "qy-dh-1", "source": "patrol"} | said
    day = said["id"].split("-")[1]
    path = ledger_folder / "cases" / day[:4] / day[4:6] / day[6:] / f"{said['id']}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(HAND_MADE.format(**said), encoding="utf-8")
    answer = gridctl("record")
    assert answer.code == code, answer.err
    assert rule in answer.err


def test_what_a_file_manager_leaves_among_the_cases_stops_nothing(ledger_folder, gridctl):
    collected(gridctl)
    (file_of(ledger_folder).parent / ".DS_Store").write_bytes(b"x")
    (file_of(ledger_folder).parent / "notes.txt~").write_bytes(b"x")
    assert gridctl("record").code == 0
    assert gridctl("check").code == 0


def test_a_recorded_step_keeps_what_stays_outside_git(ledger_folder, gridctl, monkeypatch):
    """The disk fails to confirm after the commit: exit 40, and the reporter is not forgotten."""

    def fail(_repository, made):
        from gridctl.words import say

        raise StoreFailed(say("recorded as {commit}", commit=made))

    monkeypatch.setattr(committing, "_sync_refs", fail)
    answer = gridctl(
        *("--as", "p10", "collect", "漏水", "--grid", "qy-dh-1", "--source", "hotline"),
        *("--reporter", "张三", "--phone", "10012345678"),
    )
    assert answer.code == 40
    assert len(list((ledger_folder / "private").iterdir())) == 1
    monkeypatch.undo()


def test_a_step_that_was_not_recorded_leaves_no_name_behind(ledger_folder, gridctl, monkeypatch):
    def fail(*_):
        from gridctl.words import say

        raise StoreFailed(say("the disk did not take the record: {reason}", reason="EIO"))

    monkeypatch.setattr(committing, "move_head", fail)
    answer = gridctl(
        *("--as", "p10", "collect", "漏水", "--grid", "qy-dh-1", "--source", "hotline"),
        *("--reporter", "张三", "--phone", "10012345678"),
    )
    assert answer.code == 40
    assert list((ledger_folder / "private").iterdir()) == []


@pytest.mark.parametrize("phone", ["张建国13812345678", "abc", "12", "---", "+( )12"])
def test_a_phone_is_no_place_for_a_name(gridctl, phone):
    answer = gridctl(
        *("--as", "p10", "collect", "漏水", "--grid", "qy-dh-1", "--source", "hotline"),
        *("--phone", phone),
    )
    assert answer.code == 2
    assert "--phone" in answer.err


def test_a_file_that_would_grow_too_large_is_refused_before_it_is_written(gridctl):
    collected(gridctl)
    ending = gridctl("list", "--ids").out.strip()[-5:]
    codes = [gridctl("note", ending, "字" * 19_000).code for _ in range(5)]
    assert codes == [0, 0, 0, 0, 20]
    assert gridctl("triage", ending, "--category", "E0406").code == 0


def test_a_closed_branch_of_duplicates_is_not_chained(gridctl):
    for seed in ("a", "b", "c"):
        gridctl(
            "--as",
            "p10",
            "collect",
            f"占道{seed}",
            "--grid",
            "qy-dh-1",
            "--source",
            "patrol",
            seed=seed,
        )
    one, two, three = (each[-5:] for each in gridctl("list", "--ids").out.split())
    assert gridctl("triage", one, "--duplicate-of", two).code == 0
    answer = gridctl("triage", two, "--duplicate-of", three)
    assert answer.code == 20
    assert "W04" in answer.err
