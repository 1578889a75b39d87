"""Journal lines: what an entry of a journal says, in the words of the field."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from gridctl.domain.event import Event
from gridctl.domain.fields import FIELDS
from gridctl.domain.hidden import visible
from gridctl.domain.journal.attendance import EntryCorrected, TookLeave
from gridctl.domain.journal.entries import KIND_OF
from gridctl.domain.journal_terms import COVERAGE, JOURNAL_KINDS, LEAVES
from gridctl.domain.office import Office
from gridctl.domain.terms import ROLES
from gridctl.words import _, aside, listed


def kind(entry: Event) -> str:
    """The kind of an entry."""
    return str(JOURNAL_KINDS[KIND_OF[entry.did]])


def said(entry: Event, office: Office) -> str:
    """What an entry says beside its kind, grid and time."""
    if isinstance(entry, TookLeave):
        text = f"{LEAVES[entry.leave]} {entry.since} – {entry.until}"
        return f"{text}  {visible(entry.note)}" if entry.note else text
    if isinstance(entry, EntryCorrected):
        return _corrected(entry)
    return "  ".join(_pieces(entry, office))


def _corrected(entry: EntryCorrected) -> str:
    if entry.new is None:
        text = _("entry {n} taken out").format(n=entry.entry)
    else:
        text = _("entry {n}: {new} instead of {old}").format(
            n=entry.entry, new=f"{entry.new:%H:%M}", old=f"{entry.old:%H:%M}"
        )
    return f"{text}  {visible(entry.reason)}"


def _pieces(entry: Event, office: Office) -> Iterator[str]:
    """Title, counts and whatever the kind has."""
    title = getattr(entry, "title", None)
    if title:
        yield visible(title)
    for key, text in _own(entry, office):
        yield f"{FIELDS[key]} {text}"
    counts = getattr(entry, "counts", None) or {}
    if counts:
        yield listed([f"{visible(what)} {visible(n)}" for what, n in counts.items()], most=40)
    note = getattr(entry, "note", None)
    if note:
        yield visible(note)


def _own(entry: Any, office: Office) -> Iterator[tuple[str, str]]:
    places = {place.id: place.name for each in office.grids.values() for place in each.places}
    if seen := getattr(entry, "places", ()):
        yield "places", listed([visible(places.get(each, each)) for each in seen], most=40)
    if found := getattr(entry, "found", ()):
        yield "found", listed([each.rpartition("-")[2] for each in found], most=40)
    if getattr(entry, "attendees", None) is not None:
        kinds = [f"{visible(what)} {n}" for what, n in (entry.kinds or {}).items()]
        text = str(entry.attendees)
        yield "attendees", aside(text, listed(kinds, most=40)) if kinds else text
    if term := getattr(entry, "term", None):
        yield "term", term
    if role := getattr(entry, "role", None):
        text = _("{role}, again by {day}").format(role=ROLES[role], day=entry.due)
        yield "role", text
    if getattr(entry, "households", None) is not None:
        yield "households", str(entry.households)
    if into := getattr(entry, "into", ()):
        yield "into", listed([COVERAGE[each] for each in into])
    if decisions := getattr(entry, "decisions", ()):
        yield "decisions", listed([visible(each) for each in decisions], most=40)
    if follow_ups := getattr(entry, "follow_ups", ()):
        yield "follow_ups", listed([_to_do(each.what, each.due) for each in follow_ups], most=40)


def _to_do(what: str, due: date | None) -> str:
    return aside(visible(what), due) if due else visible(what)
