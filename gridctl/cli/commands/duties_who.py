"""`gridctl duties who`: whose a category is in a grid, on which basis, and who is there on a day."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import typer

from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.asking import wish
from gridctl.cli.marks import N_
from gridctl.cli.on_day import On, asked
from gridctl.cli.reading import warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.grid_life import check_stands
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.reach import Answering, who_answers
from gridctl.views import duty_json
from gridctl.views.holding_lines import holding, people
from gridctl.words import _, aside, say


def command(
    category: Annotated[
        str,
        typer.Argument(metavar=N_("CODE"), help=N_("Category, by code or name.")),
    ],
    grid: Annotated[
        str | None,
        typer.Option(
            "--grid", "-g", metavar=N_("GRID"), help=N_("A grid by id or name."), show_default=False
        ),
    ] = None,
    on: On = None,
) -> None:
    """Show them."""
    session = current()
    wanted = wish(grid, "--grid", say("Grid (id or name)"))
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        office, catalogue, day = ledger.office, ledger.catalogue, asked(ledger, on)
    code, where = catalogue.category(category).code, office.grid(wanted).id
    check_stands(office.grids[where], day)
    found = tuple(who_answers(office, code, where, day))
    if session.json:
        output.say_json(_object(code, where, day, found, office))
        return
    output.say_lines([_head(code, where, day, office, catalogue)])
    output.say_lines(_lines(found, office))


def _head(code: str, grid: str, day: date, office: Office, catalogue: Catalogue) -> str:
    return _("{category} in {grid} on {day}").format(
        category=f"{code} {catalogue.categories[code].name}",
        grid=aside(visible(office.unit_name(grid)), grid),
        day=day,
    )


def _lines(found: tuple[Answering, ...], office: Office) -> Iterator[str]:
    for each in found:
        yield holding(each.holding, office)
        yield from (f"  {line}" for line in people(each.people, office))
    if not found:
        yield _("Nobody holds it; see: gridctl duties check")


def _object(
    code: str, grid: str, day: date, found: tuple[Answering, ...], office: Office
) -> dict[str, Any]:
    holdings = [
        duty_json.holding(each.holding, office)
        | {"grid": each.grid, "people": [duty_json.person(held) for held in each.people]}
        for each in found
    ]
    return {"category": code, "grid": grid, "on": day.isoformat(), "holdings": holdings}
