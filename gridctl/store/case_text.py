"""Case text: the one canonical YAML form of case and journal files, made so that every YAML reader reads it alike."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache

from gridctl.domain.hidden import BLANKS, LINE_END, RANGES, char_class, escaped
from gridctl.domain.moments import stamp

PROSE = frozenset({"text"})  # stands as a block even when it is one line

_WORDS = frozenset(
    [
        "null",
        "~",
        "true",
        "false",
        "yes",
        "no",
        "on",
        "off",
        "y",
        "n",
        "nan",
        "inf",
        ".nan",
        ".inf",
        "-.inf",
        "+.inf",
        "=",
        "<<",
        "---",
        "...",
    ]
)
# Only digits, signs and number letters: a number, date, time or version to some reader.
_NUMBERLIKE = re.compile(r"[-+.]?[0-9][0-9A-FXOa-fxoTZtz_.,:+\- ]*", re.ASCII)
_OPENER = re.compile(r"[-:](?:\s|$)|[?,\[\]{}#&*!|>'\"%@`=<]")
_INNER = re.compile(r":(?:\s|$)|\s#|(?:^|\s)[&*!]")
_FLOW_INNER = re.compile(r"[,\[\]{}:?#\"']")
# Invisible in a diff, so written as escapes.
_HIDDEN = re.compile(char_class((*RANGES, *BLANKS)))
_BLOCK_HIDDEN = re.compile(char_class(each for each in (*RANGES, *BLANKS) if each != LINE_END))
_TRAILING_BLANK = re.compile(r"[ \u3000]$", re.MULTILINE)


def render(document: Mapping[str, object]) -> bytes:
    """The bytes of a case or journal file. `document` holds the head in order, then `history`, a list
    of maps that are a block each, or `entries`, maps that are a line each.

    Text must be free of lone surrogates; raises UnicodeEncodeError otherwise.
    """
    lines: list[str] = []
    for key, value in document.items():
        if key == "history":
            lines.append("history:")
            for event in value:  # type: ignore[attr-defined]
                lines += _block(event, first="- ", indent="  ")
        else:
            lines += _entry(key, value, "")
    return ("\n".join(lines) + "\n").encode()


def _block(event: Mapping[str, object], *, first: str, indent: str) -> list[str]:
    lines = [line for key, value in event.items() for line in _entry(key, value, indent)]
    lines[0] = first + lines[0].removeprefix(indent)
    return lines


def _entry(key: str, value: object, indent: str) -> Iterable[str]:
    if type(value) is str and len(value) <= _WORD:
        return _known_lines(key, value, indent)
    return _lines(key, value, indent)


def _lines(key: str, value: object, indent: str) -> Iterator[str]:
    name = f"{indent}{key}:"
    if isinstance(value, str) and _is_block(key, value):
        yield f"{name} |{'' if value.endswith(chr(10)) else '-'}"
        for line in value.removesuffix("\n").split("\n"):
            yield f"{indent}  {line}" if line else ""
    elif isinstance(value, list | tuple) and value and isinstance(value[0], Mapping):
        yield name
        for item in value:
            yield f"{indent}- {_line(item)}"
    else:
        yield f"{name} {_flow(value, top=True)}"


def _is_block(key: str, text: str) -> bool:
    """Whether text stands as a literal block: it has lines or is prose, and survives one."""
    if "\n" not in text and key not in PROSE:
        return False
    body = text.removesuffix("\n")
    return bool(body) and not (
        body[0] in " \n\u3000"
        or body.endswith("\n")
        or _BLOCK_HIDDEN.search(text)
        or _TRAILING_BLANK.search(text)
    )


def _line(item: Mapping[str, object]) -> str:
    """An item on one line. Its number is written `n`, as in a block, though some read that as no."""
    pairs = (f"{'n' if key == 'n' else scalar(key)}: {_flow(each)}" for key, each in item.items())
    return "{" + ", ".join(pairs) + "}"


def _flow(value: object, *, top: bool = False) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(k)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(each) for each in value) + "]"
    return scalar(str(value), flow=not top)


def scalar(text: str, *, flow: bool = True) -> str:
    """A text as one scalar, quoted wherever some reader could take it for something else."""
    return _known_scalar(text, flow) if len(text) <= _WORD else _scalar(text, flow)


def _scalar(text: str, flow: bool) -> str:
    if _HIDDEN.search(text):
        return '"' + "".join(_escape(c) for c in text) + '"'
    if _needs_quotes(text) or (flow and _FLOW_INNER.search(text)):
        return "'" + text.replace("'", "''") + "'"
    return text


def _needs_quotes(text: str) -> bool:
    return (
        not text
        or text != text.strip(" \u3000")
        or text.lower() in _WORDS
        or bool(_NUMBERLIKE.fullmatch(text) or _OPENER.match(text) or _INNER.search(text))
    )


# Keys, ids and names come again in every file; a short word is looked at once.
_WORD = 40
_known_lines = lru_cache(maxsize=1 << 14)(lambda *said: tuple(_lines(*said)))
_known_scalar = lru_cache(maxsize=1 << 14)(_scalar)
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def _escape(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    return escaped(char) if _HIDDEN.match(char) else char
