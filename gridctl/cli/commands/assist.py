"""`gridctl assist`: further units join a case."""

from typing import Annotated

import typer

from gridctl.app.verbs.assist import assist
from gridctl.cli.asking import wish
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note
from gridctl.cli.writing import on_cases
from gridctl.words import say


def command(
    ids: Ids = None,
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--unit", metavar=N_("UNIT"), help=N_("A unit that joins."), show_default=False
        ),
    ] = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Add assisting units."""
    words = case_ids(ids)
    units = to or [wish(None, "--unit", say("Unit (id or name)"))]
    on_cases(words, lambda desk, case: assist(desk, case, units, note), mask=mask)
