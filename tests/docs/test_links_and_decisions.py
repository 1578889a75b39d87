"""Pages point to what is there; a decision has its three parts; the project speaks of itself alone."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))
)
DECISIONS = [path for path in PAGES if re.match(r"docs/adr/\d", path)]


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_somewhere(path, page):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page(path)):
        assert (ROOT / path).parent.joinpath(target).exists(), target


@pytest.mark.parametrize("path", PAGES)
def test_every_file_that_is_named_is_there(path, page):
    for name in re.findall(r"`((?:gridctl|tests|tools|docs)/[\w/.-]+)`", page(path)):
        assert (ROOT / name).exists(), name


def test_the_architecture_names_every_room(page):
    text = page("docs/architecture.md")
    for room in (ROOT / "gridctl").iterdir():
        if (room / "__init__.py").exists() or (room.suffix == ".py" and room.stem[0] != "_"):
            assert f"`{room.stem}`" in text


@pytest.mark.parametrize("path", DECISIONS)
def test_a_decision_says_what_why_and_what_was_given_up(path, page):
    headings = re.findall(r"^#+ (.*)$", page(path), re.MULTILINE)
    assert headings[0].startswith(f"{int(path[9:13])}. ")
    assert headings[1:] == ["Decision", "Why", "What was given up"]
    assert len(page(path).splitlines()) <= 60


def test_decisions_are_numbered_without_gaps_and_listed(page):
    numbers = [int(path[9:13]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", page("docs/adr/README.md"))
    assert listed == [Path(path).name for path in DECISIONS]
