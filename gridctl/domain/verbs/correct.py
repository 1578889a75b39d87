"""correct 更正: a mistake in an entry is mended by a later one that names old and new."""

from dataclasses import dataclass
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import say

# What may be corrected, by the event that holds it.
CORRECTABLE: dict[str, frozenset[str]] = {
    "collected": frozenset({"title", "text", "kind", "place", "grid", "source"}),
    "triaged": frozenset({"category", "severity"}),
}
_IN_HEAD = frozenset({"title", "kind", "place", "grid", "category", "severity"})


@dataclass(frozen=True, kw_only=True)
class Corrected(Event):
    """`field` of entry `entry` was `old` and is to be `new`; None where there was nothing."""

    did: ClassVar[str] = "corrected"
    entry: int
    field: str
    old: str | None = None
    new: str
    reason: str


def current(case: Case, entry: int, field: str) -> str | None:
    """What a field of an entry holds after the corrections so far."""
    for event in reversed(case.history):
        if isinstance(event, Corrected) and (event.entry, event.field) == (entry, field):
            return event.new
    value = getattr(case.history[entry - 1], field, None)
    return None if value is None else str(value)


def entry_of(case: Case, field: str) -> int | None:
    """The last entry in which a field can be corrected."""
    numbers = [
        e.n
        for e in case.history
        if field in CORRECTABLE.get(e.did, ())
        and (e.did == "collected" or getattr(e, field) is not None)
    ]
    return numbers[-1] if numbers else None


def guard(case: Case, event: Corrected) -> None:
    """The entry has such a field, `old` is what it holds, and `new` is another."""
    known = 1 <= event.entry <= case.version
    if not known or event.field not in CORRECTABLE.get(case.history[event.entry - 1].did, ()):
        raise Refused(
            "W22",
            say(
                "Entry {entry} has no field “{field}” that can be corrected.",
                entry=event.entry,
                field=_label(event.field),
            ),
        )
    if current(case, event.entry, event.field) != event.old:
        raise Refused(
            "W22",
            say("“{field}” is not what the correction takes it to be.", field=_label(event.field)),
        )
    if event.old == event.new:
        raise Refused("W22", say("“{field}” is that already.", field=_label(event.field)))


def _label(field: str) -> object:
    from gridctl.domain.fields import FIELDS

    return FIELDS.get(field, field)


def effect(case: Case, event: Corrected) -> Case:
    """The head follows, where it shows the field."""
    return case.after(event, **({event.field: event.new} if event.field in _IN_HEAD else {}))
