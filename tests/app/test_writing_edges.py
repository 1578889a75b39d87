"""Sizes, branches, odd bytes and odd hours: a refusal with a remedy, or a record; never a failure of ours."""

import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from gridctl.app import case_bytes
from gridctl.app.clock import after_pause
from gridctl.app.opening import open_ledger
from gridctl.domain.identifiers import case_path
from gridctl.store.sizes import LARGEST

ROOT = Path(__file__).parents[2]
COLLECT = ("--as", "p10", "collect", "漏水", "--grid", "qy-dh-1", "--source", "patrol")


def git(folder, *words: str) -> str:
    done = subprocess.run(["git", "-C", folder, *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def case(gridctl) -> str:
    assert gridctl(*COLLECT).code == 0
    return gridctl("list", "--ids").out.split()[0]


def test_notes_end_where_the_last_steps_need_room(ledger_folder, gridctl, case):
    text = "字" * 9000
    codes = []
    while not codes or codes[-1] == 0:
        found = gridctl("note", case, text)
        codes.append(found.code)
    assert codes[-1] == 20
    assert "F02" in found.err
    size = (ledger_folder / case_path(case)).stat().st_size
    assert LARGEST - 32 * 1024 - 30_000 < size <= LARGEST - 32 * 1024
    assert gridctl("void", case, "--note", "字" * 9000).code == 0
    assert gridctl("check").code == 0
    assert git(ledger_folder, "status", "--porcelain") == ""


def test_a_step_too_large_for_the_file_is_refused_and_nothing_is_recorded(
    ledger_folder, gridctl, monkeypatch
):
    monkeypatch.setattr(case_bytes, "LARGEST", 300)
    before = git(ledger_folder, "rev-parse", "HEAD")
    found = gridctl(*COLLECT, "--reporter", "张三")
    assert found.code == 20
    assert "F02" in found.err
    assert git(ledger_folder, "rev-parse", "HEAD") == before
    assert not (ledger_folder / "private").exists()


def test_every_hint_takes_files_from_head_and_none_from_the_index():
    said = (ROOT / "gridctl/locale/zh/LC_MESSAGES/gridctl.po").read_text("utf-8")
    assert "git checkout HEAD -- " in said
    assert "git checkout -- " not in said


def test_on_no_branch_nothing_is_written_and_all_is_read(ledger_folder, gridctl, case):
    git(ledger_folder, "checkout", "-q", "--detach")
    before = git(ledger_folder, "rev-parse", "HEAD")
    for words in (("note", case, "x"), COLLECT, ("record",), ("undo",)):
        found = gridctl(*words)
        assert found.code == 40
        assert "git switch" in found.err
    assert git(ledger_folder, "rev-parse", "HEAD") == before
    assert gridctl("list", "--ids").out.split() == [case]


def test_a_number_that_is_no_text_keeps_nobody_from_filing(ledger_folder, gridctl, case):
    gridctl("triage", case, "--category", "E0406")
    gridctl(*COLLECT, seed="8")
    other = next(each for each in gridctl("list", "--ids").out.split() if each != case)
    path = ledger_folder / case_path(other)
    path.write_bytes(path.read_bytes().replace(b"\nversion:", b"\nnumber: \xff\xfe\nversion:"))
    git(ledger_folder, "commit", "-qam", "by hand")
    assert b"\xff" in path.read_bytes()
    assert gridctl("file", case, "--to", "chengguan").code == 0


@pytest.mark.parametrize(
    "at", ["0001-01-01T00:00:00+14:00", "1999-12-31 10:00", "9999-12-31 23:59"]
)
def test_a_time_of_another_age_is_no_time(gridctl, at):
    assert gridctl("--at", at, *COLLECT[2:]).code == 2
    assert gridctl("calendar", "due", at, "3650 work_day").code == 2


@pytest.fixture
def berlin(ledger_folder, gridctl):
    """A ledger in a zone with summer time."""
    grids = ledger_folder / "grids.yaml"
    text = grids.read_text("utf-8")
    assert text.count("Asia/Shanghai") == 1
    grids.write_text(text.replace("Asia/Shanghai", "Europe/Berlin"), "utf-8")
    assert gridctl("record").code == 0
    return ledger_folder


HOURS = ("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", "2026-10-25T12:00:00+01:00")


@pytest.mark.parametrize("now", HOURS)
def test_the_hour_that_comes_twice_is_recorded_with_its_offset(berlin, gridctl, now):
    assert gridctl(*COLLECT, now=now).code == 0
    case = gridctl("list", "--ids", now=now).out.split()[0]
    assert f"at: {now}" in (berlin / case_path(case)).read_text("utf-8")
    assert gridctl("check", now=now).code == 0


def test_an_hour_that_comes_twice_can_be_typed_and_a_deadline_may_cross_it(berlin, gridctl):
    noon = "2026-10-25T12:00:00+01:00"
    assert gridctl("--at", "2026-10-25 02:30", *COLLECT, now=noon).code == 0
    case = gridctl("list", "--ids", now=noon).out.split()[0]
    assert gridctl("triage", case, "--category", "E0406", now=noon).code == 0
    assert gridctl("file", case, "--to", "chengguan", now=noon).code == 0
    assert gridctl("check", now=noon).code == 0


def test_the_end_of_a_day_is_that_of_the_ledger_in_every_zone(ledger_folder, gridctl, monkeypatch):
    late = "2026-11-24T23:30:00+08:00"
    assert gridctl(*COLLECT, now=late).code == 0
    for zone in ("Asia/Shanghai", "America/New_York", "Pacific/Auckland"):
        monkeypatch.setenv("TZ", zone)
        shown = [
            len(gridctl("--as-of", day, "list", "--ids", now=late).out.split())
            for day in ("2026-11-24", "2026-11-23")
        ]
        assert shown == [1, 0]


@pytest.mark.parametrize("day", ["2026-13-45", "2026-02-30", "2026-1-1", "2026-11-24x"])
def test_a_day_that_is_none_is_not_guessed_at(gridctl, day):
    found = gridctl("--as-of", day, "list")
    assert found.code == 10
    assert day in found.err


def test_a_deadline_worked_out_by_itself_knows_summer_time(berlin, gridctl):
    told = gridctl("calendar", "due", "2026-10-23 10:00", "2 work_day", "--json")
    assert '"due": "2026-10-27T10:00:00+01:00"' in told.out


def test_what_was_left_before_a_pause_knows_it_too(berlin):
    paused, resumed, end = map(
        datetime.fromisoformat,
        ("2026-10-23T10:00+02:00", "2026-10-23T16:00+02:00", "2026-10-26T10:00+01:00"),
    )
    with open_ledger(str(berlin)) as ledger:
        due = after_pause(ledger, end, "1 work_day", paused=paused, resumed=resumed)
    assert due.at.isoformat() == "2026-10-26T16:00:00+01:00"
