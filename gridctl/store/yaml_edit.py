"""YAML edit: values put into a text in the manner of their neighbours, every other byte left alone.

Where a value goes is read from the marks of the node tree, and the text is cut open there. Writing
the whole text anew would move remarks and blanks that people have put in.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from gridctl.store.case_text import scalar
from gridctl.store.yaml_marks import compose
from gridctl.store.yaml_text import load

Place = tuple[str | int, ...]


class Draft:
    """A sound text and what is to be put into it; `result` is the text with all of it."""

    def __init__(self, data: bytes) -> None:
        text = data.decode()
        self._plain = load("", data, settings=True)
        self._text = text if text.endswith("\n") else text + "\n"
        root = compose(self._text)
        assert root is not None
        self._root = root
        self._splices: list[tuple[int, int, str]] = []

    def result(self) -> bytes:
        """The new text, read back: it holds what was put in, and whatever was there."""
        text = self._text
        # What goes in at one place stands in the order in which it was put there.
        for start, end, new in sorted(self._splices, key=lambda splice: splice[:2])[::-1]:
            text = text[:start] + new + text[end:]
        data = text.encode()
        if load("", data, settings=True) != self._plain:
            raise AssertionError(self._splices)
        return data

    def put(self, place: Place, key: str, value: object, order: Sequence[str] = ()) -> None:
        """Set a key of the mapping at `place`; a new one goes behind those before it in `order`."""
        _at(self._plain, place)[key] = _plain(value)
        node = self._node(place)
        found = next((each for each in node.value if each[0].value == key), None)
        if found:
            self._replace(found[1], value)
            return
        ranks = {each: rank for rank, each in enumerate(order)}
        rank = ranks.get(key, len(order))
        before = [p for p in node.value if ranks.get(p[0].value, 0) < rank] or node.value
        end = _end(self._text, before[-1][1])
        if node.flow_style:
            self._splice(end, f", {key}: {flow(value)}")
        else:
            indent = " " * node.start_mark.column
            lines = _entry(key, value, indent, self._step())
            self._splice(self._line_end(end), "".join(lines))

    def add(self, place: Place, item: Mapping[str, object], *, after: int = -1) -> None:
        """Put an item into the list at `place` behind another, by default behind the last."""
        if after < 0:
            self.add_all(place, [item])
            return
        _at(self._plain, place).insert(after + 1, _plain(item))
        node = self._node(place)
        self._behind(node, node.value[after], item)

    def add_all(self, place: Place, new: Sequence[Mapping[str, object]]) -> None:
        """Put items into the list at `place` behind the last; the list is made where there is none."""
        *above, key = place
        owner = self._node(tuple(above))
        if isinstance(key, str) and all(key != each.value for each, _value in owner.value):
            self.put(tuple(above), key, new)
            return
        _at(self._plain, place).extend(_plain(item) for item in new)
        node = self._node(place)
        if not node.value:
            self._fill(owner, node, new)
            return
        for item in new:
            self._behind(node, node.value[-1], item)

    def _behind(self, node: Any, anchor: Any, item: Mapping[str, object]) -> None:
        item = _in_order_of(item, _likest(item, node, anchor))
        if node.flow_style:
            self._splice(_end(self._text, anchor), f", {flow(item)}")
            return
        column = node.start_mark.column
        dash = " " * column + "-" + " " * (anchor.start_mark.column - column - 1)
        lines = [*self._gap(node, anchor), *_item(item, dash, self._step(), anchor.flow_style)]
        self._splice(self._item_end(anchor, column), "".join(lines))

    def _fill(self, owner: Any, node: Any, new: Sequence[Mapping[str, object]]) -> None:
        """The first items of a list: `[]` is filled within brackets, and else gives way to a block."""
        start, end = node.start_mark.index, node.end_mark.index
        if owner.flow_style:
            self._splices.append((start, end, flow(new)))
            return
        self._splices.append((len(self._text[:start].rstrip(" ")), end, ""))
        dash = " " * (owner.start_mark.column + self._step()) + "- "
        lines = [
            line
            for item in new
            for line in _item(item, dash, self._step(), owner is not self._root and _is_small(item))
        ]
        self._splice(self._line_end(end), "".join(lines))

    def _replace(self, node: Any, value: object) -> None:
        written = flow(value)
        if node.style == '"':
            written = json.dumps(value, ensure_ascii=False, default=str)
        elif node.style == "'":
            written = "'" + str(value).replace("'", "''") + "'"
        self._splices.append((node.start_mark.index, node.end_mark.index, written))

    def _splice(self, at: int, new: str) -> None:
        self._splices.append((at, at, new))

    def _node(self, place: Place) -> Any:
        node = self._root
        for part in place:
            if isinstance(part, str):
                node = next(value for key, value in node.value if key.value == part)
            else:
                node = node.value[part]
        return node

    def _step(self) -> int:
        """How far the file sets a list in below its key."""
        lists = (v for _k, v in self._root.value if isinstance(v, SequenceNode) and v.value)
        return next((v.start_mark.column for v in lists if not v.flow_style), 0)

    def _line_end(self, index: int) -> int:
        return self._text.index("\n", index) + 1

    def _item_end(self, item: Node, column: int) -> int:
        """Behind the last line of an item, its own remarks below it included."""
        end = self._line_end(_end(self._text, item))
        while match := _REMARK.match(self._text, end):
            if len(match[1]) <= column:
                break
            end = match.end()
        return end

    def _gap(self, node: Node, anchor: Node) -> Iterator[str]:
        """A blank line where the items stand apart."""
        line_start = self._text.rindex("\n", 0, anchor.start_mark.index) + 1
        if anchor is not node.value[0] and self._text[:line_start].endswith("\n\n"):
            yield "\n"


_REMARK = re.compile(r"( *)#[^\n]*\n")


def flow(value: object) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | date):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(str(value))


def _item(item: Mapping[str, object], dash: str, step: int, in_flow: bool | None) -> Iterator[str]:
    """The lines of an item that begins with `dash`."""
    if in_flow:
        yield f"{dash}{flow(item)}\n"
        return
    indent = " " * len(dash)
    lines = [line for key, value in item.items() for line in _entry(key, value, indent, step)]
    yield dash + lines[0].removeprefix(indent)
    yield from lines[1:]


def _entry(key: str, value: object, indent: str, step: int) -> Iterator[str]:
    """The lines of a key in block form; lists of mappings are told item by item."""
    if isinstance(value, list | tuple) and value and isinstance(value[0], Mapping):
        yield f"{indent}{key}:\n"
        for each in value:
            yield from _item(each, f"{indent}{' ' * step}- ", step, _is_small(each))
    elif isinstance(value, str):
        yield f"{indent}{key}: {scalar(value, flow=False)}\n"
    else:
        yield f"{indent}{key}: {flow(value)}\n"


def _is_small(item: Mapping[str, object]) -> bool:
    """Whether an item is told on one line: it holds words and lists of words."""
    return all(not isinstance(each, Mapping) and "{" not in flow(each) for each in item.values())


def _end(text: str, node: Any) -> int:
    """Where what a node says ends; a block's own end mark stands behind the remarks below it."""
    if isinstance(node, ScalarNode):
        end = node.end_mark.index
        return len(text[:end].rstrip("\n")) if node.style in ("|", ">") else int(end)
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(text, last[1] if isinstance(node, MappingNode) else last)


def _likest(item: Mapping[str, object], items: Node, anchor: Node) -> Node:
    """The last of the items that has every key of a new one; else the one that it stands behind."""
    maps = (each for each in reversed(items.value) if isinstance(each, MappingNode))
    return next((m for m in maps if item.keys() <= {key.value for key, _ in m.value}), anchor)


def _in_order_of(item: Mapping[str, object], neighbour: Node) -> dict[str, object]:
    """The item with its keys in the neighbour's order; what that lacks stays behind its forerunner."""
    if not isinstance(neighbour, MappingNode):
        return dict(item)
    known = {key.value: rank for rank, (key, _value) in enumerate(neighbour.value)}
    ranks: dict[str, int] = {}
    rank = -1
    for key in item:
        rank = known.get(key, rank)
        ranks[key] = rank
    return {key: item[key] for key in sorted(item, key=ranks.__getitem__)}


def _at(plain: Any, place: Place) -> Any:
    for part in place:
        plain = plain[part]
    return plain


def _plain(value: object) -> Any:
    """A value as it is read back."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
