"""Filters: the words after `list`, such as `step:handle grid:lz unit:城管 overdue text:占道`."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from gridctl.domain.facts import Facts
from gridctl.domain.names import Names
from gridctl.domain.terms import CLOSURES, KINDS, SEVERITIES, SOURCES, STATES, STEPS
from gridctl.domain.texts import key_of
from gridctl.domain.urgency import clock
from gridctl.errors import Usage
from gridctl.words import Both, listed, say

Test = Callable[[Facts], bool]
CURRENT = frozenset({"open", "suspended"})


class Asked(NamedTuple):
    """What filter words are read against."""

    names: Names
    now: datetime


def parse(words: Iterable[str], asked: Asked, *, everything: bool = False) -> Test:
    """The test that all words make together; without a word on the state, current cases only."""
    terms = [_term(word, asked) for word in words]
    tests = [test for _key, test in terms]
    if not everything and not any(key in ("state", "closure") for key, _test in terms):
        tests.append(lambda case: case.state in CURRENT)
    return lambda case: all(test(case) for test in tests)


def _term(word: str, asked: Asked) -> tuple[str, Test]:
    key, colon, value = word.partition(":")
    if not colon:
        if word in _FLAGS:
            return word, _FLAGS[word](asked)
        return _unknown(word, asked)
    if key not in _KEYS:
        return _unknown(key, asked)
    if not value:
        raise Usage(
            say("The filter “{key}:” has no value.", key=key), say("For example {key}:…", key=key)
        )
    return key, _KEYS[key](value, asked)


def _unknown(word: str, _asked: Asked) -> tuple[str, Test]:
    from gridctl.domain.naming import closest

    known = [*(f"{key}:" for key in _KEYS), *_FLAGS]
    near = closest(word, [*_KEYS, *_FLAGS])[:1]
    choices = say("Filters are: {known}", known=listed(known, most=30))
    raise Usage(
        say("There is no filter “{word}”; did you mean {near}?", word=word, near=near[0])
        if near
        else say("There is no filter “{word}”.", word=word),
        choices,
    )


def _of(field: str, table: dict[str, Both]) -> Callable[[str, Asked], Test]:
    def make(value: str, _asked: Asked) -> Test:
        wanted = {key_of(each, table, f"{field}:") for each in value.split(",")}
        return lambda case: getattr(case, field) in wanted

    return make


def _severity(value: str, _asked: Asked) -> Test:
    wanted = key_of(value, SEVERITIES, "severity:")
    return lambda case: (case.severity or "normal") == wanted


def _grid(value: str, asked: Asked) -> Test:
    wanted = asked.names.grid(value)
    return lambda case: wanted in asked.names.line_of(case.grid)


def _unit(value: str, asked: Asked) -> Test:
    wanted = asked.names.unit(value)
    return lambda case: wanted in case.units


def _source(value: str, _asked: Asked) -> Test:
    """A channel by key or label; those of the ledger's own by key alone."""
    named = {key for key, label in SOURCES.items() if value in (label.zh, label.en)}
    return lambda case: case.source in named or case.source == value


def _text(value: str, _asked: Asked) -> Test:
    return lambda case: value in case.title or value in (case.text or "")


_KEYS: dict[str, Callable[[str, Asked], Test]] = {
    "step": _of("step", STEPS),
    "waits": _of("waits", STEPS),
    "state": _of("state", STATES),
    "closure": _of("closure", CLOSURES),
    "kind": _of("kind", KINDS),
    "severity": _severity,
    "category": lambda value, _asked: lambda case: (case.category or "").startswith(value.upper()),
    "grid": _grid,
    "unit": _unit,
    "source": _source,
    "text": _text,
    "number": lambda value, _asked: lambda case: value in (case.number or ""),
}
_FLAGS: dict[str, Callable[[Asked], Test]] = {
    "overdue": lambda asked: lambda case: clock(case, asked.now) == "red",
}
