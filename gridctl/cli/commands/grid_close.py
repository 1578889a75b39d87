"""`gridctl grid close`: a grid ends."""

from typing import Annotated

import typer

from gridctl.app.edits.grids import close
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change

MORE = N_(
    "It stays in grids.yaml with its last day. It may have no open case, no grid below it and no post in it that goes on."
)


def command(
    grid: Annotated[str, typer.Argument(metavar="GRID", help=N_("A grid by id or name."))],
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE", help=N_("The last day."), show_default=N_("today")),
    ] = None,
) -> None:
    """Close it."""
    change(close(grid, until))
