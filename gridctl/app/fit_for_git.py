"""Fit for git: an event's texts hold no resident's phone or identity number."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from gridctl.domain import personal
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.records.case_document import entry
from gridctl.words import say

E = TypeVar("E", bound=Event)

# Never citizens' text: times and ids.
_UNCHECKED = frozenset({"n", "did", "at", "by", "entered", "due", "to", "duplicate_of"})


def fit_for_git(event: E, *, mask: bool = False) -> E:
    """The event with personal numbers masked where that was wished; Refused where one is left."""
    if mask:
        event = _masked_in(event, _UNCHECKED | {"external"})  # a number of another system stays
    plain = {key: value for key, value in entry(event).items() if key not in _UNCHECKED}
    for key, text in _texts(plain):
        found = next((each for each in personal.find(text) if _counts(key, each.kind)), None)
        if found:
            raise _refused(key, found.kind, text)
    return event


def _counts(key: str, kind: str) -> bool:
    """Order numbers of other systems are long, and one in many looks like an identity number."""
    return key != "external" or kind == "phone"


def _refused(key: str, kind: str, text: str) -> Refused:
    from gridctl.domain.fields import FIELDS

    what = say("a phone number") if kind == "phone" else say("an identity number")
    return Refused(
        "P01",
        say(
            "“{key}” holds {what}: {masked}",
            key=FIELDS.get(key, key),
            what=what,
            masked=personal.mask(text)[:60],
        ),
        say(
            "Leave it out, or add --mask to record it masked. Who reported goes into --reporter and --phone, which stay outside git."
        ),
    )


def _masked_in(value: Any, kept: frozenset[str]) -> Any:
    """The dataclass with the texts of its fields masked, but for those kept."""
    free = [each.name for each in fields(value) if each.name not in kept]
    return replace(value, **{name: _masked(getattr(value, name)) for name in free})


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return personal.mask(value)
    if isinstance(value, tuple):
        return tuple(_masked(each) for each in value)
    if isinstance(value, dict):
        masked = {personal.mask(key): personal.mask(text) for key, text in value.items()}
        # Two keys that look alike masked would leave one entry: better to refuse than to lose one.
        return masked if len(masked) == len(value) else value
    return _masked_in(value, _HASH) if is_dataclass(value) else value


_HASH = frozenset({"sha256"})


def _texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text in an event's plain data with the key it stands under; keys of counts as well."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(name, key or name)
            if (key, name) != ("evidence", "sha256"):
                yield from _texts(each, key or name)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, key)
