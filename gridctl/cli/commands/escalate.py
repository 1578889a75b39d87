"""`gridctl escalate`: a case climbs to the grid above."""

from typing import Annotated

import typer

from gridctl.app.verbs.escalate import escalate
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note
from gridctl.cli.writing import on_cases


def command(
    ids: Ids = None,
    skip: Annotated[
        int | None,
        typer.Option(
            "--skip",
            min=1,
            max=3,
            metavar=N_("LEVEL"),
            help=N_("Pass over the grids down to this level (counted)."),
            show_default=False,
        ),
    ] = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Escalate the cases."""
    on_cases(case_ids(ids), lambda desk, case: escalate(desk, case, skip, note), mask=mask)
