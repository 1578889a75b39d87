"""Finding: one thing that does not hold in the settings, and where."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from gridctl.domain.naming import closest
from gridctl.words import Message, say


class Finding(NamedTuple):
    """A file, the place in it, the rule that is broken there, and how."""

    file: str
    place: tuple[str | int, ...]
    rule: str
    message: Message
    remedy: Message | None = None


def check_span(
    file: str, place: tuple[str | int, ...], since: date | None, until: date | None
) -> Iterator[Finding]:
    """Nothing ends before it begins."""
    if since and until and until < since:
        yield Finding(
            file,
            (*place, "until"),
            "S04",
            say("It ends ({until}) before it begins ({since}).", until=until, since=since),
        )


def unknown(what: str, word: str, known: Iterable[str]) -> Message:
    """The message on a word that names nothing known; `what` is grid, unit, department or source."""
    kinds = {
        "grid": say("grid"),
        "unit": say("unit"),
        "department": say("department"),
        "source": say("source"),
    }
    near = closest(word, islice(known, 2000))  # in a file of thousands a guess would take its time
    if near:
        return say(
            "There is no {what} “{word}”; did you mean {near}?",
            what=kinds[what],
            word=word,
            near=near[0],
        )
    return say("There is no {what} “{word}”.", what=kinds[what], word=word)
