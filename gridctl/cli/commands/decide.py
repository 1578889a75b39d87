"""`gridctl decide`: a leader decides an appeal."""

from typing import Annotated

import typer

from gridctl.app.verbs.appeal import decide
from gridctl.cli.asking import one_of
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note
from gridctl.cli.writing import on_cases


def command(
    ids: Ids = None,
    grant: Annotated[
        bool, typer.Option("--grant", help=N_("The lateness is not counted."))
    ] = False,
    deny: Annotated[bool, typer.Option("--deny", help=N_("It is counted."))] = False,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Decide the appeals."""
    words = case_ids(ids)
    granted = one_of({"--grant": grant, "--deny": deny}) == "--grant"
    on_cases(words, lambda desk, case: decide(desk, case, granted=granted, note=note), mask=mask)
