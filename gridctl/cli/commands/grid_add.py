"""`gridctl grid add`: a grid more."""

from typing import Annotated

import typer

from gridctl.app.edits.grids import NewGrid, add
from gridctl.cli.asking import wish
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change
from gridctl.words import say

MORE = N_("It stands in grids.yaml behind the last grid beside it; nothing else changes.")


def command(
    grid: Annotated[
        str,
        typer.Argument(
            metavar=N_("ID"), help=N_("Id of the new grid: lower-case letters, digits and hyphens.")
        ),
    ],
    name: Annotated[
        str | None,
        typer.Option(
            "--name", metavar=N_("LABEL"), help=N_("Name of the grid."), show_default=False
        ),
    ] = None,
    parent: Annotated[
        str | None,
        typer.Option(
            "--parent",
            "-p",
            metavar=N_("GRID"),
            help=N_("The grid above it, by id or name."),
            show_default=False,
        ),
    ] = None,
    level: Annotated[
        int | None,
        typer.Option(
            "--level",
            metavar="1-4",
            help=N_("Level of the grid."),
            show_default=N_("one below the parent"),
        ),
    ] = None,
    households: Annotated[
        int | None,
        typer.Option(
            "--households", metavar=N_("N"), help=N_("Number of households."), show_default=False
        ),
    ] = None,
    residents: Annotated[
        int | None,
        typer.Option(
            "--residents", metavar=N_("N"), help=N_("Number of residents."), show_default=False
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar=N_("DATE"), help=N_("The first day."), show_default=N_("today")
        ),
    ] = None,
) -> None:
    """Add it."""
    new = NewGrid(
        id=grid,
        name=wish(name, "--name", say("Name of the grid")),
        parent=wish(parent, "--parent", say("Grid above it (id or name)")),
        level=level,
        households=households,
        residents=residents,
        since=since,
    )
    change(add(new))
