"""Journal page: one person's month, entry by entry, with what was corrected."""

from collections.abc import Iterator
from typing import Any

from gridctl.domain.hidden import visible
from gridctl.domain.journal.attendance import EntryCorrected
from gridctl.domain.journal.month import Month
from gridctl.domain.office import Office
from gridctl.views import journal_rows
from gridctl.views.journal_lines import kind, said
from gridctl.words import _, aside


def lines(month: Month, office: Office) -> Iterator[str]:
    """The month as lines."""
    name = aside(visible(office.person_name(month.staff)), month.staff)
    yield f"{name}  {month.month}"
    if not month.entries:
        yield _("  Nothing is recorded.")
    standing = {each.n: each for each in month.counting()}
    for each in month.entries:
        grid = getattr(each, "grid", None)
        pieces = [
            f"{each.n:3}",
            f"{each.at:%m-%d %H:%M}",
            kind(each),
            visible(office.unit_name(grid)) if grid else "",
            said(each, office),
            _("by {name}").format(name=_who(each.by, office)) if each.by != month.staff else "",
            _("entered by {name}").format(name=_who(each.entered, office)) if each.entered else "",
        ]
        if not isinstance(each, EntryCorrected):
            now = standing.get(each.n)
            pieces.append(
                _("(taken out)")
                if now is None
                else _("(now {when})").format(when=f"{now.at:%H:%M}")
                if now.at != each.at
                else ""
            )
        yield "  ".join(piece for piece in pieces if piece)


def _who(staff: str, office: Office) -> str:
    return aside(visible(office.person_name(staff)), staff)


def answer(month: Month) -> dict[str, Any]:
    """The month as an object; `struck` says that an entry was taken out."""
    standing = {each.n for each in month.counting()}
    entries = [
        journal_rows.answer(month.key, each)
        | {"struck": each.n not in standing and not isinstance(each, EntryCorrected)}
        for each in month.entries
    ]
    return {"staff": month.staff, "month": month.month, "entries": entries}
