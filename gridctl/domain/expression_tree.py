"""Expression tree: what an expression of scoring.yaml is read into, and what it names."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Number:
    """A number, exact."""

    value: Fraction


@dataclass(frozen=True)
class Name:
    """A count or a rate by its key."""

    key: str


@dataclass(frozen=True)
class Mark:
    """A score given by hand, by its name."""

    key: str


@dataclass(frozen=True)
class Applied:
    """A sign or function on its parts; `texts` are the parts as written."""

    what: str
    parts: tuple["Node", ...]
    texts: tuple[str, ...]


Node = Number | Name | Mark | Applied


def names_in(node: Node) -> tuple[str, ...]:
    """The counts and rates that it names, each once, in their order."""
    return tuple(dict.fromkeys(each.key for each in _leaves(node) if isinstance(each, Name)))


def marks_in(node: Node) -> tuple[str, ...]:
    """The manual marks that it names, each once."""
    return tuple(dict.fromkeys(each.key for each in _leaves(node) if isinstance(each, Mark)))


def _leaves(node: Node) -> Iterator[Node]:
    if isinstance(node, Applied):
        for part in node.parts:
            yield from _leaves(part)
    else:
        yield node
