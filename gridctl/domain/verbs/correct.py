"""correct 更正: a mistake in an entry is mended by a later one that names old and new."""

from dataclasses import dataclass
from typing import ClassVar, get_args

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.verbs.collect import Kind
from gridctl.domain.verbs.triage import Severity
from gridctl.errors import Refused
from gridctl.words import say

# What may be corrected, by the event that holds it.
CORRECTABLE: dict[str, frozenset[str]] = {
    "collected": frozenset({"title", "text", "kind", "place", "grid", "source"}),
    "triaged": frozenset({"category", "severity"}),
}
_IN_HEAD = frozenset({"title", "kind", "place", "grid", "category", "severity"})
_ONE_OF = {"kind": get_args(Kind), "severity": get_args(Severity)}


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
    if event.field in _ONE_OF and event.new not in _ONE_OF[event.field]:
        raise Refused(
            "W22", say("{name} cannot be “{word}”.", name=_label(event.field), word=event.new)
        )


def _label(field: str) -> object:
    from gridctl.domain.fields import FIELDS

    return FIELDS.get(field, field)


def effect(case: Case, event: Corrected) -> Case:
    """The head follows, where it shows the field of that entry and not of a later one.

    A case that turns out to lie in another grid was not escalated there: it is with that grid.
    """
    if event.field not in _IN_HEAD or event.entry < (entry_of(case, event.field) or 0):
        return case.after(event)
    moved: dict[str, object] = {event.field: event.new}
    return case.after(event, **(moved | {"escalated_to": None} if event.field == "grid" else moved))
