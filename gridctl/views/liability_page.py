"""Liability page: each breach with both chains that answer for it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from gridctl.domain.answering_terms import BREACHES, PARDONS
from gridctl.domain.breaches import Breach
from gridctl.domain.chains import Officer, Strip
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.seats import Seat
from gridctl.views import seat_rows
from gridctl.views.width import columns, padded
from gridctl.words import _, aside

_INDENT = "   "


def of_breach(breach: Breach, number: int) -> Iterator[str]:
    """What went wrong, when, and whether it counts."""
    mark = f"  {PARDONS[breach.pardon]}" if breach.pardon else ""
    yield f"{number}. {BREACHES[breach.kind]}  {_when(breach.at)}{mark}"
    lasted = _lasted(breach)
    if lasted:
        yield _INDENT + lasted


def _lasted(breach: Breach) -> str:
    """How long a clock was past its end; empty where the breach is of a moment."""
    if breach.kind == "deadline" and breach.ended:
        return _("with the unit until {when}").format(when=_when(breach.ended))
    if breach.kind == "closing" and breach.ended:
        return _("the clock stopped at {when}").format(when=_when(breach.ended))
    return {"deadline": _("still with the unit"), "closing": _("still open")}.get(breach.kind, "")


def of_block(block: Sequence[Seat], office: Office) -> Iterator[str]:
    """The line of grids."""
    yield _INDENT + _("Block:")
    yield from _aligned([_block_cells(seat, office) for seat in block])


def _block_cells(seat: Seat, office: Office) -> list[str]:
    grid, role, person, remark = seat_rows.cells(seat, office)
    return [role, person, grid, remark]


def of_strip(strip: Strip | None, office: Office) -> Iterator[str]:
    """The unit and its people."""
    if strip is None:
        yield _INDENT + _("Strip: no unit had the case")
        return
    unit = aside(visible(office.unit_name(strip.unit)), strip.unit)
    yield _INDENT + _("Strip: {unit}").format(unit=unit)
    yield from _aligned([_officer_cells(each, office) for each in strip.officers])
    if not strip.officers:
        yield f"{_INDENT}  " + _("nobody of the unit covered the grid that day")


def _officer_cells(officer: Officer, office: Office) -> list[str]:
    ways = [
        _("named in the order") if officer.named else "",
        aside(visible(office.unit_name(officer.grid)), officer.grid) if officer.grid else "",
        "" if officer.in_post else _("had left by then"),
    ]
    return [seat_rows.named(officer.person), "  ".join(each for each in ways if each)]


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (padded(cell, width) for cell, width in zip(row, widths, strict=True))
        yield f"{_INDENT}  " + "  ".join(cells).rstrip()


def _when(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
