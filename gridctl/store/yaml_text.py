"""YAML text: bytes to plain data, guarded before any parser sees them, by one loader for every file."""

import re
from typing import Any

from gridctl.domain.hidden import NEVER_RAW, char_class
from gridctl.errors import Problem
from gridctl.store.sizes import LARGEST, LARGEST_SETTINGS
from gridctl.store.yaml_guard import first_stop, is_suspect
from gridctl.words import Message, say

_FORBIDDEN = re.compile(char_class(NEVER_RAW))


class Unreadable(Exception):
    """The bytes are no plain YAML; carries the Problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


def load(path: str, data: bytes, *, settings: bool = False) -> Any:
    """The plain data in `data`; raises Unreadable. `settings` allows a larger file."""
    text = decoded(path, data, limit=LARGEST_SETTINGS if settings else LARGEST)
    # A case file has one written form besides, so a quick look is enough for most of them.
    stop = first_stop(text) if settings or is_suspect(text) else None
    if stop:
        raise _off(path, stop.line, stop.rule, stop.message)
    try:
        return _parse(text)
    except Exception as error:
        raise _explained(path, text, error) from error


def decoded(path: str, data: bytes, *, limit: int) -> str:
    """The text of a file that is UTF-8 with LF and nothing hidden; raises Unreadable."""
    if len(data) > limit:
        raise _off(
            path,
            0,
            "F02",
            say(
                "The file has {size} bytes; at most {limit} are read.", size=len(data), limit=limit
            ),
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _off(path, line, "F01", say("Not UTF-8 text: save the file as UTF-8.")) from error
    found = _FORBIDDEN.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise _off(path, line, "F01", _forbidden(found[0], found.start()))
    return text


def _forbidden(char: str, at: int) -> Message:
    if char == "\r":
        return say("Windows line ends (CR): save the file with LF.")
    if char == "\ufeff" and at == 0:
        return say("A byte order mark: save the file as UTF-8 without one.")
    if char == "\x00":
        return say("This is no text: it holds a NUL character.")
    code = f"{ord(char):04X}"
    return say("A character that cannot be seen, U+{code}; take it out.", code=code)


def _parse(text: str) -> Any:
    try:
        import oryaml
    except ImportError:  # no wheel for this machine
        from gridctl.store.yaml_marks import parse

        return parse(text)
    return oryaml.loads(text)


def _explained(path: str, text: str, error: Exception) -> Unreadable:
    """The Problem of a text that does not parse, with its line."""
    from gridctl.store.yaml_faults import fault

    found = fault(text, error, _parse)
    return _off(path, found.line, found.rule, found.message)


def _off(path: str, line: int, rule: str, message: Message) -> Unreadable:
    return Unreadable(Problem(path, line, rule, message))
