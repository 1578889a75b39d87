"""`gridctl grid close`: a grid ends."""

from typing import Annotated

import typer

from gridctl.app.edits.grids import close
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change

MORE = N_(
    "It stays in grids.yaml with its last day. Before it may end, its cases are closed, the grids below it closed or moved, and its posts ended."
)


def command(
    grid: Annotated[str, typer.Argument(metavar=N_("GRID"), help=N_("A grid by id or name."))],
    until: Annotated[
        str | None,
        typer.Option(
            "--until", metavar=N_("DATE"), help=N_("The last day."), show_default=N_("today")
        ),
    ] = None,
) -> None:
    """Close it."""
    change(close(grid, until))
