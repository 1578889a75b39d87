"""Markdown: sentences with the text of others in them, inside a page of Markdown."""

import re

from gridctl.domain.hidden import visible

# What could mark up, open a tag, make a link or mention somebody; other punctuation stays readable.
_MARKS = re.compile(r"([\\`*_\[\]<>#|~&@$]|:(?=//)|\.(?<=www\.))", re.IGNORECASE)


def plain(text: str) -> str:
    """The text on one line, as text and nothing else."""
    return _MARKS.sub(r"\\\1", visible(" ".join(text.split())))
