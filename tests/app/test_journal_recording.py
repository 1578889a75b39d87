"""Hand edits of journals: entries may be appended, as a command would have made them; nothing else."""

import subprocess

import pytest

PATH = "journal/2026/11/p10.yaml"
HEAD = "format: 1\nstaff: p10\nmonth: '2026-11'\nentries:\n"
IN = "- {n: 1, did: signed_in, at: 2026-11-24T08:00:00+08:00, by: p10, entered: p01, grid: qy-dh-1}\n"
OUT = "- {n: 2, did: signed_out, at: 2026-11-24T15:00:00+08:00, by: p10, entered: p01}\n"


@pytest.fixture
def write(ledger_folder):
    def put(text, path=PATH):
        (ledger_folder / path).parent.mkdir(parents=True, exist_ok=True)
        (ledger_folder / path).write_text(text, encoding="utf-8")

    return put


@pytest.fixture
def git(ledger_folder):
    def run(*words):
        return subprocess.run(
            ["git", *words], cwd=ledger_folder, check=True, capture_output=True, text=True
        ).stdout

    return run


def test_a_new_journal_and_an_appended_line_are_recorded(gridctl, git, write):
    write(HEAD + IN)
    assert gridctl("record").out == f"Recorded: {PATH}\n"
    write(HEAD + IN + OUT)
    assert gridctl("record", "--dry-run").out.endswith(f"+{OUT}")
    assert gridctl("record", "--json").code == 0
    assert git("log", "-1", "--format=%B").strip() == (
        "p10: signed out\n\nJournal: p10 2026-11\nStep: journal\nBy: p10\nEntered: p01\nClock: fixed"
    )
    assert git("status", "--porcelain") == ""
    assert gridctl("record").out == "Nothing to record: the folder is as it was recorded.\n"


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (HEAD + IN.replace("08:00", "07:00"), 20, "J04"),  # not the recorded line
        (HEAD + OUT.replace("n: 2", "n: 1"), 30, "J07"),
        (HEAD + IN + IN.replace("n: 1", "n: 2"), 30, "J06"),
        (HEAD + IN + OUT.replace("n: 2", "n: 3"), 30, "J02"),
        (HEAD + IN + OUT.replace(", entered: p01", ""), 20, "R03"),  # p01 types it
        (HEAD + IN + OUT.replace("p01", "p02"), 20, "R03"),
        (HEAD + IN + OUT.replace("T15", "T23"), 20, "W13"),
        (HEAD + IN + OUT.replace("15:00:00+08:00", "08:30:00+01:00"), 20, "W25"),
        (HEAD + IN + OUT + "# a remark\n", 30, "F07"),
        (HEAD + IN + "- {n: 2, did: patrolled, at: 2026-11-24T15:00:00+08:00, by: p10, entered: p01, grid: qy-dh-3, title: x}\n", 20, "C05"),
        (HEAD + IN + "- {n: 2, did: patrolled, at: 2026-11-24T15:00:00+08:00, by: p10, entered: p01, grid: qy-dh-1, places: [none]}\n", 20, "J05"),
        (HEAD + IN + "- {n: 2, did: visited, at: 2026-11-24T15:00:00+08:00, by: p10, entered: p01, grid: qy-dh-1, note: 电话13812345678}\n", 20, "P01"),
        (HEAD + IN + "- {n: 2, did: corrected, at: 2026-11-24T15:00:00+08:00, by: p02, entered: p01, entry: 1, old: 2026-11-24T08:00:00+08:00, reason: x}\n", 20, "J03"),
        (HEAD + IN + "- {n: 2, did: corrected, at: 2026-11-24T15:00:00+08:00, by: p01, entry: 1, old: 2026-11-24T08:01:00+08:00, reason: x}\n", 30, "J09"),
    ],
)  # fmt: skip
def test_what_no_command_would_have_made_is_refused(gridctl, git, write, text, code, said):
    write(HEAD + IN)
    assert gridctl("record").code == 0
    before = git("rev-parse", "HEAD")
    write(text)
    answer = gridctl("record")
    assert (answer.code, said in answer.err) == (code, True), answer
    assert git("rev-parse", "HEAD") == before


def test_journals_are_committed_after_settings_and_cases(gridctl, git, ledger_folder, write):
    staff = ledger_folder / "staff.yaml"
    staff.write_bytes(staff.read_bytes() + b"# a remark\n")
    write(HEAD + IN)
    assert gridctl("record").code == 0
    assert git("log", "-2", "--format=%s").split("\n")[:2] == [
        "p10: signed in",
        "settings: staff.yaml",
    ]
    assert git("show", "--format=", "--name-only", "HEAD").split() == [PATH]


def test_what_lies_where_no_journal_does_is_a_warning(gridctl, write):
    write("x", "journal/2026/11/Copy of p10.yaml")
    assert "no journal belongs there" in gridctl("record").err
    assert gridctl("check").code == 0


def test_a_journal_that_plain_git_broke_is_mended_by_a_dispatcher(gridctl, git, write):
    write(HEAD + IN)
    gridctl("record")
    write(HEAD + IN + "<<<<<<< ours\n")
    git("commit", "-qam", "a bad merge")
    assert gridctl("check").code == 1
    assert gridctl("sign", "out", "--as", "p10").code == 30
    write(HEAD + IN)
    assert gridctl("record").code == 0
    assert git("log", "-1", "--format=%s").strip() == f"mended: {PATH}"
    assert gridctl("check").code == 0


def test_nobody_else_mends_it(gridctl, git, write, sealed_world):
    write(HEAD + IN)
    gridctl("record")
    write(HEAD + IN + "<<<<<<< ours\n")
    git("commit", "-qam", "a bad merge")
    config = sealed_world / ".gitconfig"
    config.write_text(config.read_text().replace("p01@", "p10@"))
    write(HEAD + IN)
    assert "J03" in gridctl("record").err


def test_who_has_a_journal_is_not_taken_out_of_the_settings(gridctl, ledger_folder, write):
    write(HEAD + IN)
    gridctl("record")
    staff = ledger_folder / "staff.yaml"
    lines = staff.read_text("utf-8").splitlines(keepends=True)
    staff.write_text("".join(line for line in lines if "id: p10," not in line), encoding="utf-8")
    answer = gridctl("record")
    assert answer.code == 30
    assert f"{PATH}:2: [J05] There is no person “p10” in staff.yaml." in answer.err


def test_what_a_dead_writer_left_behind_is_brought_forward(gridctl, git, ledger_folder):
    """The commit stood, the file did not follow: the next writer brings it along."""
    from gridctl.app.bring_forward import bring_forward
    from gridctl.git.objects import Objects
    from gridctl.git.repository import discover

    gridctl("sign", "in", "--as", "p10")
    (ledger_folder / PATH).unlink()
    git("read-tree", "HEAD~1")
    repository = discover(str(ledger_folder))
    with Objects(repository) as objects:
        head = objects.commit("HEAD")
        assert bring_forward(repository, objects, old=head.parents[0], new=head.id) == (PATH,)
    assert git("status", "--porcelain") == ""
    assert gridctl("sign", "out", "--as", "p10").code == 0
