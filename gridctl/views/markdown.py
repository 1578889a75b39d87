"""Markdown: text of others inside a page of Markdown, where it is to be text and nothing else."""

import re

from gridctl.domain.hidden import visible

# Every mark that CommonMark, or the tables and mentions of a forge, could take for its own.
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&@:$^=\"'/])")


def escaped(text: str) -> str:
    """The text on one line, with nothing in it that marks up, links, or mentions anybody."""
    return _MARKS.sub(r"\\\1", visible(" ".join(text.split())))


def plain(text: str) -> str:
    """Our own sentence with others' text in it: what could mark up or open a tag is escaped, common
    punctuation stays readable.
    """
    return re.sub(r"([\\`*_\[\]<>#|~&@$])", r"\\\1", visible(" ".join(text.split())))
