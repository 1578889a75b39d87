"""What a hot command loads: nothing that it does not need."""

import os
import subprocess
import sys
import textwrap

import pytest

HEAVY = {"pydantic", "pydantic_core", "ruamel", "rich"}
ASKS = """
    import sys
    from gridctl.cli import main
    code = main.run(sys.argv[1:])
    sys.stdout.flush()
    print("loaded", *sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
    sys.exit(code)
"""


@pytest.fixture
def loaded(ledger_folder, gridctl):
    """The top-level modules that a piped call loads in a ledger with one case."""
    assert gridctl("collect", "路灯不亮", "--grid", "qy", "--source", "patrol").code == 0

    def load(*argv, **environment):
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(ASKS), *argv],
            cwd=ledger_folder,
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return set(done.stderr.splitlines()[-1].split()[1:])

    return load


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["list", "--ids"],
        ["list", "--json"],
        ["list", "waits:triage"],
        ["list", "overdue"],
        ["inbox"],
        ["inbox", "--json"],
        ["today"],
    ],
)
def test_a_listing_loads_no_heavy_library(loaded, words):
    assert not loaded(*words) & HEAVY


def test_show_loads_no_heavy_library(loaded, ledger_folder):
    ending = next((ledger_folder / "cases").rglob("*.yaml")).stem[-5:]
    assert not loaded("show", ending) & HEAVY
    assert not loaded("show", ending, "--json") & HEAVY


def test_a_second_listing_needs_no_yaml_reader(loaded):
    loaded("list")
    assert "oryaml" not in loaded("list")


def test_completing_ids_loads_no_typer_either(loaded):
    assert not loaded("show", "", GRIDCTL_COMPLETE="1") & (HEAVY | {"typer", "oryaml"})


def test_completing_commands_loads_no_typer_either(loaded):
    assert not loaded("sh", GRIDCTL_COMPLETE="1") & (HEAVY | {"typer", "oryaml"})
