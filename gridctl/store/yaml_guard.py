"""YAML guard: anchors, aliases, tags, directives and depth, stopped before a parser could expand them."""

import re
from typing import NamedTuple

from gridctl.words import Message, say

DEEPEST = 8

# Without any of these there is nothing to stop, and most files have none.
_SUSPECT = re.compile(
    r"(?<!\w)[&*!]|\t|<<|^(?:%|---|\.\.\.)|^ *(?:- +)*\? |^[ -]{12}", re.MULTILINE
)
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
# Possessive, so that a long run of blanks is read once and not once for each of its places.
_PLAIN = re.compile(r"(?: *+(?!:(?: |\t|$)|(?<= )#|$).)*+")
_FLOW_PLAIN = re.compile(r"(?: *+(?![,\[\]{}]|:(?:[ \t,\[\]{}]|$)|(?<= )#|$).)*+")
_BLOCK_HEADER = re.compile(r"[|>][-+]?(?= *$| +#)")
_TOUCHING = re.compile(r"[-?:][\"'&*!\[\]{},]|.*:[\"'&*!]")


class Stop(NamedTuple):
    """Where a text is no plain YAML: the 1-based line, the rule, and why."""

    line: int
    rule: str
    message: Message


class _Stopped(Exception):
    def __init__(self, rule: str, message: Message) -> None:
        super().__init__(rule)
        self.rule = rule
        self.message = message


def is_suspect(text: str) -> bool:
    """Whether a text has anything that could be a trick, or brackets enough to nest too deeply."""
    return text.count("[") + text.count("{") > DEEPEST or _SUSPECT.search(text) is not None


def first_stop(text: str) -> Stop | None:
    """The first place that a ledger file may not have; None where a parser may read the text.

    Texts that parsers could split differently are stopped as well: quotes and plain text that go
    on in the next line, and blocks with an indentation indicator.
    """
    scan = _Scan()
    for number, line in enumerate(text.split("\n"), 1):
        try:
            scan.line(line)
        except _Stopped as stopped:
            return Stop(number, stopped.rule, stopped.message)
    return None


class _Scan:
    """The state between two lines: open brackets, open block, and what the last line ended with."""

    def __init__(self) -> None:
        self.depth = 0  # of brackets
        self.columns: list[int] = []  # where the enclosing keys and dashes stand
        self.block: tuple[int, int | None] | None = None  # its key's column, its own indentation
        self.complete = False  # the last line ended in a value
        self.plain = False  # the last line ended in plain text
        self.key = False  # what was read last is a key, its colon yet to come

    def line(self, line: str) -> None:
        indent = len(line) - len(line.lstrip(" "))
        if indent == len(line) or self._in_block(indent):
            return
        if line.startswith(("%", "---", "...")):
            raise _not_plain(
                say("A ledger file is one plain document, without directives or markers.")
            )
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            raise _not_plain(say("A mark that a git merge left behind: two versions stand here."))
        if line[indent] != "#":
            self._check_continuation(line, indent)
            self._tokens(line, indent)

    def _in_block(self, indent: int) -> bool:
        """Whether the line belongs to the literal block that is open."""
        if self.block is None:
            return False
        key, own = self.block
        if indent > key:
            if own is not None and indent < own:
                raise _not_plain(say("The lines of a block are indented alike."))
            self.block = (key, own or indent)
            return True
        self.block = None
        return False

    def _check_continuation(self, line: str, indent: int) -> None:
        above = self.columns[-1] if self.columns else -1
        goes_on = line[indent] not in ",]}" if self.depth else indent > above
        if self.depth and self.plain and goes_on:
            raise _not_plain(say("A bracket of a line above is still open, or a comma is missing."))
        if not self.depth and self.complete and goes_on:
            raise _not_plain(
                say("A text goes on from the line above; put it into a block (|) or on one line.")
            )

    def _tokens(self, line: str, pos: int) -> None:
        after = -1  # where a quoted text or a bracket ended
        self.complete = self.plain = self.key = False
        while pos < len(line):
            char = line[pos]
            if char == " ":
                pos += 1
            elif char == "#" and line[pos - 1] == " ":
                return
            elif char in "'\"":
                pos = after = self._quoted(line, pos)
            elif char in "[{" or (self.depth and char in "]},"):
                pos += 1
                after = pos if char in "]}" else after
                self._bracket(char)
            elif char in ":-" and (
                line[pos + 1 : pos + 2] in ("", " ") or (char, pos) == (":", after)
            ):
                self._indicator(char, pos)
                pos += 1
            elif char in "|>" and not self.depth:
                self._open_block(line, pos)
                return
            else:
                pos = self._plain(line, pos)

    def _indicator(self, char: str, pos: int) -> None:
        """A dash begins an item, a colon ends a key: in block context a word, in brackets anything."""
        if char == ":" and not (self.complete if self.depth else self.key):
            raise _unclear()
        if char == "-":
            self._check_begins()
            self._at(pos)
        self.complete = self.plain = self.key = False

    def _bracket(self, char: str) -> None:
        """A bracket opens or closes, or a comma stands in one."""
        if char in "[{":
            self._check_begins()
            self.depth += 1
            self._check_depth()
            return
        self.complete, self.plain = char != ",", False
        self.depth -= char != ","

    def _quoted(self, line: str, pos: int) -> int:
        self._check_begins()
        match = _QUOTED.match(line, pos)
        if match is None:
            raise _not_plain(say("Text in quotes ends on the line where it begins."))
        self._key_or_value(line, pos, match.end())
        return match.end()

    def _plain(self, line: str, pos: int) -> int:
        if line[pos] in "&*!":
            raise _not_plain(
                say(
                    "“{mark}” begins an anchor, alias or tag, which a ledger file does not use; put the text in quotes.",
                    mark=line[pos],
                )
            )
        self._check_begins()
        match = (_FLOW_PLAIN if self.depth else _PLAIN).match(line, pos)
        end = match.end() if match else pos
        text = line[pos:end]
        if "\t" in text or line[end : end + 1] == "\t" or line[end : end + 2] == ":\t":
            raise _not_plain(say("A tab: indent with spaces."))
        if text in ("?", "<<") or text.startswith("? "):
            raise _not_plain(say("Keys are plain words here, written once: no “?” and no “<<”."))
        if end == pos or (self.depth and _TOUCHING.match(text + line[end : end + 1])):
            raise _unclear()
        self._key_or_value(line, pos, end)
        self.plain = True
        return end

    def _check_begins(self) -> None:
        """A value begins, which it cannot right after another."""
        if self.complete:
            raise _unclear()

    def _key_or_value(self, line: str, pos: int, end: int) -> None:
        """A scalar was read: in block context a colon after it makes it a key."""
        self.key = not self.depth and line[end:].lstrip(" ").startswith(":")
        if self.key:
            self._at(pos)
        self.complete = True

    def _at(self, column: int) -> None:
        """A key or a dash of block context stands at this column."""
        while self.columns and self.columns[-1] >= column:
            self.columns.pop()
        self.columns.append(column)
        self._check_depth()

    def _check_depth(self) -> None:
        if len(self.columns) + self.depth > DEEPEST:
            raise _Stopped("F02", say("Nested deeper than {most} levels.", most=DEEPEST))

    def _open_block(self, line: str, pos: int) -> None:
        self._check_begins()
        if not _BLOCK_HEADER.match(line, pos) or not line[:pos].strip(" "):
            raise _not_plain(say("A block begins after its key with |, |- or |+ and nothing else."))
        self.block = (self.columns[-1], None)


def _unclear() -> _Stopped:
    return _not_plain(say("Not readable as YAML here; look at indentation, quotes and colons."))


def _not_plain(message: Message) -> _Stopped:
    return _Stopped("F03", message)
