"""`gridctl staff leave`: a person leaves posts."""

from typing import Annotated

import typer

from gridctl.app.edits.staff import leave
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change

MORE = N_(
    "The posts stay in staff.yaml with their last day, so that it stays known who was responsible on a past day."
)


def command(
    person: Annotated[str, typer.Argument(metavar=N_("STAFF"), help=N_("A person by id or name."))],
    grid: Annotated[
        str | None,
        typer.Option(
            "--grid",
            "-g",
            metavar=N_("GRID"),
            help=N_("Only the posts in this grid."),
            show_default=False,
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            "-r",
            metavar=N_("ROLE"),
            help=N_("Only the posts of this role."),
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until", metavar=N_("DATE"), help=N_("The last day."), show_default=N_("today")
        ),
    ] = None,
) -> None:
    """End the posts."""
    change(leave(person, grid, role, until))
