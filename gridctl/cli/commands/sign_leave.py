"""`gridctl sign leave`: some days off."""

from typing import Annotated

import typer

from gridctl.app.signing import take_leave
from gridctl.cli.asking import wish
from gridctl.cli.journal_writing import keep
from gridctl.cli.marks import N_
from gridctl.cli.options import Note, Whom
from gridctl.domain.texts import parted
from gridctl.words import say

MORE = N_(
    "From today on. Days that have passed are entered by the dispatcher: "
    "gridctl sign leave --for s031 --since DATE --kind KIND"
)


def command(
    since: Annotated[
        str | None,
        typer.Option("--since", metavar=N_("DATE"), help=N_("The first day."), show_default=False),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar=N_("DATE"),
            help=N_("The last day."),
            show_default=N_("the first day"),
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            "-k",
            metavar=N_("KIND"),
            help=N_("sick, annual, personal or business."),
            show_default=False,
        ),
    ] = None,
    note: Note = None,
    whom: Whom = None,
) -> None:
    """Take leave."""
    first = wish(since, "--since", say("First day of the leave"))
    chosen = wish(kind, "--kind", say("Kind of leave (sick, annual, personal, business)"))
    people = parted(whom or ())
    keep(take_leave(chosen, first, until or first, note=note, whom=people), several=bool(whom))
