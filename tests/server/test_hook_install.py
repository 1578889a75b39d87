"""How a hook is installed, and that it stands in nobody's way who has one."""

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture
def bare(tmp_path, git):
    folder = tmp_path / "it's a server.git"
    git(tmp_path, "init", "-q", "--bare", str(folder))
    return folder


def test_the_hook_is_a_program_that_calls_this_gridctl(gridctl, bare):
    answer = gridctl("-C", str(bare), "hook", "install", "--server", "--folder", "a b")
    hook = bare / "hooks" / "pre-receive"
    assert answer == (0, f"Installed: {hook}\n", "")
    assert os.stat(hook).st_mode & 0o777 == 0o755
    assert hook.read_text() == (
        "#!/bin/sh\n# gridctl hook; made by: gridctl hook install --server\n"
        f"exec {sys.executable} -P -m gridctl hook pre-receive -C . --folder 'a b'\n"
    )
    assert gridctl("-C", str(bare), "hook", "install", "--server").code == 0
    assert [each for each in os.listdir(bare / "hooks") if not each.endswith(".sample")] == [
        "pre-receive"
    ]


def test_a_foreign_hook_is_put_aside_only_by_force(gridctl, bare):
    hook = bare / "hooks" / "pre-receive"
    for number, name in enumerate(("pre-receive.before", "pre-receive.before2")):
        hook.write_text(f"#!/bin/sh\n# mine {number}\n")
        refused = gridctl("-C", str(bare), "hook", "install", "--server")
        assert refused.code == 20
        assert refused.err == (
            f"Refused by the rule G06: There is another hook already: {hook}\n"
            "Put it aside and install this one: gridctl hook install --server --force\n"
        )
        done = gridctl("-C", str(bare), "hook", "install", "--server", "--force", "--json")
        assert json.loads(done.out) == {
            "hook": str(hook),
            "before": str(bare / "hooks" / name),
            "installed": True,
        }
        assert (bare / "hooks" / name).read_text() == f"#!/bin/sh\n# mine {number}\n"


def test_a_dry_run_writes_nothing(gridctl, bare):
    answer = gridctl("-C", str(bare), "hook", "install", "--server", "--dry-run")
    assert answer.code == 0
    assert answer.out.splitlines()[0].startswith("Dry run: nothing was written.")
    assert answer.out.splitlines()[1] == "#!/bin/sh"
    assert not (bare / "hooks" / "pre-receive").exists()


def test_only_a_bare_repository_is_a_server_and_only_a_ledger_has_clients(gridctl, bare, tmp_path):
    assert gridctl("hook", "install", "--server").code == 10
    assert gridctl("-C", str(tmp_path), "hook", "install", "--server").code == 10
    assert gridctl("-C", str(bare), "hook", "install", "--client").code == 10
    assert gridctl("hook", "install").code == 2
    assert gridctl("hook", "install", "--server", "--client").code == 2


def test_a_hook_that_git_would_not_start_is_not_installed(gridctl, bare, git):
    git(bare, "--git-dir=.", "config", "core.hooksPath", "/elsewhere")
    answer = gridctl("-C", str(bare), "hook", "install", "--server")
    assert answer.code == 40
    assert answer.err == (
        "Error: git takes its hooks from /elsewhere here, so none of ours would run.\n"
        "Take that setting back: git config --local --unset core.hooksPath\n"
    )


def test_a_clones_hook_stops_plain_git_and_is_never_run_by_gridctl(
    server, case, path, gridctl, git, ledger_folder
):
    assert gridctl("hook", "install", "--client").code == 0
    assert git(ledger_folder, "push", "-q", "origin", "main").code == 0
    assert gridctl("note", case, "又见一处").code == 0
    (server / "hooks" / "pre-receive").unlink()
    file = path(case)
    file.write_text(file.read_text("utf-8").replace("路灯", "街灯"), "utf-8")
    git(ledger_folder, "commit", "-aqm", "x")
    done = git(ledger_folder, "push", "origin", "main", GRIDCTL_LANG="en")
    assert done.code == 1
    assert "[C06]" in done.err
    assert "Nothing of this push was taken." in done.err
    assert "[G03]" in git(ledger_folder, "push", "origin", ":main", GRIDCTL_LANG="en").err
    git(ledger_folder, "reset", "-q", "--hard", "HEAD~1")
    assert git(ledger_folder, "push", "-q", "origin", "main").code == 0
    (ledger_folder / ".git" / "hooks" / "pre-push").write_text("#!/bin/sh\ntouch sprung\nexit 1\n")
    assert gridctl("note", case, "第三处").code == 0
    assert gridctl("sync").code == 0
    assert not (ledger_folder / "sprung").exists()


def test_nothing_beside_the_ledger_is_taken_for_a_part_of_the_program(
    server, case, gridctl, git, ledger_folder
):
    assert gridctl("hook", "install", "--client").code == 0
    for name in ("yaml.py", "gridctl.py", "typing.py", "json.py"):
        (ledger_folder / name).write_text("open('sprung', 'w')\n")
        (server / name).write_text("open('sprung', 'w')\n")
    assert git(ledger_folder, "push", "-q", "origin", "main").code == 0
    assert not (ledger_folder / "sprung").exists()
    assert not (server / "sprung").exists()


def test_a_hook_that_cannot_start_lets_nothing_in(server, case, git, ledger_folder):
    hook = server / "hooks" / "pre-receive"
    hook.write_text(hook.read_text().replace(sys.executable, "/nowhere/python"))
    assert git(ledger_folder, "push", "origin", "main").code == 1


def test_the_hook_reads_what_git_says_even_from_a_stranger(server, gridctl):
    said = subprocess.run(
        [server / "hooks" / "pre-receive"],
        cwd=server,
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
