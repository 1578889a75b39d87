"""Written form: where the bytes of a case or journal file differ from their one written form."""

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from gridctl.errors import Problem
from gridctl.store.yaml_lines import line_of
from gridctl.words import Message, say


def other_format(path: str, data: bytes, plain: Mapping[str, Any], begins: Message) -> Problem:
    """A file of a later format, or of none; `begins` says how a file of its kind begins."""
    from gridctl.records.explaining import later_format

    given = plain.get("format")
    if type(given) is int and given > 1:
        return at(path, data, ("format",), "F06", later_format(given))
    return at(path, data, ("format",), "F05", begins)


def missing(path: str, data: bytes, key: str) -> Problem:
    """A key that is not there."""
    return at(path, data, (), "F05", say("The key “{key}” is missing.", key=key))


def writing(path: str, data: bytes, canonical: bytes, remedy: Message) -> Problem:
    """The first line that is written in another way, and what to do about it."""
    given, right = (text.decode().split("\n") for text in (data, canonical))
    line = next(n for n, (a, b) in enumerate(zip_longest(given, right), 1) if a != b)
    return Problem(
        path, line, "F07", _unlike(given[line - 1 : line], right[line - 1 : line]), remedy
    )


def _unlike(given: list[str], right: list[str]) -> Message:
    if not given:
        return say("The last line has no line end.")
    if not right or right == [""]:
        return say("“{given}” does not belong at the end of the file.", given=given[0][:80])
    return say(
        "Not in the one written form: “{given}” should read “{right}”.",
        given=given[0][:80],
        right=right[0][:80],
    )


def at(
    path: str, data: bytes, place: tuple[str | int, ...], rule: str, message: Message
) -> Problem:
    """A Problem at the line of a place."""
    return Problem(path, line_of(data.decode(), place), rule, message)
