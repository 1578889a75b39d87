"""Expression values: what an expression comes to, exactly; or why it comes to nothing."""

import operator
from collections.abc import Callable, Mapping
from fractions import Fraction

from gridctl.domain.expression_tree import Applied, Mark, Name, Node, Number
from gridctl.words import Message, say


class Empty(Exception):
    """There is no value: nothing to divide by, or a missing mark. Nothing is ever taken for 0."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.template)
        self.why = why


Numbers = Mapping[str, Fraction | None]


def value(node: Node, names: Numbers, marks: Numbers) -> Fraction:
    """The value, with the counts and rates by `names`; None there is a rate without a whole.

    Comparisons come to 1 or 0. `if` looks at the chosen side only. Raises Empty.
    """
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        return _known(names[node.key], say("{name} has nothing to divide by", name=node.key))
    if isinstance(node, Mark):
        return _known(marks.get(node.key), say("the mark “{name}” is missing", name=node.key))
    return _applied(node, lambda part: value(part, names, marks))


def _known(number: Fraction | None, why: Message) -> Fraction:
    if number is None:
        raise Empty(why)
    return number


def _applied(node: Applied, read: Callable[[Node], Fraction]) -> Fraction:
    if node.what == "if":
        condition, then, other = node.parts
        return read(then) if read(condition) else read(other)
    values = [read(part) for part in node.parts]
    if node.what in ("/", "rate"):
        if not values[1]:
            raise Empty(say("{divisor} is 0, and nothing is divided by it", divisor=node.texts[1]))
        return values[0] / values[1]
    return Fraction(_MADE[node.what](*values))


def _clamp(number: Fraction, least: Fraction, most: Fraction) -> Fraction:
    return max(least, min(number, most))


_MADE: dict[str, Callable[..., Fraction | bool]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
    "min": min,
    "max": max,
    "clamp": _clamp,
}
