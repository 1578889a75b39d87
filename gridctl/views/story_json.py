"""Story JSON: what was recorded, with the same keys whatever it is."""

from typing import Any

from gridctl.domain.moments import stamp
from gridctl.domain.settings_difference import Difference
from gridctl.domain.told import Told
from gridctl.records.case_document import entry
from gridctl.views.case_json import plain

_BESIDE = frozenset({"n", "did", "at", "by", "entered"})


def answer(told: Told) -> dict[str, Any]:
    """One thing; what does not apply is null or []."""
    event, trace = told.event, told.trace
    by = event.by if event else trace.staff if trace else None
    fields = plain(entry(event)) if event else {}
    return {
        "what": _what(told),
        "at": stamp(event.at) if event else None,
        "recorded": stamp(trace.at) if trace else None,
        "commit": trace.commit if trace else None,
        "by": by,
        "name": _name(told, by),
        "entered": event.entered if event else None,
        "recorded_by": trace.staff if trace else None,
        "fixed_clock": trace.fixed_clock if trace else None,
        "case": told.case.id if told.case else None,
        "title": told.case.title if told.case else None,
        "journal": told.key.path if told.key else None,
        "n": event.n if event else None,
        "did": event.did if event else None,
        "fields": {key: value for key, value in fields.items() if key not in _BESIDE},
        "settings": [difference(each) for each in told.settings],
        "problem": f"{told.unread.path}: {told.unread.message}" if told.unread else None,
    }


def difference(each: Difference) -> dict[str, Any]:
    """A change of settings: the file, the ids on the way to it, and the sentence."""
    return {"file": each.file, "place": list(each.place), "said": str(each.message)}


def _what(told: Told) -> str:
    if told.unread:
        return "unread"
    return "case" if told.case else "journal" if told.key else "settings"


def _name(told: Told, by: str | None) -> str | None:
    if by and told.office:
        return told.office.person_name(by)
    return told.trace.name if told.trace and told.event is None else by
