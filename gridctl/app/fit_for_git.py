"""Fit for git: an event's texts hold no resident's phone or identity number, nor the reporter's name."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from functools import partial
from types import NoneType
from typing import Any, TypeVar

from gridctl.domain import personal
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.records.case_document import entry
from gridctl.words import say

E = TypeVar("E", bound=Event)
Hide = Callable[[str], str]

# Never citizens' text: times and ids.
_UNCHECKED = frozenset({"n", "did", "at", "by", "entered", "due", "to", "duplicate_of"})


def fit_for_git(event: E, *, mask: bool = False, names: Collection[str] = ()) -> E:
    """The event with personal numbers and `names` masked where that was wished.

    Refused where one is left.
    """
    if not mask and _is_clean(event, names):
        return event
    if mask:
        hide = partial(personal.mask, names=names)
        # A number of another system stays.
        event = _masked_in(event, _UNCHECKED | {"external"}, hide)
    plain = {key: value for key, value in entry(event).items() if key not in _UNCHECKED}
    for key, text in _texts(plain):
        every = personal.find(text, names)
        found = next((each for each in every if _counts(key, each.kind)), None)
        if found:
            raise _refused(key, found.kind, personal.mask(text, names))
    return event


def _is_clean(event: Event, names: Collection[str]) -> bool:
    """A quick look at an event that holds plain texts alone, as most do."""
    values = [getattr(event, each.name) for each in fields(event)]
    if not all(isinstance(value, _PLAIN) for value in values):
        return False
    texts = "\n".join(value for value in values if isinstance(value, str))
    return next(personal.find(texts, names), None) is None


_PLAIN = (str, int, datetime, date, NoneType)


def _counts(key: str, kind: str) -> bool:
    """Order numbers of other systems are long, and one in many looks like an identity number."""
    return key != "external" or kind != "identity"


def _refused(key: str, kind: str, masked: str) -> Refused:
    from gridctl.domain.fields import FIELDS

    return Refused(
        "P01",
        personal.told(FIELDS.get(key, key), kind, masked),
        say(
            "Leave it out, or add --mask to record it masked. Who reported goes into --reporter and --phone, which stay outside git."
        ),
    )


def _masked_in(value: Any, kept: frozenset[str], hide: Hide) -> Any:
    """The dataclass with the texts of its fields masked, but for those kept."""
    free = [each.name for each in fields(value) if each.name not in kept]
    return replace(value, **{name: _masked(getattr(value, name), hide) for name in free})


def _masked(value: Any, hide: Hide) -> Any:
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, tuple):
        return tuple(_masked(each, hide) for each in value)
    if isinstance(value, dict):
        masked = {hide(key): hide(text) for key, text in value.items()}
        # Two keys that look alike masked would leave one entry: better to refuse than to lose one.
        return masked if len(masked) == len(value) else value
    return _masked_in(value, _HASH, hide) if is_dataclass(value) else value


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
