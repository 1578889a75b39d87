"""The page of practices: every line of the article's sections stands there, every command exists."""

import re

import pytest

from gridctl.cli.tree import TREE

# Sections 5.1, 5.2, 5.8, 5.9 and 5.10 of the domain's list, and the one line of 5.7 that is served.
NUMBERS = [*range(1, 27), *range(46, 67), 41]


@pytest.fixture
def rows(tables):
    """Number and last cell of every line."""
    found = [row for rows in tables("docs/practices.md").values() for row in rows]
    return [(row[0], row[-1]) for row in found]


def commands():
    for section in TREE:
        for entry in section.entries:
            yield entry.name
            yield from (f"{entry.name} {inner.name}" for inner in entry.entries)


def test_every_practice_has_its_line(rows):
    assert [int(number) for number, _served in rows] == NUMBERS


def test_every_line_is_served_or_names_a_later_part(rows):
    for number, served in rows:
        assert "`" in served or ("后续：" in served and "later: " in served), number


def test_every_command_named_exists(rows):
    known = set(commands())
    named = {name for _number, served in rows for name in re.findall(r"`([^`]+)`", served)}
    assert named - known == set()


def test_a_group_alone_is_no_command_to_run(rows):
    groups = {entry.name for section in TREE for entry in section.entries if entry.entries}
    named = {name for _number, served in rows for name in re.findall(r"`([^`]+)`", served)}
    assert not named & groups
