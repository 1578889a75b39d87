"""Calling: the cases that a call names, as arguments or on standard input."""

import sys
from collections.abc import Sequence
from typing import NamedTuple

from gridctl.cli.session import current
from gridctl.domain.identifiers import may_be_case_id
from gridctl.errors import Usage
from gridctl.words import say


class Cases(NamedTuple):
    """The cases that a call names; `several` where it asked for a list, however long that is."""

    ids: list[str]
    several: bool


def case_ids(words: Sequence[str] | None) -> Cases:
    """The ids of the call: as arguments, or one a line on standard input where one is `-`."""
    ids: list[str] = []
    for word in words or ():
        ids += sys.stdin.read().split() if word == "-" else [word]
    if ids or words:
        return Cases(ids, several=len(ids) > 1 or "-" in (words or ()))
    if current().interactive:
        from gridctl.cli.asking import ask

        return Cases([ask(say("Case id"))], several=False)
    raise missing("Case id")


def cases_and_text(words: Sequence[str] | None) -> tuple[Cases, str | None]:
    """The ids of the call and the text behind them; None where there is no text.

    Words that cannot be ids are what is left of a text whose quotes were forgotten.
    """
    given = list(words or ())
    text = given.pop() if len(given) > 1 else None
    stray = next((n for n, word in enumerate(given) if n and not may_be_case_id(word)), None)
    if stray is not None and text is not None:
        raise Usage(
            say("“{word}” is no case id.", word=given[stray]),
            say(
                "A text of several words stands in quotes: '{text}'",
                text=" ".join([*given[stray:], text]),
            ),
        )
    return case_ids(given), text


def missing(name: str) -> Usage:
    """The error of a wish that was not given where nobody can be asked."""
    lacking = (
        say("{option} is missing.", option=name)
        if name.startswith("-")
        else say("{name} is missing.", name=say(name))
    )
    return Usage(lacking, say("In a terminal you are asked for it; see --help."))
