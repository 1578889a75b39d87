"""Changes JSON: what differs between two states, with stable keys."""

from typing import Any

from gridctl.domain.case import Case
from gridctl.domain.changes import CaseChange, Changes, End
from gridctl.domain.moments import stamp
from gridctl.errors import Problem
from gridctl.records.case_document import entry
from gridctl.views.case_json import plain
from gridctl.views.story_json import difference


def answer(changes: Changes) -> dict[str, Any]:
    """All of it."""
    return {
        "from": end(changes.first),
        "to": end(changes.last),
        "counts": {kind: changes.of_kind(kind) for kind in ("new", "moved", "closed")},
        "cases": [_case(each) for each in changes.cases],
        "journal": {staff: dict(kinds) for staff, kinds in changes.journal.items()},
        "settings": [difference(each) for each in changes.settings],
        "unread": [unread(each) for each in changes.unread],
    }


def end(of: End) -> dict[str, Any]:
    """A state by its commit and time; nulls where there was nothing."""
    return {"commit": of.commit, "recorded": stamp(of.at) if of.at else None}


def unread(problem: Problem) -> dict[str, Any]:
    """A file that cannot be told of."""
    return {"path": problem.path, "rule": problem.rule, "message": str(problem.message)}


def _case(change: CaseChange) -> dict[str, Any]:
    return {
        "case": change.after.id,
        "title": change.after.title,
        "change": change.kind,
        "before": stands(change.before),
        "after": stands(change.after),
        "due_moved": [
            {"n": each.event.n, "did": each.event.did, "hours": each.by.total_seconds() / 3600}
            for each in change.due_moves()
        ],
        "events": [plain(entry(event)) for event in change.events],
    }


def stands(case: Case | None) -> dict[str, Any] | None:
    """Where a case stands; null where there is none yet."""
    if case is None:
        return None
    keys = ("version", "number", "step", "waits", "state", "closure", "lead", "due")
    return {key: plain(getattr(case, key)) for key in keys}
