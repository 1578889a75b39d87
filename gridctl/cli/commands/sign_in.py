"""`gridctl sign in`: coming to work."""

from typing import Annotated

import typer

from gridctl.app.signing import sign_in
from gridctl.cli.journal_writing import keep
from gridctl.cli.marks import N_
from gridctl.cli.options import Whom
from gridctl.domain.texts import parted

MORE = N_(
    "Once a day. Roll call by the dispatcher: gridctl sign in --for s031,s032. "
    "With --at the dispatcher enters for others a time that has passed."
)


def command(
    grid: Annotated[
        str | None,
        typer.Option(
            "--grid",
            "-g",
            metavar=N_("GRID"),
            help=N_("The grid, by id or name."),
            show_default=N_("that of the first post"),
        ),
    ] = None,
    whom: Whom = None,
) -> None:
    """Sign in."""
    keep(sign_in(grid, parted(whom or ())), several=bool(whom))
