"""Mending page: what was put back of a case, what it keeps, and what has to be entered again."""

from collections.abc import Iterator, Sequence
from typing import Any

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.views.sync_page import entries
from gridctl.words import _


def put_back(case: Case, kept: int, left: Sequence[Event], office: Office) -> Iterator[str]:
    """The case as it stands again, and what became of the entries since it was altered."""
    yield f"{case.ending}  v{case.version}  {visible(case.title)}"
    yield "  " + _("Put back whole; entries recorded since and kept: {kept}").format(kept=kept)
    if left:
        told = entries(left, office)
        yield "  " + _("These cannot follow, enter them again: {events}").format(events=told)


def as_object(case: Case, path: str, kept: int, left: Sequence[Event]) -> dict[str, Any]:
    """The same with stable keys."""
    return {
        "id": case.id,
        "version": case.version,
        "path": path,
        "kept": kept,
        "left": [{"did": each.did, "by": each.by, "at": each.at.isoformat()} for each in left],
    }
