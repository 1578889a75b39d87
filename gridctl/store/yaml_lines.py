"""YAML lines: on which line a place of a sound text stands, found by indentation, whatever its size.

The guard lets no scalar go on in a second line, so that indentation alone tells what belongs where.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

KEY = re.compile(r"""(?P<key>'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^\s#'"\[{][^\n]*?)[ ]*:(?=[ ]|$)""")
LONGEST_FLOW = 16 * 1024  # characters of brackets that are worth a closer look

Place = tuple[str | int, ...]


class _Spot(NamedTuple):
    """Where a value begins: row from 0, and column."""

    row: int
    column: int


def line_of(text: str, place: Place) -> int:
    """The 1-based line of a place such as ("grids", 3, "parent"); of what encloses it where the
    place itself is missing.
    """
    rows = _rows(text)
    spot = _content(rows, 0)
    if spot is None:
        return 0
    line = spot.row
    for depth, part in enumerate(place):
        if rows[spot.row][spot.column : spot.column + 1] in ("[", "{"):
            return _in_flow(rows, spot, place[depth:]) + 1
        found = _key(rows, spot, part) if isinstance(part, str) else _item(rows, spot, part)
        if found is None:
            break
        line, below = found
        if below is None:
            break
        spot = below
    return line + 1


@lru_cache(maxsize=2)
def _rows(text: str) -> tuple[str, ...]:
    """The rows of a text whose problems are being placed, one after the other."""
    return tuple(text.split("\n"))


def indent_of(row: str) -> int:
    """How many blanks a row begins with."""
    return len(row) - len(row.lstrip(" "))


def _content(rows: tuple[str, ...], start: int) -> _Spot | None:
    """The first row from `start` that says something."""
    for number in range(start, len(rows)):
        column = indent_of(rows[number])
        if rows[number][column : column + 1] not in ("", "#"):
            return _Spot(number, column)
    return None


def _block(rows: tuple[str, ...], spot: _Spot) -> Iterator[int]:
    """The rows on which an entry of the block at `spot` begins; a deeper row belongs to one."""
    yield spot.row
    following = _content(rows, spot.row + 1)
    while following is not None and following.column >= spot.column:
        if following.column == spot.column:
            yield following.row
        following = _content(rows, following.row + 1)


def _key(rows: tuple[str, ...], spot: _Spot, key: str) -> tuple[int, _Spot | None] | None:
    """The row of a key in the mapping at `spot`, and where its value begins."""
    for row in _block(rows, spot):
        match = KEY.match(rows[row], spot.column)
        if match and unquoted(match["key"]) == key:
            return row, _value(rows, row, match.end(), spot.column)
    return None


def _item(rows: tuple[str, ...], spot: _Spot, index: int) -> tuple[int, _Spot | None] | None:
    """The row of an item in the sequence at `spot`, and where its value begins."""
    for row in _block(rows, spot):
        if rows[row][spot.column : spot.column + 2] not in ("- ", "-"):
            return None
        if index == 0:
            return row, _value(rows, row, spot.column + 1, spot.column + 1)
        index -= 1
    return None


def _value(rows: tuple[str, ...], row: int, end: int, least: int) -> _Spot | None:
    """Where the value after a colon or dash begins: on the same row, or on the next one."""
    rest = rows[row][end:]
    inside = rest.lstrip(" ")
    if inside and inside[0] != "#":
        return _Spot(row, end + len(rest) - len(inside))
    below = _content(rows, row + 1)
    return below if below is not None and below.column >= least else None


def unquoted(key: str) -> str:
    """A key as it is meant, its quotes taken off."""
    if key[0] == "'":
        return key[1:-1].replace("''", "'")
    if key[0] == '"':
        try:
            return str(json.loads(key))
        except ValueError:
            return key
    return key


def flow_rows(rows: tuple[str, ...], row: int, column: int) -> str:
    """The text of a value in brackets, through all its rows; where it is very long, its first row."""
    least = indent_of(rows[row])
    text = rows[row][column:]
    for number in range(row + 1, len(rows)):
        below = rows[number]
        if below.strip() and indent_of(below) <= least and below[least] not in "]},":
            return text
        text += "\n" + below
        if len(text) > LONGEST_FLOW:
            return rows[row][column:]
    return text


def _in_flow(rows: tuple[str, ...], spot: _Spot, place: Place) -> int:
    """The row of a place inside brackets; where they open, if they are on one row or very long."""
    text = flow_rows(rows, spot.row, spot.column)
    if "\n" not in text:
        return spot.row
    from gridctl.store.yaml_marks import row_of

    return spot.row + row_of(text, place)
