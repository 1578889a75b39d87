"""YAML faults: where and why the loader could not read a text, in words for who wrote it."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from gridctl.store.yaml_lines import KEY, LONGEST_FLOW, flow_rows, indent_of, unquoted
from gridctl.words import Message, say

Load = Callable[[str], Any]


class Fault(NamedTuple):
    """The 1-based line (0: unknown), the rule, and what is wrong."""

    line: int
    rule: str
    message: Message


_PLACES = re.compile(r"at line (\d+)|, line (\d+)")
# What the loader says of something that began on an earlier line and did not end.
_OPEN = ("flow sequence", "flow mapping", "quoted scalar", "simple key")


def fault(text: str, error: Exception, load: Load) -> Fault:
    """What is wrong in a text that `load` could not read. The second reading is never a slow one."""
    reason = " ".join(str(error).split())
    if "duplicate mapping key" in reason:
        return _twice(text, load)
    lines = [int(one or other) for one, other in _PLACES.findall(reason)]
    is_open = any(each in reason for each in _OPEN)
    rows = text.split("\n")
    # A text that ends too early is found wrong on the line after its last.
    line = min(min(lines) if is_open else max(lines), len(rows)) if lines else 0
    row = rows[line - 1] if line else ""
    return Fault(line, "F03", _words(reason, row))


def _words(reason: str, row: str) -> Message:
    if "simple key" in reason and "：" in row:
        return say("A full-width colon does not end a key; write “: ”, a colon and a blank.")
    if "simple key" in reason:
        return say("A key ends in “: ”, a colon and a blank.")
    if "flow sequence" in reason or "flow mapping" in reason:
        return say("A bracket opens here and does not close.")
    if "quoted scalar" in reason:
        return say("Text in quotes ends on the line where it begins.")
    if "mapping values are not allowed" in reason:
        return say("No “: ” can stand here: put the text in quotes, or mend the indentation.")
    return say("Not readable as YAML here; look at indentation, quotes and colons.")


def _twice(text: str, load: Load) -> Fault:
    """The first key that stands twice."""
    open_maps: list[tuple[int, set[str]]] = []
    rows = tuple(text.split("\n"))
    for row, column, key, end in _keys(rows):
        while open_maps and open_maps[-1][0] > column:
            open_maps.pop()
        if key is None:
            continue
        name = str(load(key)) if key[0] == '"' else unquoted(key)
        if not open_maps or open_maps[-1][0] < column:
            open_maps.append((column, set()))
        if name in open_maps[-1][1]:
            return Fault(row + 1, "F04", say("The key “{key}” stands here twice.", key=name))
        open_maps[-1][1].add(name)
        if rows[row][end:].lstrip(" ")[:1] in ("[", "{") and _fails(rows, row, end, load):
            return _in_flow(rows, row, end)
    return next(_in_items(rows, load), Fault(0, "F04", say("A key stands twice in one place.")))


def _keys(rows: tuple[str, ...]) -> Iterator[tuple[int, int, str | None, int]]:
    """Every dash (no key) and key of block context: row, column, key as written, end of its colon."""
    block = None
    for number, row in enumerate(rows):
        column = indent_of(row)
        if column == len(row) or row[column] == "#" or (block is not None and column > block):
            continue
        block = None
        while row[column : column + 2] in ("- ", "-"):
            yield number, column, None, column + 1
            column += 1 + indent_of(row[column + 1 :])
        match = KEY.match(row, column)
        if match:
            yield number, column, match["key"], match.end()
            if row[match.end() :].lstrip(" ")[:1] in ("|", ">"):
                block = column


def _in_items(rows: tuple[str, ...], load: Load) -> Iterator[Fault]:
    """Items in brackets that hold a key twice."""
    for row, _column, key, end in _keys(rows):
        opens = rows[row][end:].lstrip(" ")[:1]
        if key is None and opens in ("[", "{") and _fails(rows, row, end, load):
            yield _in_flow(rows, row, end)


def _fails(rows: tuple[str, ...], row: int, end: int, load: Load) -> bool:
    try:
        load(flow_rows(rows, row, end))
    except Exception as error:  # noqa: BLE001 - whatever a loader raises
        return "duplicate" in str(error)
    return False


def _in_flow(rows: tuple[str, ...], row: int, end: int) -> Fault:
    from gridctl.store.yaml_marks import twice

    text = flow_rows(rows, row, end)
    found = twice(text) if len(text) <= LONGEST_FLOW else None
    if found is None:
        return Fault(row + 1, "F04", say("A key stands twice in one place."))
    inner, key = found
    return Fault(row + inner + 1, "F04", say("The key “{key}” stands here twice.", key=key))
