"""`gridctl source add`: a source more."""

from typing import Annotated

import typer

from gridctl.app.edits.sources import NewSource, add
from gridctl.cli.asking import wish
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change
from gridctl.words import say

MORE = N_(
    "It stands in grids.yaml behind the other sources. A platform is a source that others were merged "
    "into; what it is said to merge (--merged) is held against what is named: gridctl source check"
)


def command(
    source: Annotated[
        str,
        typer.Argument(
            metavar=N_("ID"),
            help=N_("Id of the new source: lower-case letters, digits and hyphens."),
        ),
    ],
    name: Annotated[
        str | None,
        typer.Option(
            "--name", metavar=N_("LABEL"), help=N_("Name of the source."), show_default=False
        ),
    ] = None,
    platform: Annotated[
        str | None,
        typer.Option(
            "--platform",
            metavar=N_("SOURCE"),
            help=N_("The platform that this system was merged into."),
            show_default=False,
        ),
    ] = None,
    department: Annotated[
        list[str] | None,
        typer.Option(
            "--department",
            metavar=N_("UNIT"),
            help=N_("A department behind it."),
            show_default=False,
        ),
    ] = None,
    merged: Annotated[
        str | None,
        typer.Option(
            "--merged",
            metavar="7/9",
            help=N_("How many systems and departments it is said to merge."),
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar=N_("DATE"), help=N_("The first day."), show_default=False),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar=N_("DATE"), help=N_("The last day."), show_default=False),
    ] = None,
) -> None:
    """Add it."""
    new = NewSource(
        id=source,
        name=wish(name, "--name", say("Name of the source")),
        platform=platform,
        departments=department or (),
        since=since,
        until=until,
        merged=merged,
    )
    change(add(new))
