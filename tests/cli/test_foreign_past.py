"""The past as plain git can make it: whatever a commit holds, it is told or named, and nothing breaks."""

import json
import os
import subprocess

import pytest
from past_month import collected, did, git

WORDS = (
    ("log",),
    ("diff", ".."),
    ("review", ".."),
    ("report", "late-entry"),
    ("diff",),
    ("review",),
)


def told(gridctl):
    """Every answer about the past, as JSON and as lines, in both languages."""
    for words in WORDS:
        for more in ((), ("--json",)):
            answer = gridctl(*words, *more, lang="zh", now="2026-11-24T17:00:00+08:00")
            assert answer.code == 0, (words, answer.err)
            assert "\x1b" not in answer.out
            if more:
                json.loads(answer.out)


def commit_as(folder, name, email, message):
    """A commit with headers that gridctl never writes."""
    identity = {"NAME": name, "EMAIL": email}
    env = os.environ | {
        f"GIT_{who}_{key}": identity[key] for who in ("AUTHOR", "COMMITTER") for key in identity
    }
    git(folder, "add", "-A")
    subprocess.run(
        ["git", "-C", str(folder), "commit", "-q", "--allow-empty", "-m", message],
        env=env,
        check=True,
    )


@pytest.fixture
def case(gridctl, ledger_folder):
    return collected(gridctl, "路灯不亮", now="12:00", seed="1")


def test_names_and_messages_that_steer_a_terminal(gridctl, ledger_folder, case):
    path = next((ledger_folder / "cases").rglob("*.yaml"))
    path.write_text(path.read_text("utf-8") + "# x\n", "utf-8")
    commit_as(ledger_folder, "\x1b[31m红\u202e", "x@\x1b[0m", "\x1b]0;title\x07\nClock: fixed")
    told(gridctl)


def test_links_folders_and_nonsense_where_files_belong(gridctl, ledger_folder, case):
    day = ledger_folder / "cases/2026/11/24"
    (day / "qy-20261124-aaaaa.yaml").symlink_to("/etc/passwd")
    (day / "qy-20261124-bbbbb.yaml").write_bytes(b"\xff\xfe\x00")
    (day / "qy-20261124-ccccc.yaml").write_bytes(b"a: " + b"x" * 300_000)
    month = ledger_folder / "journal/2026/11"
    month.mkdir(parents=True)
    (month / "p10.yaml").write_bytes(b"[nonsense\n")
    (month / "p11.yaml").symlink_to("/etc/passwd")
    (ledger_folder / "calendar.yaml").symlink_to("/etc/passwd")
    with open(os.path.join(os.fsencode(ledger_folder), b"x\xff.txt"), "wb") as file:
        file.write(b"beside the ledger")
    commit_as(ledger_folder, "赵一", "p01@example.org", "foreign")
    told(gridctl)
    listed = gridctl("review").out
    for name in ("aaaaa", "bbbbb", "ccccc", "p10.yaml", "p11.yaml"):
        assert name in listed


def test_settings_that_cannot_be_read(gridctl, ledger_folder, case):
    for name in ("grids.yaml", "staff.yaml"):
        (ledger_folder / name).write_text("{broken", "utf-8")
    commit_as(ledger_folder, "x", "", "broken")
    for words in (("log",), ("diff",), ("review",), ("log", case), ("log", "qy")):
        answer = gridctl(*words)
        assert answer.code == 0, (words, answer.err)
    assert "staff.yaml: it cannot be read: " in gridctl("review").out


def test_a_past_that_began_without_a_ledger(gridctl, ledger_folder, case):
    tree = git(ledger_folder, "rev-parse", "HEAD^{tree}")
    empty = git(ledger_folder, "hash-object", "-t", "tree", "-w", "/dev/null")
    root = git(ledger_folder, "commit-tree", "-m", "root", empty)
    top = git(ledger_folder, "commit-tree", "-m", "all at once", "-p", root, tree)
    git(ledger_folder, "reset", "-q", "--hard", top)
    told(gridctl)
    answer = gridctl("log", case, "--json")
    assert [each["commit"] for each in json.loads(answer.out)] == [top]


def test_two_pasts_that_were_joined(gridctl, ledger_folder, case):
    """An evil merge: it adds an entry of its own, which no commit recorded."""
    git(ledger_folder, "checkout", "-qb", "other", "HEAD~1")
    collected(gridctl, "井盖缺失", now="12:01", seed="2")
    git(ledger_folder, "checkout", "-q", "main")
    did(gridctl, "note", case, "甲", now="12:02")
    later = git(ledger_folder, "rev-parse", "HEAD^{tree}")
    git(ledger_folder, "reset", "-q", "--hard", "HEAD~1")
    merge = git(ledger_folder, "commit-tree", "-m", "evil", "-p", "HEAD", "-p", "other", later)
    git(ledger_folder, "reset", "-q", "--hard", merge)
    told(gridctl)
    assert gridctl("log", case).out.rstrip().endswith("[not found on record]")


def test_a_ledger_in_a_subfolder_of_a_repository(
    gridctl, ledger_folder, case, monkeypatch, tmp_path
):
    outer = tmp_path / "outer"
    inner = outer / "台账"
    inner.mkdir(parents=True)
    git(outer, "init", "-q")
    (outer / "cases").mkdir()
    (outer / "cases" / "grids.yaml").write_text("not of the ledger\n", "utf-8")
    git(outer, "add", "-A")
    git(outer, "commit", "-qm", "beside")
    for name in ("grids.yaml", "staff.yaml"):
        (inner / name).write_bytes((ledger_folder / name).read_bytes())
    at = ("-C", str(inner))
    did(gridctl, *at, "init", str(inner), now="12:00")
    said = ("collect", "路灯不亮", "--grid", "qy-dh-1", "--source", "patrol", "--json")
    made = json.loads(did(gridctl, *at, *said, now="12:01", seed="3"))["id"]
    for words in (*WORDS, ("log", made)):
        answer = gridctl(*at, *words, "--json")
        assert answer.code == 0, (words, answer.err)
    assert [each["did"] for each in json.loads(gridctl(*at, "log", made, "--json").out)] == [
        "collected"
    ]
    assert json.loads(gridctl(*at, "diff", "..", "--json").out)["counts"]["new"] == 1
