"""`gridctl grid who`: who is responsible for a grid on a day, from the grid upwards."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any

import typer

from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.on_day import On, asked
from gridctl.cli.reading import warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.grid_life import check_stands
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.reach import reaching
from gridctl.domain.seats import Seat, line_seats
from gridctl.domain.terms import LEVELS
from gridctl.views import seat_json, seat_rows
from gridctl.words import _, aside, listed

MORE = N_(
    "Posts are dated in staff.yaml, so the answer for a past day is that of the day. A deputy stands in where there is no head."
)


def command(
    grid: Annotated[str, typer.Argument(metavar=N_("GRID"), help=N_("A grid by id or name."))],
    on: On = None,
) -> None:
    """Show who it is."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        office, day = ledger.office, asked(ledger, on)
    found = office.grid(grid)
    check_stands(found, day)
    seats = list(line_seats(office, found.id, day))
    if session.json:
        output.say_json(_object(office, found.id, day, seats))
        return
    head = f"{aside(visible(found.name), found.id)}  {LEVELS[found.level]}  {day}"
    output.say_lines([head, ""])
    rows = [seat_rows.cells(seat, office) for seat in seats]
    if session.interactive:
        from gridctl.views.table import show

        show([_("grid"), _("role"), _("who"), _("remark")], rows, colour=session.colour)
    else:
        output.say_lines("\t".join(row) for row in rows)
    output.say_lines(["", *_departments(office, found.id, day)])


def _departments(office: Office, grid: str, day: date) -> Iterator[str]:
    yield _("Departments that reach it:")
    found = _reaching(office, grid, day)
    if not found:
        yield "  –"
    for unit, people in found.items():
        names = listed(map(seat_rows.named, people), most=60)
        yield f"  {aside(visible(office.unit_name(unit)), unit)}  {names}"


def _reaching(office: Office, grid: str, day: date) -> dict[str, list[Person]]:
    """The departments that have somebody for the grid, and whom, each once."""
    people = {
        unit: list(dict.fromkeys(held.person.id for held in reaching(office, unit, grid, day)))
        for unit in office.departments
    }
    return {unit: [office.people[each] for each in ids] for unit, ids in people.items() if ids}


def _object(office: Office, grid: str, day: date, seats: Sequence[Seat]) -> dict[str, Any]:
    line = [
        {
            "grid": each,
            "name": office.grids[each].name,
            "level": office.grids[each].level,
            "seats": [seat_json.seat(seat) for seat in seats if seat.grid == each],
        }
        for each in office.line_of(grid)
    ]
    departments = [
        {"department": unit, "name": office.unit_name(unit), "staff": [p.id for p in people]}
        for unit, people in _reaching(office, grid, day).items()
    ]
    return {"grid": grid, "on": day.isoformat(), "line": line, "departments": departments}
