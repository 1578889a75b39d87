"""Columns of a terminal: how wide text is there, and where Chinese and English lines break."""

import re
from unicodedata import combining, east_asian_width

_WIDE = (
    "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
)
_OPENING = "（《「『【〔“‘"
_CLOSING = "，。、；：？！）》」』】〕”’…"
# What stays together on a line: one wide character or one narrow word, with its punctuation.
_PIECE = re.compile(
    rf"[{_OPENING}]*(?:[{_WIDE}]|[^\s{_WIDE}{_OPENING}{_CLOSING}]+)[{_CLOSING}]*|[{_OPENING}{_CLOSING}]+|\s+"
)


def columns(text: str) -> int:
    """The columns that `text` takes: a Chinese character two, a combining mark none."""
    if text.isascii():
        return len(text)
    return sum(
        2 if east_asian_width(char) in "WF" else 0 if combining(char) else 1 for char in text
    )


def padded(text: str, width: int) -> str:
    """`text` filled with blanks to `width` columns; longer text stays as it is."""
    return text + " " * (width - columns(text))


def shortened(text: str, width: int) -> str:
    """`text`, or as much of it as leaves room for an ellipsis in `width` columns."""
    if columns(text) <= width:
        return text
    end = len(text)
    while columns(text[:end]) >= width:
        end -= 1
    return f"{text[:end]}…"


def wrapped(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns; only a word longer than a line reaches beyond."""
    lines = [""]
    for piece in _PIECE.findall(text):
        if piece.isspace():
            lines[-1] += " " if lines[-1] else ""
        elif columns(lines[-1]) + columns(piece) <= width or not lines[-1]:
            lines[-1] += piece
        else:
            lines.append(piece)
    return [line.rstrip() for line in lines]
