"""Journal outcome: what was noted down in journals, as lines and as objects."""

from collections.abc import Iterator, Sequence
from typing import Any

from gridctl.domain.event import Event
from gridctl.domain.hidden import visible
from gridctl.domain.journal.attendance import Signed, SignedIn, late_or_early
from gridctl.domain.journal.entries import KIND_OF
from gridctl.domain.journal.month import Key
from gridctl.domain.journal_terms import ATTENDANCE_MARKS
from gridctl.domain.office import Office
from gridctl.records.case_document import entry
from gridctl.views.case_json import plain
from gridctl.views.journal_lines import kind, said
from gridctl.words import _, aside


def told(noted: Sequence[tuple[Key, Event]], office: Office) -> Iterator[str]:
    """A line an entry, and what can be done next."""
    for key, event in noted:
        grid = getattr(event, "grid", None)
        pieces = [
            aside(visible(office.person_name(key.staff)), key.staff),
            kind(event),
            f"{event.at:%Y-%m-%d %H:%M}",
            visible(office.unit_name(grid)) if grid else "",
            said(event, office),
            _mark(event, office),
        ]
        yield "  ".join(piece for piece in pieces if piece)
    came = [key.staff for key, event in noted if isinstance(event, SignedIn)]
    if came:
        whom = f" --for {','.join(came)}" if len(came) > 1 else ""
        yield "  " + _("Next: {command}").format(command=f"gridctl sign out{whom}")


def _mark(event: Event, office: Office) -> str:
    mark = late_or_early(office.settings.attendance, event) if isinstance(event, Signed) else None
    return str(ATTENDANCE_MARKS[mark]) if mark else ""


def result(key: Key, event: Event) -> dict[str, Any]:
    """An entry with stable keys: whose, of which month, and all that it holds."""
    return {
        "staff": key.staff,
        "month": key.month,
        "path": key.path,
        "kind": KIND_OF[event.did],
    } | {name: plain(value) for name, value in entry(event).items()}
