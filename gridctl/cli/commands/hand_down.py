"""`gridctl hand-down`: an escalated case comes down again."""

from typing import Annotated

import typer

from gridctl.app.verbs.escalate import hand_down
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note
from gridctl.cli.writing import on_cases


def command(
    ids: Ids = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar=N_("GRID"),
            help=N_("The grid that gets it."),
            show_default=N_("the one right below"),
        ),
    ] = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Hand the cases down."""
    on_cases(case_ids(ids), lambda desk, case: hand_down(desk, case, to, note), mask=mask)
