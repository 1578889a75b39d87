"""Signing in and out, leave, roll call and corrections, from the command line to the commit."""

import json
import subprocess

import pytest

MORNING, NOON = "2026-11-24T08:20:00+08:00", "2026-11-24T12:00:00+08:00"
EVENING = "2026-11-24T17:40:00+08:00"


@pytest.fixture
def git(ledger_folder):
    def run(*words):
        return subprocess.run(
            ["git", *words], cwd=ledger_folder, check=True, capture_output=True, text=True
        ).stdout

    return run


@pytest.fixture
def by_himself(sealed_world):
    """The clone is that of 陈十, a patroller."""
    config = sealed_world / ".gitconfig"
    config.write_text(config.read_text().replace("p01@", "p10@").replace("赵一", "陈十"))


def journal(ledger_folder, staff="p10", month="2026/11"):
    return (ledger_folder / "journal" / month / f"{staff}.yaml").read_text("utf-8")


def test_a_day_is_two_lines_two_commits_and_says_what_is_next(gridctl, git, ledger_folder):
    assert gridctl("sign", "in", "--as", "p10", now=MORNING) == (
        0,
        "陈十 (p10)  sign-in  2026-11-24 08:20  东河北片\n  Next: gridctl sign out\n",
        "",
    )
    assert gridctl("签到", "签退", "--as", "p10", now=EVENING, lang="zh") == (
        0,
        "陈十（p10）  签退  2026-11-24 17:40\n",
        "",
    )
    assert journal(ledger_folder) == (
        "format: 1\nstaff: p10\nmonth: '2026-11'\nentries:\n"
        "- {n: 1, did: signed_in, at: 2026-11-24T08:20:00+08:00, by: p10, entered: p01, grid: qy-dh-1}\n"
        "- {n: 2, did: signed_out, at: 2026-11-24T17:40:00+08:00, by: p10, entered: p01}\n"
    )
    assert git("show", "-U0", "--format=%an%n%B", "HEAD").split("\ndiff")[0].strip() == (
        "赵一\np10: signed out\n\nJournal: p10 2026-11\nStep: journal\nBy: p10\nEntered: p01\nClock: fixed"
    )
    assert [line for line in git("show", "-U0", "HEAD").splitlines() if line[:2] == "+-"] == [
        "+- {n: 2, did: signed_out, at: 2026-11-24T17:40:00+08:00, by: p10, entered: p01}"
    ]
    assert git("status", "--porcelain") == ""
    assert gridctl("check").out == ("Journals checked: 1\nCases checked: 0; all is sound\n")


@pytest.mark.parametrize(("clock", "word"), [("08:30", ""), ("08:31", "  late"), ("08:29", "")])
def test_a_late_sign_in_says_so(gridctl, clock, word):
    answer = gridctl("sign", "in", "--as", "p10", now=f"2026-11-24T{clock}:00+08:00")
    assert answer.out.split("\n")[0] == f"陈十 (p10)  sign-in  2026-11-24 {clock}  东河北片{word}"


def test_the_roll_is_called_for_several_in_one_commit(gridctl, git):
    before = git("rev-parse", "HEAD")
    answer = gridctl(
        "sign", "in", "--for", "p10,褚冬", "--for", "p12", "--at", "08:00", "--json", now=NOON
    )
    found = json.loads(answer.out)
    assert [(each["staff"], each["by"], each["entered"]) for each in found] == [
        ("p10", "p10", "p01"),
        ("p11", "p11", "p01"),
        ("p12", "p12", "p01"),
    ]
    assert {each["at"] for each in found} == {"2026-11-24T08:00:00+08:00"}
    assert git("rev-parse", "HEAD~1") == before
    assert git("log", "-1", "--format=%s").strip() == "3 journals: signed in"


def test_one_refusal_in_a_roll_call_records_nobody(gridctl, git):
    before = git("rev-parse", "HEAD")
    assert gridctl("sign", "in", "--for", "p10,p23", now=NOON).code == 20  # p23 has no post
    assert git("rev-parse", "HEAD") == before


def test_a_dispatcher_of_another_branch_enters_nothing(gridctl):
    assert "R03" in gridctl("sign", "in", "--as", "p22", "--for", "p10", now=NOON).err
    assert gridctl("sign", "in", "--as", "p22", "--for", "p12", now=NOON).code == 0


@pytest.mark.usefixtures("by_himself")
def test_one_signs_in_for_oneself_at_the_time_itself_and_for_nobody_else(gridctl):
    assert "J11" in gridctl("sign", "in", "--at", "08:00", now=MORNING).err
    assert gridctl("sign", "in", "--at", "08:16", now=MORNING).code == 0
    assert "R03" in gridctl("sign", "in", "--for", "p11", now=NOON).err
    assert "R03" in gridctl("sign", "in", "--as", "p11", now=NOON).err


def test_a_dry_run_shows_the_line_and_records_nothing(gridctl, git, ledger_folder):
    before = git("rev-parse", "HEAD")
    answer = gridctl("sign", "in", "--as", "p10", "--dry-run", now=MORNING)
    assert "+- {n: 1, did: signed_in" in answer.out
    assert git("rev-parse", "HEAD") == before
    assert not (ledger_folder / "journal").exists()


def test_a_sign_in_is_taken_back(gridctl, git, ledger_folder):
    gridctl("sign", "in", "--as", "p10", now=MORNING)
    assert gridctl("undo").code == 0
    assert not (ledger_folder / "journal/2026/11/p10.yaml").exists()
    assert git("status", "--porcelain") == ""
    assert gridctl("sign", "in", "--as", "p10", now=MORNING).code == 0


def test_a_leave_over_the_end_of_a_month_has_an_entry_in_each(gridctl, ledger_folder):
    words = ("--since", "2026-11-28", "--until", "2027-01-02", "--kind", "年休假")
    answer = gridctl("sign", "leave", "--for", "p10", *words, now=NOON)
    assert answer.out == (
        "陈十 (p10)  leave  2026-11-24 12:00  annual leave 2026-11-28 – 2026-11-30\n"
        "陈十 (p10)  leave  2026-11-24 12:00  annual leave 2026-12-01 – 2026-12-31\n"
        "陈十 (p10)  leave  2026-11-24 12:00  annual leave 2027-01-01 – 2027-01-02\n"
    )
    assert "n: 1, did: took_leave" in journal(ledger_folder, month="2026/12")
    overlap = gridctl("sign", "leave", "--for", "p10", "--since", "2026-12-31", "--kind", "sick")
    assert "J08" in overlap.err
    beside = gridctl("sign", "leave", "--for", "p10", "--since", "2027-01-03", "--kind", "sick")
    assert beside.code == 0


def test_a_correction_leaves_the_line_and_moves_the_time(gridctl, ledger_folder):
    gridctl("sign", "in", "--as", "p10", now="2026-11-24T08:45:00+08:00")
    first = journal(ledger_folder)
    answer = gridctl(
        "sign", "correct", "陈十", "1", "--to", "08:15", "--reason", "机器故障", now=NOON
    )
    assert answer.out == (
        "陈十 (p10)  correction  2026-11-24 12:00  entry 1: 08:15 instead of 08:45  机器故障\n"
    )
    assert journal(ledger_folder).startswith(first)
    assert gridctl("journal", "show", "p10").out == (
        "陈十 (p10)  2026-11\n"
        "  1  11-24 08:45  sign-in  东河北片  entered by 赵一 (p01)  (now 08:15)\n"
        "  2  11-24 12:00  correction  entry 1: 08:15 instead of 08:45  机器故障  by 赵一 (p01)\n"
    )
    late = json.loads(gridctl("report", "attendance", "2026-11", "--json").out)["rows"]
    assert [row["late"] for row in late if row["staff"] == "p10"] == [0]


def test_a_day_that_was_struck_may_be_signed_again(gridctl):
    gridctl("sign", "in", "--as", "p10", now=MORNING)
    strike = ("sign", "correct", "p10", "1", "--strike", "--reason", "点错人")
    assert gridctl(*strike, now=NOON).code == 0
    assert gridctl(*strike).code == 10
    assert gridctl("sign", "in", "--as", "p10", now=EVENING).code == 0
    shown = json.loads(gridctl("journal", "show", "p10", "2026-11", "--json").out)
    assert [(each["n"], each["kind"], each["struck"]) for each in shown["entries"]] == [
        (1, "sign-in", True),
        (2, "correction", False),
        (3, "sign-in", False),
    ]


def test_what_a_sign_out_rests_on_is_not_struck(gridctl):
    gridctl("sign", "in", "--as", "p10", now=MORNING)
    gridctl("sign", "out", "--as", "p10", now=NOON)
    refused = gridctl("sign", "correct", "p10", "1", "--strike", "--reason", "x", now=EVENING)
    assert "J07" in refused.err
    later = gridctl("sign", "correct", "p10", "1", "--to", "12:30", "--reason", "x")
    assert "J07" in later.err
    assert gridctl("sign", "correct", "p10", "2", "--strike", "--reason", "x").code == 0
    assert gridctl("sign", "correct", "p10", "1", "--strike", "--reason", "x").code == 0


def test_a_past_month_is_corrected_in_its_own_file(gridctl, ledger_folder):
    gridctl("sign", "in", "--for", "p10", "--at", "2026-10-30 08:00", now=NOON)
    words = ("--month", "2026-10", "--to", "08:10", "--reason", "看错")
    answer = gridctl("sign", "correct", "p10", "1", *words)
    assert answer.code == 0
    assert "new: 2026-10-30T08:10:00+08:00" in journal(ledger_folder, month="2026/10")


@pytest.mark.parametrize("month", ["2026-13", "../../x", "2026", "2026-W47", "soon"])
def test_a_month_is_a_month(gridctl, month):
    gridctl("sign", "in", "--as", "p10", now=MORNING)
    words = ("sign", "correct", "p10", "1", "--strike", "--reason", "x", "--month", month)
    assert (gridctl(*words).code, gridctl("journal", "show", "p10", month).code) == (2, 2)
    assert gridctl("journal", "show", "p10", "本月").code == 0


def test_after_a_roll_call_the_same_people_sign_out(gridctl):
    answer = gridctl("sign", "in", "--for", "p10,p11", now=MORNING)
    command = answer.out.splitlines()[-1].removeprefix("  Next: gridctl ")
    assert command == "sign out --for p10,p11"
    assert gridctl(*command.split(), now=EVENING).code == 0
