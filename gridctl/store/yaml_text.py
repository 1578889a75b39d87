"""YAML text: bytes to plain data, guarded before any parser sees them, by one loader for every file."""

import re
from typing import Any

from gridctl.errors import Problem
from gridctl.store.sizes import LARGEST, LARGEST_SETTINGS
from gridctl.store.yaml_guard import first_stop
from gridctl.words import say

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u2028\u2029]")


class Unreadable(Exception):
    """The bytes are no plain YAML; carries the Problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


def load(path: str, data: bytes, *, settings: bool = False) -> Any:
    """The plain data in `data`; raises Unreadable. `settings` allows a larger file."""
    text = decoded(path, data, limit=LARGEST_SETTINGS if settings else LARGEST)
    stop = first_stop(text)
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
    if found or "\r" in text:
        at = found.start() if found else text.index("\r")
        char = text[at]
        what = (
            say("Windows line ends (CR): save the file with LF.")
            if char == "\r"
            else say(
                "A character that does not belong in a text file: U+{code}", code=f"{ord(char):04X}"
            )
        )
        raise _off(path, text.count("\n", 0, at) + 1, "F01", what)
    return text


def _parse(text: str) -> Any:
    try:
        import oryaml
    except ImportError:  # no wheel for this machine
        from gridctl.store.yaml_marks import parse

        return parse(text)
    return oryaml.loads(text)


def _explained(path: str, text: str, error: Exception) -> Unreadable:
    """The Problem of a text that does not parse, with its line, as ruamel.yaml sees it."""
    from gridctl.store.yaml_marks import fault

    line, rule, message = fault(text)
    if message is None:
        message = say("Not readable as YAML: {reason}", reason=" ".join(str(error).split())[:120])
    return _off(path, line, rule, message)


def _off(path: str, line: int, rule: str, message: Any) -> Unreadable:
    return Unreadable(Problem(path, line, rule, message))
