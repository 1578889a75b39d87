"""The tools that keep the pages true, and the pages themselves."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session", autouse=True)
def tools_can_be_imported() -> None:
    """tools/ is no package: its files are run by name."""
    sys.path.insert(0, str(ROOT / "tools"))


@pytest.fixture(scope="session")
def page() -> Callable[[str], str]:
    """The text of a page of the repository."""
    return lambda path: (ROOT / path).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def tables(page) -> Callable[[str], dict[str, list[list[str]]]]:
    """The tables of a page, as rows of cells, by what stands before each: remark or heading."""

    def read(path: str) -> dict[str, list[list[str]]]:
        found: dict[str, list[list[str]]] = {}
        before = ""
        for line in page(path).splitlines():
            if line.startswith("|"):
                found.setdefault(before, []).append([c.strip() for c in line.strip("|").split("|")])
            elif line.strip():
                before = line.strip()
        return {name: rows[2:] for name, rows in found.items()}

    return read
