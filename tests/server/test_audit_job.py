"""The job of docs/server.md: its own script, run in clones as a forge makes them."""

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "server.md"


@pytest.fixture
def job(tmp_path, server, git):
    """Runs the job on a branch of the server: a fresh clone, the branch's last commit, the script."""
    script = textwrap.dedent(
        re.search(r"^ +run: \|\n((?: {8}.*\n)+)", PAGE.read_text("utf-8"), re.MULTILINE)[1]
    )
    count = iter(range(99))

    def run(branch, *words):
        clone = tmp_path / f"job{next(count)}"
        git(tmp_path, "clone", "-q", *words, f"file://{server}", str(clone))
        git(clone, "fetch", "-q", *words[:2], "origin", f"{branch}:refs/job")
        git(clone, "checkout", "-q", "refs/job")
        path = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
        return subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=clone,
            env=os.environ | {"BASE": "origin/main", "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_the_job_passes_what_is_sound_and_stops_what_is_not(
    server, case, path, gridctl, git, ledger_folder, job
):
    assert git(ledger_folder, "push", "-q", "origin", "main").code == 0
    (server / "hooks" / "pre-receive").unlink()  # a forge has none
    git(ledger_folder, "switch", "-qc", "month")
    assert gridctl("note", case, "又见一处").code == 0
    git(ledger_folder, "push", "-q", "origin", "month")
    done = job("month")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Commits audited: 1; nothing recorded was altered\n")
    file = path(case)
    file.write_text(file.read_text("utf-8").replace("路灯", "街灯"), "utf-8")
    git(ledger_folder, "commit", "-aqm", "x")
    git(ledger_folder, "push", "-q", "origin", "month")
    done = job("month")
    assert done.returncode == 1
    assert "[C06]" in done.stdout


def test_the_job_wants_the_whole_past_and_a_branch_on_top(
    server, case, gridctl, git, ledger_folder, job
):
    git(ledger_folder, "switch", "-qc", "month")
    assert gridctl("note", case, "又见一处").code == 0
    git(ledger_folder, "push", "-q", "origin", "month")
    assert job("month", "--depth", "1").returncode == 1
    git(ledger_folder, "switch", "-q", "main")
    git(ledger_folder, "commit", "-q", "--allow-empty", "-m", "meanwhile")
    git(ledger_folder, "push", "-q", "origin", "main")
    done = job("month")
    assert (done.returncode, done.stdout) == (1, "")
