"""Personal checks: no text of the settings, remarks included, holds a phone or identity number."""

import re
from collections.abc import Iterator

from gridctl.domain import personal
from gridctl.domain.finding import Finding
from gridctl.domain.hidden_checks import texts
from gridctl.words import Message, say

RULE = "P01"
MASKED = say("Leave it out, or write it masked, such as 138****5678.")
# Staff's own addresses, keys, ids and official codes: none is text about a resident.
_UNCHECKED = frozenset({"id", "email", "key", "code", "parent", "grid", "home", "of", "by"})
_REMARK = re.compile(r"(?:^|\s)#(.*)")


def check_personal(file: str, shaped: object) -> Iterator[Finding]:
    """Every text below a settings file as read."""
    for place, text in texts(shaped):
        key = next(part for part in reversed(place) if isinstance(part, str))
        message = None if key in _UNCHECKED else _told(key, text)
        if message:
            yield Finding(file, place, RULE, message, MASKED)


def check_remarks(text: str) -> Iterator[tuple[int, Message]]:
    """The lines, counted from 1, whose remark holds one; remarks are recorded with the file."""
    for number, line in enumerate(text.split("\n"), 1):
        remark = _REMARK.search(line)
        message = _told(say("comment"), remark[1].strip()) if remark else None
        if message:
            yield number, message


def _told(key: str | Message, text: str) -> Message | None:
    found = next(personal.find(text), None)
    if found is None:
        return None
    return personal.told(key, found.kind, personal.mask(text))
