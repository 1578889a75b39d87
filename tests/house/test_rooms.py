"""The rooms: who may import whom, what a file may be called, and how it opens."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "gridctl"
FILES = sorted(PACKAGE.rglob("*.py"))
FORBIDDEN = {"utils", "util", "helpers", "common", "base", "core", "misc", "model", "models"} | {
    "manager",
    "service",
    "services",
    "types",
}
# A file longer than this asks "what is the second thing in here?".
LONGEST = {"gridctl": 250, "tools": 250, "tests": 300}


def lint(folder):
    """What import-linter says of the package in `folder`."""
    return subprocess.run(
        [os.path.join(os.path.dirname(sys.executable), "lint-imports"), "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def copied(tmp_path):
    """A copy of the package, to be spoiled."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(PACKAGE, tmp_path / "gridctl", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_every_contract_is_kept():
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("path", "planted"),
    [
        ("domain/case.py", "import gridctl.store.case_file"),
        ("domain/limits.py", "import os"),
        ("store/case_text.py", "import gridctl.git.lock"),
        ("views/table.py", "import gridctl.app.change"),
        ("cli/calling.py", "import gridctl.store.case_file"),
        ("attic/__init__.py", ""),
    ],
)
def test_a_planted_fault_breaks_a_contract(path, planted, copied):
    file = copied / "gridctl" / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(file.read_text() + f"\n{planted}\n" if file.exists() else "")
    done = lint(copied)
    assert done.returncode != 0, done.stdout
    assert path.split("/", maxsplit=1)[0] in done.stdout + done.stderr


@pytest.mark.parametrize(
    "library",
    [
        *("typer", "rich", "jinja2", "markupsafe", "docx"),
        *("pydantic", "ruamel", "sqlite3", "subprocess", "python_calamine"),
    ],
)
def test_a_library_has_one_room(library):
    rooms = {
        file.relative_to(PACKAGE).parts[0]
        for file in FILES
        if any(name.split(".")[0] == library for name in imported(file))
    }
    home = {"typer": "cli", "rich": "views", "pydantic": "records", "ruamel": "store"} | {
        "sqlite3": "index",
        "subprocess": "git",
        "python_calamine": "exchange",
        **dict.fromkeys(("jinja2", "markupsafe", "docx"), "views"),
    }
    assert rooms <= {home[library]}


def imported(file):
    """The names that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_module_opens_with_one_sentence(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    opening = (ast.get_docstring(tree) or "").split("\n\n")[0]
    assert opening.endswith((".", "?")), "no sentence"
    if file.name == "__init__.py":
        assert len(tree.body) == 1, "a room's door holds its sentence and nothing else"
        assert "\n" not in opening


@pytest.mark.parametrize("folder", ["gridctl", "tests", "tools"])
def test_no_file_has_a_name_that_would_let_it_grow(folder):
    named = {path.stem for path in (ROOT / folder).rglob("*.py")}
    assert not named & FORBIDDEN


@pytest.mark.parametrize(("folder", "most"), LONGEST.items())
def test_no_file_is_too_long_to_own_one_thing(folder, most):
    for path in (ROOT / folder).rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= most, path


def test_no_function_is_too_long_to_do_one_thing():
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name != "command":
                assert node.end_lineno - node.lineno < 60, f"{file}:{node.lineno}"


def test_half_of_the_files_have_at_most_90_lines():
    sizes = sorted(len(file.read_text(encoding="utf-8").splitlines()) for file in FILES)
    assert sizes[len(sizes) // 2] <= 90
