"""Journal rows: entries as a table in a terminal, as plain rows when piped."""

from collections.abc import Sequence
from typing import Any

from gridctl.domain.event import Event
from gridctl.domain.hidden import visible
from gridctl.domain.journal.month import Key
from gridctl.domain.office import Office
from gridctl.views.journal_lines import kind, said
from gridctl.views.journal_outcome import result
from gridctl.words import _, aside

Found = Sequence[tuple[Key, Event]]


def cells(key: Key, entry: Event, office: Office) -> list[str]:
    """What a row says: when, who, number, kind, grid, and what was done."""
    grid = getattr(entry, "grid", None)
    return [
        f"{entry.at:%Y-%m-%d %H:%M}",
        aside(visible(office.person_name(key.staff)), key.staff),
        str(entry.n),
        kind(entry),
        visible(office.unit_name(grid)) if grid else "–",
        said(entry, office) or "–",
    ]


def rows(found: Found, office: Office) -> list[str]:
    """Plain rows for a pipe: tab-separated, without heads."""
    return ["\t".join(cells(key, entry, office)) for key, entry in found]


def table(found: Found, office: Office, *, colour: bool) -> None:
    """The table on a terminal."""
    from gridctl.views.table import show

    heads = [_("when"), _("who"), _("no."), _("kind"), _("grid"), _("what")]
    show(heads, [cells(key, entry, office) for key, entry in found], colour=colour)


def answer(key: Key, entry: Event) -> dict[str, Any]:
    """An entry in JSON; what every entry may have is always there."""
    always = dict.fromkeys(("grid", "title", "counts", "note", "entered"))
    return always | result(key, entry)
