"""YAML marks: the slow second reading by ruamel.yaml, for line numbers and where no fast loader is."""

import re
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from gridctl.words import Message, say

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)", re.ASCII)
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?", re.ASCII)


def compose(text: str) -> Node | None:
    """The node tree of a text, with marks; raises MarkedYAMLError where it is no YAML."""
    yaml = YAML(typ="rt", pure=True)
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
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def fault(text: str) -> tuple[int, str, Message | None]:
    """Where and why a text is not readable: line, rule, and a message where it is known."""
    try:
        node = compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return (mark.line + 1 if mark else 0), "F03", _reason(error)
    except RecursionError:
        return 0, "F02", say("Nested too deeply to be read.")
    except Exception:  # noqa: BLE001 - whatever else a parser raises, the file is unreadable
        return 0, "F03", None
    return _twice(node) if node is not None else (0, "F05", say("The file is empty."))


def _reason(error: MarkedYAMLError) -> Message:
    if type(error).__name__ == "DuplicateKeyError":
        return say("A key stands here twice.")
    return say("Not readable as YAML here; look at indentation, quotes and colons.")


def _twice(node: Node) -> tuple[int, str, Message | None]:
    """The first key that stands twice."""
    if isinstance(node, MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if str(key.value) in seen:
                return (
                    key.start_mark.line + 1,
                    "F04",
                    say("The key “{key}” stands here twice.", key=key.value),
                )
            seen.add(str(key.value))
            inner = _twice(value)
            if inner[0]:
                return inner
    if isinstance(node, SequenceNode):
        for each in node.value:
            inner = _twice(each)
            if inner[0]:
                return inner
    return 0, "F03", None


def line_of(text: str, place: tuple[str | int, ...]) -> int:
    """The 1-based line of a place such as ("grids", 3, "parent"); of what encloses it where the
    place itself is missing.
    """
    node = _tree(text)
    if node is None:
        return 0
    line = int(node.start_mark.line) + 1
    for part in place:
        found = _step(node, part)
        if found is None:
            break
        line, node = found
    return line


@lru_cache(maxsize=2)
def _tree(text: str) -> Node | None:
    """The nodes of a text whose problems are being placed, one after the other."""
    try:
        return compose(text)
    except MarkedYAMLError:
        return None


def _step(node: Node, part: str | int) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return int(key.start_mark.line) + 1, value
    elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        value = node.value[part]
        return int(value.start_mark.line) + 1, value
    return None
