"""`gridctl staff add`: a person more."""

from typing import Annotated

import typer

from gridctl.app.edits.staff import NewPerson, add
from gridctl.cli.asking import choose, wish
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change
from gridctl.domain.terms import STAFF_KINDS
from gridctl.words import say

MORE = N_("Who has no post may not act yet; give one with gridctl staff post.")


def command(
    person: Annotated[
        str,
        typer.Argument(
            metavar=N_("ID"), help=N_("Id of the person: lower-case letters, digits and hyphens.")
        ),
    ],
    name: Annotated[
        str | None,
        typer.Option(
            "--name", metavar=N_("NAME"), help=N_("Name of the person."), show_default=False
        ),
    ] = None,
    home: Annotated[
        str | None,
        typer.Option(
            "--home",
            metavar=N_("UNIT"),
            help=N_("The department or grid that the person belongs to, by id or name."),
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            "-k",
            metavar=N_("KIND"),
            help=N_("officer, enforcement, workteam, volunteer or delegate."),
            show_default=False,
        ),
    ] = None,
    email: Annotated[
        str | None,
        typer.Option(
            "--email",
            metavar=N_("ADDRESS"),
            help=N_("Address by which git knows the person."),
            show_default=False,
        ),
    ] = None,
    days: Annotated[
        int | None,
        typer.Option(
            "--days", metavar=N_("N"), help=N_("Days a week at the office."), show_default=False
        ),
    ] = None,
) -> None:
    """Add the person."""
    new = NewPerson(
        id=person,
        name=wish(name, "--name", say("Name of the person")),
        home=wish(home, "--home", say("Department or grid (id or name)")),
        kind=choose(
            kind, "--kind", say("Kind"), {key: str(label) for key, label in STAFF_KINDS.items()}
        ),
        email=email,
        days=days,
    )
    change(add(new))
