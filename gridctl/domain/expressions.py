"""Expressions: the small language of scoring.yaml, read into a tree; nothing is ever run.

    expression = sum [("<" | "<=" | ">" | ">=" | "==" | "!=") sum]
    sum        = product (("+" | "-") product)…
    product    = sign (("*" | "/") sign)…
    sign       = ["-"] part ["%"]
    part       = NUMBER | NAME | FUNCTION "(" expression, … ")" | "(" expression ")"

A NAME is a count or a rate. Full-width signs are read as their ASCII ones.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from unicodedata import east_asian_width

from gridctl.domain.expression_tree import Applied, Mark, Name, Node, Number
from gridctl.domain.indicators import COUNTS, RATES
from gridctl.domain.naming import closest
from gridctl.errors import Usage
from gridctl.words import Message, listed, say

LONGEST = 400  # characters
DEEPEST = 24
FUNCTIONS = {"min": (2, 8), "max": (2, 8), "clamp": (3, 3), "if": (3, 3), "rate": (2, 2)}
NAMES = tuple(COUNTS) + tuple(RATES)
_FULL_WIDTH = str.maketrans("（）＋－×＊÷／％，＜＞＝", "()+-**//%,<>=")
_TOKEN = re.compile(
    r"(?P<number>[0-9]{1,9}(?:\.[0-9]{1,6})?(?![0-9.A-Za-z_]))"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<sign><=|>=|==|!=|[-+*/%(),<>])",
    re.ASCII,
)
_COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")


def parse(text: str) -> Node:
    """The tree of an expression; raises Usage that shows the place for everything else."""
    if len(text) > LONGEST:
        raise Usage(say("An expression has at most {most} characters.", most=LONGEST))
    return _Reader(text).whole()


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


class _Reader:
    """A text on its way to a tree, token by token."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain = text.translate(_FULL_WIDTH)
        self._tokens = list(self._split())
        self._next = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._expression()
        if self._here.kind != "end":
            raise self._unexpected()
        return node

    def _split(self) -> Iterator[_Token]:
        at = 0
        while at < len(self._plain):
            if self._plain[at] in " \t\r\n\u3000":
                at += 1
                continue
            found = _TOKEN.match(self._plain, at)
            if found is None or found.lastgroup is None:
                raise self._meaningless(at)
            yield _Token(found.lastgroup, found[0], at, found.end())
            at = found.end()
        yield _Token("end", "", at, at)

    def _meaningless(self, at: int) -> Usage:
        if self._plain[at] in "0123456789":
            return self._off(say("A number has at most 9 digits and 6 decimals."), at)
        message = say("“{sign}” has no meaning in an expression.", sign=self._plain[at])
        return self._off(message, at, _grammar())

    @property
    def _here(self) -> _Token:
        return self._tokens[self._next]

    def _takes(self, *signs: str) -> str | None:
        here = self._here
        if here.kind == "sign" and here.text in signs:
            self._next += 1
            return here.text
        return None

    def _needs(self, sign: str) -> None:
        if not self._takes(sign):
            raise self._off(say("“{sign}” is missing here.", sign=sign), self._here.start)

    def _expression(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            message = say("Brackets are at most {most} deep.", most=DEEPEST)
            raise self._off(message, self._here.start)
        start = self._here.start
        node = self._sum()
        sign = self._takes(*_COMPARISONS)
        if sign:
            middle = self._here.start
            right = self._sum()
            texts = (self._written(start, middle), self._written(middle))
            node = Applied(sign, (node, right), texts)
        self._depth -= 1
        return node

    def _sum(self) -> Node:
        return self._chain(("+", "-"), self._product)

    def _product(self) -> Node:
        return self._chain(("*", "/"), self._signed)

    def _chain(self, signs: tuple[str, ...], part: Callable[[], Node]) -> Node:
        """Parts between signs of one rank, from left to right."""
        start = self._here.start
        node = part()
        while sign := self._takes(*signs):
            middle = self._here.start
            right = part()
            texts = (self._written(start, middle), self._written(middle))
            node = Applied(sign, (node, right), texts)
        return node

    def _signed(self) -> Node:
        start = self._here.start
        if self._takes("-"):
            minus = Number(Fraction(-1))
            return Applied("*", (minus, self._percent()), ("-1", self._written(start)))
        return self._percent()

    def _percent(self) -> Node:
        start = self._here.start
        node = self._part()
        if self._takes("%"):
            hundred = Number(Fraction(100))
            return Applied("/", (node, hundred), (self._written(start), "100"))
        return node

    def _part(self) -> Node:
        here = self._here
        if here.kind == "number":
            self._next += 1
            return Number(Fraction(here.text))
        if here.kind == "name":
            self._next += 1
            return self._call(here) if self._takes("(") else self._name(here)
        if self._takes("("):
            node = self._expression()
            self._needs(")")
            return node
        raise self._unexpected()

    def _call(self, called: _Token) -> Node:
        if called.text == "mark":
            name = self._here
            if name.kind != "name":
                raise self._unexpected()
            self._next += 1
            self._needs(")")
            return Mark(name.text)
        if called.text not in FUNCTIONS:
            message = say("There is no function “{name}”.", name=called.text)
            known = say("Functions: {names}", names=listed((*FUNCTIONS, "mark")))
            raise self._off(message, called.start, known)
        parts, texts = self._parts()
        least, most = FUNCTIONS[called.text]
        if not least <= len(parts) <= most:
            message = say(
                "{name} takes {least} values in its brackets, not {count}.",
                name=called.text,
                least=least if least == most else f"{least}–{most}",
                count=len(parts),
            )
            raise self._off(message, called.start)
        return Applied(called.text, parts, texts)

    def _parts(self) -> tuple[tuple[Node, ...], tuple[str, ...]]:
        """What stands between the brackets of a function."""
        parts, texts = [], []
        while True:
            start = self._here.start
            parts.append(self._expression())
            texts.append(self._written(start))
            if not self._takes(","):
                break
        self._needs(")")
        return tuple(parts), tuple(texts)

    def _name(self, named: _Token) -> Node:
        if named.text in COUNTS or named.text in RATES:
            return Name(named.text)
        near = closest(named.text, NAMES)
        message = (
            say(
                "There is no count or rate “{name}”; did you mean {near}?",
                name=named.text,
                near=listed(near),
            )
            if near
            else say("There is no count or rate “{name}”.", name=named.text)
        )
        raise self._off(message, named.start, say("All names: gridctl report counts"))

    def _written(self, start: int, end: int | None = None) -> str:
        """What was read from `start` on, without the sign that follows it."""
        last = self._tokens[self._next - 1].end if end is None else end
        return self._plain[start:last].strip().rstrip("+-*/<>=!").strip()

    def _unexpected(self) -> Usage:
        here = self._here
        if here.kind == "end":
            return self._off(say("The expression ends too early."), here.start, _grammar())
        message = say("“{sign}” cannot stand here.", sign=here.text)
        return self._off(message, here.start, _grammar())

    def _off(self, message: Message, at: int, hint: Message | None = None) -> Usage:
        """The error, with the line and a caret below its place."""
        before = self._text[max(0, at - 40) : at].replace("\n", " ").replace("\t", " ")
        after = self._text[at : at + 30].replace("\n", " ").replace("\t", " ")
        width = sum(2 if east_asian_width(each) in "WF" else 1 for each in before)
        shown = say(
            "{message}\n    {line}\n    {caret}",
            message=message,
            line=before + after,
            caret=" " * width + "^",
        )
        return Usage(shown, hint)


def _grammar() -> Message:
    return say(
        "An expression has numbers, names of counts and rates, + - * / ( ) %, comparisons, and "
        "min, max, clamp, if, rate and mark."
    )
