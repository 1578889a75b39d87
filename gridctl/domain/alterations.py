"""Alterations: what became of a history that should only have grown, entry by entry and field by field."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from itertools import islice

from gridctl.domain.event import Event
from gridctl.domain.fields import FIELDS, VALUES
from gridctl.domain.hidden import visible
from gridctl.domain.moments import stamp
from gridctl.domain.terms import EVENTS
from gridctl.words import Both, Message, say

_OWN = {
    "at": Both("时间", "time"),
    "by": Both("经办人", "by"),
    "entered": Both("代录人", "entered by"),
}
_SHOWN = 30  # characters of a value that are told
_BEFORE = 8  # of them before the first that differs


def alteration(was: Sequence[Event], now: Sequence[Event]) -> Message | None:
    """The first two differences between the history that has to stand there and the one that does;
    None where that one only grew.
    """
    found = list(islice(_differences(was, now), 3))
    if len(found) > 2:
        return say("{one}; {other}; and more", one=found[0], other=found[1])
    return (
        say("{one}; {other}", one=found[0], other=found[1])
        if len(found) > 1
        else next(iter(found), None)
    )


def of_field(key: str, was: object, now: object) -> Message:
    """What a field of the head should be and what it was made."""
    return say("head, {field}: {was} → {now}", field=_label(key), **_pair(key, was, now))


def _differences(was: Sequence[Event], now: Sequence[Event]) -> Iterator[Message]:
    for at, event in enumerate(was):
        did = EVENTS[event.did]
        other = now[at] if at < len(now) else None
        if other is not None and _said(event) == _said(other):
            continue
        if other is None or (at + 1 < len(was) and _said(was[at + 1]) == _said(other)):
            yield say("entry {n} ({did}) is gone", n=event.n, did=did)
            return
        if at + 1 < len(now) and _said(event) == _said(now[at + 1]):
            yield say("entry {n} ({did}) was put in", n=other.n, did=EVENTS[other.did])
            return
        if event.did != other.did:
            yield say("entry {n}: {was} → {now}", n=event.n, was=did, now=EVENTS[other.did])
            return
        yield from _of_fields(event, other)


def _of_fields(event: Event, other: Event) -> Iterator[Message]:
    for key in (each.name for each in fields(event) if each.name != "n"):
        was, now = getattr(event, key), getattr(other, key)
        if _plain(was) != _plain(now):
            yield say(
                "entry {n}, {field}: {was} → {now}",
                n=event.n,
                field=_label(key),
                **_pair(key, was, now),
            )


def _said(event: Event) -> tuple[str, ...]:
    """What an entry says beside its number, moments with their offsets."""
    own = (each.name for each in fields(event) if each.name != "n")
    return (event.did, *(_plain(getattr(event, name)) for name in own))


def _plain(value: object) -> str:
    if value is None or value == ():
        return "–"
    return stamp(value) if isinstance(value, datetime) else str(value)


def _label(key: str) -> Both | str:
    return _OWN.get(key) or FIELDS.get(key) or key


def _pair(key: str, was: object, now: object) -> dict[str, object]:
    """Both values, in words where there are some; of long ones the place where they part."""
    old, new = _plain(was), _plain(now)
    terms = VALUES.get(key, {})
    if old in terms or new in terms:
        return {"was": terms.get(old, visible(old)), "now": terms.get(new, visible(new))}
    pairs = zip(old, new, strict=False)
    apart = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))
    return {"was": _cut(old, apart), "now": _cut(new, apart)}


def _cut(text: str, apart: int) -> str:
    begin = max(0, apart - _BEFORE) if len(text) > _SHOWN else 0
    shown = text[begin : begin + _SHOWN]
    return ("…" if begin else "") + visible(shown) + ("…" if begin + _SHOWN < len(text) else "")
