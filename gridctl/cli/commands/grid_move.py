"""`gridctl grid move`: a grid goes below another one."""

from typing import Annotated

import typer

from gridctl.app.edits.grids import move
from gridctl.cli.asking import wish
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change
from gridctl.words import say

MORE = N_("The new parent is one level above. Cases and posts of the grid go with it.")


def command(
    grid: Annotated[str, typer.Argument(metavar=N_("GRID"), help=N_("A grid by id or name."))],
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar=N_("PARENT"),
            help=N_("The grid that it goes below, by id or name."),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Move it."""
    change(move(grid, wish(to, "--to", say("Grid above it (id or name)"))))
