"""`gridctl report late-entry`: recorded less happened, by who typed it and by grid."""

import json

import pytest
from past_month import DAY, collected, did, git

# 赵一 typed a case four hours after it happened, a note after exactly 72 hours, and one a second
# later than that; 陈十 a case and a sign-in at once. What is recorded in December is not November's.
EN = """\
Late entries  2026-11
basis: recorded in the period
made from {commit}

Cases, by who typed
entries  4
median delay, h  38.00
longest delay, h  72.00
over 72 h  1
share  25.00%
typed by\tentries\tmedian delay, h\tlongest delay, h\tover 72 h\tshare
赵一\t3\t72.00\t72.00\t1\t33.33%
陈十\t1\t0.00\t0.00\t0\t0.00%

Cases, by grid
entries  4
median delay, h  38.00
longest delay, h  72.00
over 72 h  1
share  25.00%
grid\tentries\tmedian delay, h\tlongest delay, h\tover 72 h\tshare
东河北片\t4\t38.00\t72.00\t1\t25.00%

Journals, by who typed
entries  1
median delay, h  0.00
longest delay, h  0.00
over 72 h  0
share  0.00%
typed by\tentries\tmedian delay, h\tlongest delay, h\tover 72 h\tshare
陈十\t1\t0.00\t0.00\t0\t0.00%
Delay: recorded less happened. Each entry counts for the person who typed it.
"""


@pytest.fixture
def month(gridctl, ledger_folder):
    """The ids of both cases."""
    began = ("--as", "p10", "--at", f"{DAY}T08:00:00+08:00")
    first = collected(gridctl, "店外经营", *began, now="12:00", seed="1")
    note = ("note", first, "又见", "--at", f"{DAY}T09:00:00+08:00")
    did(gridctl, *note, now="2026-11-27T09:00:00+08:00")
    did(gridctl, *note, now="2026-11-27T09:00:01+08:00")
    git(ledger_folder, "config", "user.email", "p10@example.org")
    second = collected(gridctl, "路灯不亮", now="2026-11-28T10:00:00+08:00", seed="2")
    did(gridctl, "sign", "in", now="2026-11-28T10:01:00+08:00")
    git(ledger_folder, "config", "user.email", "p01@example.org")
    did(gridctl, *note, now="2026-12-01T09:00:00+08:00")
    return first, second


def test_november_by_hand(gridctl, ledger_folder, month):
    commit = git(ledger_folder, "rev-parse", "HEAD")[:12]
    assert gridctl("report", "late-entry", "2026-11").out == EN.format(commit=commit)
    december = gridctl("report", "late-entry", "2026-12", lang="zh").out
    assert "赵一\t1\t168.00\t168.00\t1\t100.00%\n" in december
    assert "统计口径：入账在本期" in december


def test_the_cases_behind_a_number(gridctl, month):
    first, second = month

    def behind(figure):
        return gridctl("report", "late-entry", "2026-11", "--explain", figure, "--ids").out.split()

    assert behind("people.entries") == [first, second]
    assert behind("people.p01.late") == [first]
    assert behind("grids.qy-dh-1.late") == [first]
    assert gridctl("report", "late-entry", "2026-11", "--explain", "people.p10.late").code == 10


def test_json_and_an_empty_period(gridctl, month):
    answer = json.loads(gridctl("report", "late-entry", "2026-11", "--json").out)
    assert [each["name"] for each in answer["sections"]] == ["people", "grids", "journals"]
    row = answer["sections"][0]["rows"][0]
    assert row == {
        "staff": "p01",
        "name": "赵一",
        "entries": 3,
        "median": 72.0,
        "longest": 72.0,
        "late": 1,
        "share": 33.33,
    }
    empty = json.loads(gridctl("report", "late-entry", "2026-10", "--json").out)
    assert empty["sections"][0]["counts"]["median"] is None


def test_the_past_is_asked_as_it_was(gridctl, month):
    answer = gridctl("report", "late-entry", "2026-11", "--as-of", "2026-11-26", "--json")
    assert json.loads(answer.out)["sections"][0]["counts"]["entries"] == 1


def test_what_cannot_be_told_is_counted(gridctl, ledger_folder, month):
    path = next((ledger_folder / "cases").rglob("*.yaml"))
    git(ledger_folder, "rm", "-q", str(path))
    git(ledger_folder, "commit", "-qm", "gone")  # dated back, and so of December
    answer = gridctl("report", "late-entry", "2026-12")
    assert (answer.code, "1 changes of files are left out" in answer.out) == (0, True)
