"""Fit for git: an event's texts hold no resident's phone or identity number."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from gridctl.domain import personal
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.records.case_document import entry
from gridctl.words import say

E = TypeVar("E", bound=Event)

# Never citizens' text: times, hashes, and the order numbers of other systems.
_UNCHECKED = frozenset({"n", "did", "at", "due", "sha256", "external"})


def fit_for_git(event: E, *, mask: bool = False) -> E:
    """The event with personal numbers masked where that was wished; Refused where one is left."""
    if mask:
        free = [each.name for each in fields(event) if each.name not in _UNCHECKED]
        event = replace(event, **{name: _masked(getattr(event, name)) for name in free})
    for key, text in _texts(entry(event)):
        found = next(personal.find(text), None)
        if found:
            raise _refused(key, found.kind, text)
    return event


def _refused(key: str, kind: str, text: str) -> Refused:
    what = say("a phone number") if kind == "phone" else say("an identity number")
    return Refused(
        "P01",
        say("“{key}” holds {what}: {masked}", key=key, what=what, masked=personal.mask(text)[:60]),
        say(
            "Leave it out, or add --mask to record it masked. Who reported goes into --reporter and --phone, which stay outside git."
        ),
    )


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return personal.mask(value)
    if isinstance(value, tuple):
        return tuple(_masked(each) for each in value)
    if isinstance(value, dict):
        return {personal.mask(key): personal.mask(text) for key, text in value.items()}
    return value


def _texts(value: Any, key: str = "") -> list[tuple[str, str]]:
    """Every text in an event's plain data with the key it stands under; keys of counts as well."""
    if isinstance(value, str):
        return [(key, value)]
    if isinstance(value, dict):
        inner = [(name, each) for name, each in value.items() if name not in _UNCHECKED]
        return [
            pair
            for name, each in inner
            for pair in (*_texts(each, key or name), *_texts(name, key or name))
        ]
    if isinstance(value, list):
        return [pair for each in value for pair in _texts(each, key)]
    return []
