"""What a shell is offered, and that its script works."""

import os
import subprocess
import sys

import pytest

from gridctl import words
from gridctl.cli.completion import offers


@pytest.fixture(autouse=True)
def english():
    words.use("en")


def offered(*argv, **environ):
    return [word for word, _text in offers(argv, environ)]


def test_names_of_commands_and_of_groups():
    assert offered("dis") == ["dispatch"]
    assert offered("grid", "") == ["tree", "show", "who", "check", "add", "move", "close"]
    assert offered("网格", "t") == ["tree"]
    assert "collect" in offered("")
    assert offered() == offered("")


def test_aliases_are_offered_to_who_types_chinese():
    assert offered("立") == ["立案"]
    assert not [word for word in offered("") if not word.isascii()]


def test_each_offer_says_what_it_means():
    assert ("tree", "Show the grids as a tree.") in offers(["grid", ""], {})
    words.use("zh")
    assert ("tree", "以树形显示网格。") in offers(["grid", ""], {})


def test_options_of_a_command_and_of_gridctl():
    assert offered("completion", "--l") == ["--lang"]
    assert "--dry-run" not in offered("completion", "--")
    assert "--version" in offered("--")
    assert offered("completion", "--lang", "") == ["zh", "en"]
    assert offered("--lang", "z") == ["zh"]


def test_options_before_the_command_do_not_hide_it():
    assert offered("-C", "show", "--json", "dis") == ["dispatch"]


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    for name in ("grids.yaml", "staff.yaml"):
        (tmp_path / name).touch()
    for day, case in (("23", "lz-20261123-aaaaa"), ("24", "lz-20261124-k7qf2")):
        folder = tmp_path / "cases" / "2026" / "11" / day
        folder.mkdir(parents=True)
        (folder / f"{case}.yaml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_ids_for_verbs_that_take_ids(ledger):
    assert offered("show", "") == ["lz-20261124-k7qf2", "lz-20261123-aaaaa"]
    assert offered("备注", "--json", "k") == ["k7qf2"]
    assert offered("list", "") == []
    assert offered("file", "--to", "") == []


def test_ids_of_the_ledger_that_the_call_names(ledger, monkeypatch):
    monkeypatch.chdir("/")
    assert offered("show", "") == []
    assert offered("-C", str(ledger), "show", "k") == ["k7qf2"]
    assert offered("show", "k", GRIDCTL_LEDGER=str(ledger)) == ["k7qf2"]


def test_the_bash_script_completes(tmp_path, ledger):
    command = tmp_path / "gridctl"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gridctl "$@"\n')
    command.chmod(0o755)
    script = subprocess.run(
        [command, "completion", "bash"], capture_output=True, text=True, check=True
    ).stdout
    lines = f"""{script}
COMP_WORDS=({command} show k); COMP_CWORD=2; _gridctl; echo "${{COMPREPLY[@]}}"
COMP_WORDS=({command} grid ''); COMP_CWORD=2; _gridctl; echo "${{COMPREPLY[@]}}"
complete -p gridctl
"""
    done = subprocess.run(
        ["bash", "--norc", "-c", lines], check=False, capture_output=True, text=True, cwd=ledger
    )
    assert done.stdout.splitlines() == [
        "k7qf2",
        "tree show who check add move close",
        "complete -o default -F _gridctl gridctl",
    ], done.stderr
    assert os.path.exists(command)


def test_each_shell_has_a_script(call_fake):
    for shell in ("bash", "zsh", "fish"):
        done = subprocess.run(
            [sys.executable, "-m", "gridctl", "completion", shell],
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0
        assert f"GRIDCTL_COMPLETE={shell}" in done.stdout
