"""`gridctl grid tree`: the hierarchy of grids."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.grids import Grid
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.terms import LEVELS
from gridctl.words import _, aside


def command(
    grid: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("GRID"),
            help=N_("Only this grid and those below it."),
            show_default=N_("all"),
        ),
    ] = None,
) -> None:
    """Show the tree."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        office = ledger.office
    tops = [office.grid(grid)] if grid else list(office.children(None))
    if session.json:
        output.say_json([_object(office, top) for top in tops])
        return
    for top in tops:
        output.say_lines(_lines(office, top))
    output.say_lines([_counts(office, tops)])


def _lines(office: Office, grid: Grid, before: str = "", mark: str = "") -> Iterator[str]:
    size = (
        _("  {households} households").format(households=grid.households)
        if grid.households is not None
        else ""
    )
    yield f"{before}{mark}{aside(visible(grid.name), grid.id)}{size}"
    below = list(office.children(grid.id))
    inner = before + {"": "", "├ ": "│ ", "└ ": "  "}[mark]
    for child in below:
        yield from _lines(office, child, inner, "└ " if child is below[-1] else "├ ")


def _counts(office: Office, tops: list[Grid]) -> str:
    levels = [each.level for top in tops for each in _all(office, top)]
    return "  ".join(f"{LEVELS[level]} {levels.count(level)}" for level in sorted(set(levels)))


def _all(office: Office, grid: Grid) -> Iterator[Grid]:
    yield grid
    for child in office.children(grid.id):
        yield from _all(office, child)


def _object(office: Office, grid: Grid) -> dict[str, Any]:
    below = [_object(office, child) for child in office.children(grid.id)]
    own = {"id": grid.id, "name": grid.name, "level": grid.level, "parent": grid.parent}
    return own | {"households": grid.households, "residents": grid.residents, "children": below}
