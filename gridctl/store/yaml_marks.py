"""YAML marks: the slow second reading by ruamel.yaml, for places within brackets and where no fast loader is."""

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)", re.ASCII)
_RADIX = re.compile(r"[-+]?0(?:x[0-9a-fA-F]+|o[0-7]+|b[01]+)", re.ASCII)
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WIDEST = range(
    -(2**127), 2**128
)  # the fast loader reads longer numbers as floats, and text where these have no end


def compose(text: str) -> Node | None:
    """The node tree of a text, with marks; raises MarkedYAMLError where it is no YAML."""
    yaml = YAML(typ="safe", pure=True)  # the round trip kind trips over its own comments
    node: Node | None = yaml.compose(text)
    return node


def parse(text: str) -> Any:
    """The plain data of a text, scalars read as YAML 1.2 does; raises ValueError or a YAML error."""
    node = compose(text)
    return None if node is None else _plain(node)


def _plain(node: Node) -> Any:
    if isinstance(node, MappingNode):
        pairs = [(_plain(key), _plain(value)) for key, value in node.value]
        if len({key for key, _ in pairs}) < len(pairs):
            raise ValueError("duplicate mapping key")
        return dict(pairs)
    if isinstance(node, SequenceNode):
        return [_plain(each) for each in node.value]
    assert isinstance(node, ScalarNode)
    return _scalar(node)


def _scalar(node: ScalarNode) -> Any:
    text = str(node.value)
    if node.style not in (None, ""):
        return text
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    return _number(text)


def _number(text: str) -> int | float | str:
    """Numbers as the fast loader reads them, so that a file means the same on every machine."""
    if _RADIX.fullmatch(text) and int(text, 0) in _WIDEST:
        return int(text, 0)
    if _INT.fullmatch(text) and len(text) < 50 and int(text) in _WIDEST:
        return int(text)
    if _NO_NUMBER.fullmatch(text):
        return float(text.replace(".", "", 1))
    if _INT.fullmatch(text) or (_FLOAT.fullmatch(text) and not text.lstrip("+-").isdecimal()):
        read = float(text)
        return text if read in (float("inf"), float("-inf")) else read
    return text


def twice(text: str) -> tuple[int, str] | None:
    """The first key of a text that stands twice in one place: its row, from 0, and the key."""
    try:
        node = compose(text)
    except MarkedYAMLError:
        return None
    return None if node is None else _twice(node)


def _twice(node: Node) -> tuple[int, str] | None:
    if isinstance(node, SequenceNode):
        return next((found for each in node.value if (found := _twice(each))), None)
    if not isinstance(node, MappingNode):
        return None
    seen: set[str] = set()
    for key, value in node.value:
        if str(key.value) in seen:
            return int(key.start_mark.line), str(key.value)
        seen.add(str(key.value))
        inner = _twice(value)
        if inner:
            return inner
    return None


def row_of(text: str, place: tuple[str | int, ...]) -> int:
    """The row, from 0, of a place in a text, or of what encloses it; 0 where it cannot be read."""
    try:
        node = compose(text)
    except MarkedYAMLError:
        return 0
    row = 0
    for part in place:
        found = _step(node, part)
        if found is None:
            break
        row, node = found
    return row


def _step(node: Node | None, part: str | int) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return int(key.start_mark.line), value
    elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        value = node.value[part]
        return int(value.start_mark.line), value
    return None
