"""`gridctl staff post`: a person takes a post."""

from typing import Annotated

import typer

from gridctl.app.edits.staff import post
from gridctl.cli.asking import choose, wish
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change
from gridctl.domain.terms import ROLES
from gridctl.words import say

MORE = N_("Nobody gives himself a post: a colleague who may change the settings records it.")


def command(
    person: Annotated[str, typer.Argument(metavar=N_("STAFF"), help=N_("A person by id or name."))],
    grid: Annotated[
        str | None,
        typer.Option(
            "--grid",
            "-g",
            metavar=N_("GRID"),
            help=N_("The grid, by id or name."),
            show_default=False,
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            "-r",
            metavar=N_("ROLE"),
            help=N_(
                "head, deputy, leader, dispatcher, patroller, enforcer, volunteer or delegate."
            ),
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar=N_("DATE"), help=N_("The first day."), show_default=N_("today")
        ),
    ] = None,
) -> None:
    """Give the post."""
    where = wish(grid, "--grid", say("Grid (id or name)"))
    roles = {key: str(label) for key, label in ROLES.items()}
    change(post(person, where, choose(role, "--role", say("Role"), roles), since))
