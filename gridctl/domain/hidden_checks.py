"""Hidden checks: no name and no other text of the settings holds what cannot be seen."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from gridctl.domain.finding import Finding
from gridctl.domain.hidden import BLANKS, RANGES, char_class
from gridctl.words import say

_HIDDEN = re.compile(char_class((*RANGES, *BLANKS)))
Place = tuple[str | int, ...]


def check_hidden(file: str, shaped: object) -> Iterator[Finding]:
    """Every text below a settings file as read; two names that look alike would be mistaken."""
    for place, text in texts(shaped):
        found = _HIDDEN.search(text)
        if found:
            yield Finding(
                file,
                place,
                "S01",
                say(
                    "“{key}” holds a character that cannot be seen, U+{code}; take it out.",
                    key=next(part for part in reversed(place) if isinstance(part, str)),
                    code=f"{ord(found[0]):04X}",
                ),
            )


def texts(shaped: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text below a settings file as read, and where it stands."""
    if isinstance(shaped, str):
        yield place, shaped
    elif isinstance(shaped, tuple):
        for index, each in enumerate(shaped):
            yield from texts(each, (*place, index))
    elif is_dataclass(shaped):
        for field in fields(shaped):
            yield from texts(getattr(shaped, field.name), (*place, field.name))
