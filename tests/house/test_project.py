"""What surrounds the code: the lock, the Makefile, the package, the translations."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def plain(name):
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_pinned_release_has_hashes():
    for entry in re.split(r"\n(?=[a-z])", LOCK)[1:]:
        assert re.match(r"[a-z0-9-]+==\S+( ; .*)? \\\n    --hash=sha256:[0-9a-f]{64}", entry), entry


def test_the_lock_names_no_registry_and_no_machine():
    assert not re.search(r"://|--index|--find-links|--trusted-host|(^|\s)/", LOCK)


def test_everything_the_project_asks_for_is_pinned():
    pinned = set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE))
    asked = [*PROJECT["dependencies"], *chain(*PROJECT["optional-dependencies"].values())]
    assert {plain(re.match(r"[\w.-]+", each)[0]) for each in asked} <= pinned


def test_make_alone_lists_every_target():
    listed = subprocess.run(
        ["make", "--no-print-directory"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    for target in re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[1].split():
        assert re.search(rf"^  make {target} +\S", listed, re.MULTILINE), target


def test_every_message_is_translated_and_compiled():
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "messages.py", "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """The names in the wheel and in the source archive."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--directory", out],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    with zipfile.ZipFile(next(out.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    with tarfile.open(next(out.glob("*.tar.gz"))) as source:
        inside = {name.split("/", 1)[1] for name in source.getnames() if "/" in name}
    return names, inside


def test_the_packages_hold_all_data_that_the_program_reads(packages):
    data = {
        path.relative_to(ROOT).as_posix()
        for folder in ("data", "locale")
        for path in (ROOT / "gridctl" / folder).rglob("*")
        if path.is_file()
    }
    assert {"gridctl/locale/zh/LC_MESSAGES/gridctl.mo", "gridctl/data/holidays/2026.json"} <= data
    for names in packages:
        assert data <= names


def test_the_packages_carry_the_licences(packages):
    wheel, source = packages
    assert any(name.endswith("licenses/LICENSE") for name in wheel)
    assert any(name.endswith("licenses/gridctl/data/holidays/LICENSE") for name in wheel)
    assert {"LICENSE", "README.md", "CHANGELOG.md"} <= source
