"""The sample ledger, made once from its script, and the cases that it holds."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

PROJECT = Path(__file__).parents[2]


class Sample(NamedTuple):
    """The ledger made anew: its folder, the environment of its calls, case ids by @word.

    `code` and `out` are what tools/sample.py --check came to.
    """

    folder: str
    world: dict[str, str]
    ids: dict[str, str]
    tool: ModuleType
    code: int
    out: str

    def say(self, *words: str) -> str:
        """The standard output of a gridctl command, which must end well and without a warning."""
        code, out, err = self.tool.called(self.world, "-C", self.folder, *words)
        assert (code, err) == (0, "")
        return out

    def case(self, word: str) -> Any:
        """A case as `show --json` has it."""
        return json.loads(self.say("show", self.ids[f"@{word}"], "--json"))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    tool = _module(PROJECT / "tools" / "sample.py")
    scratch = str(tmp_path_factory.mktemp("sample"))
    command = [sys.executable, tool.__file__, "--check", "--keep", scratch]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    ids = dict(line.split() for line in done.stdout.splitlines() if line.startswith("@"))
    world = tool.sealed(scratch) | {"GRIDCTL_NOW": tool.ENDED}
    return Sample(f"{scratch}/ledger", world, ids, tool, done.returncode, done.stdout)


def _module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("sample_tool", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def cases(sample: Sample) -> list[Any]:
    """Every case of the sample, whole."""
    ids = sample.say("list", "--all", "--ids").split()
    return json.loads(sample.say("show", *ids, "--json"))
