"""Nobody real stands in the project: no number of a person, no name out of the newspaper page."""

import hashlib
import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
LEDGER = (
    "grids.yaml",
    "staff.yaml",
    "cases",
    "journal",
    "tools/sample_steps.txt",
    "tests/sample/pages",
)

# The first 16 digits of the SHA-256 of every name on the page, so that the names stand nowhere.
NAMES = frozenset(Path(__file__).with_name("names.sha256").read_text().split())
MOBILE = re.compile(r"(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)", re.ASCII)
IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)", re.ASCII)
CHINESE = re.compile(r"[一-鿿]{2,}")


def digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def names_in(text: str, names=NAMES) -> set[str]:
    """The two- and three-character pieces of a text that are one of the names."""
    runs = set(CHINESE.findall(text))
    pieces = {run[at : at + n] for run in runs for n in (2, 3) for at in range(len(run) - n + 1)}
    return {piece for piece in pieces if digest(piece) in names}


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Every file of the sample ledger and of what makes it."""
    places = [PROJECT / place for place in LEDGER]
    found = [
        path for place in places for path in ([place] if place.is_file() else place.rglob("*"))
    ]
    return {str(path): path.read_text(encoding="utf-8") for path in found if path.is_file()}


def test_the_whole_sample_is_looked_at(texts):
    assert sum("cases" in Path(path).parts for path in texts) == 30
    assert len(texts) > 30 + 3


def test_no_mobile_number_stands_in_the_sample(texts):
    assert {path: MOBILE.findall(text) for path, text in texts.items() if MOBILE.search(text)} == {}


def test_no_identity_number_stands_in_the_sample(texts):
    found = {path: IDENTITY.findall(text) for path, text in texts.items() if IDENTITY.search(text)}
    assert found == {}


def test_a_name_is_found_wherever_it_stands_in_a_text():
    assert names_in("昨日，记者甲乙丙报道", {digest("甲乙丙")}) == {"甲乙丙"}
    assert names_in("甲、乙丙", {digest("甲乙丙")}) == set()


def test_no_name_of_the_newspaper_page_stands_in_the_sample(texts):
    assert {path: found for path, text in texts.items() if (found := names_in(text))} == {}


def test_no_name_of_the_newspaper_page_stands_in_any_file_of_the_project():
    if not (PROJECT / ".git").exists():
        pytest.skip("the project is not a git repository here")
    listed = subprocess.check_output(["git", "-C", str(PROJECT), "ls-files", "-z"], text=True)
    found = {}
    for name in filter(None, listed.split("\0")):
        path = PROJECT / name
        if path.is_file():
            there = names_in(path.read_text(encoding="utf-8", errors="replace"))
            found |= {name: there} if there else {}
    assert found == {}


def test_what_the_reporters_gave_stays_outside_git(sample, texts):
    private = sorted(path.stem for path in (Path(sample.folder) / "private").iterdir())
    words = ("@wages", "@allowance", "@jam", "@corridor")
    assert private == sorted(sample.ids[word] for word in words)
    tracked = subprocess.check_output(
        ["git", "-C", sample.folder, "ls-files"], env=sample.world, text=True
    )
    assert "private" not in tracked
    for name in ("石满仓", "郭望秋", "段秋实", "骆守诚"):
        assert [p for p, text in texts.items() if name in text] == [
            str(PROJECT / "tools" / "sample_steps.txt")
        ]
