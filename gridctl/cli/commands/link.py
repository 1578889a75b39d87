"""`gridctl link`: two cases that have to do with each other."""

from typing import Annotated

import typer

from gridctl.app.verbs.link import link
from gridctl.cli.asking import wish
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note
from gridctl.cli.writing import on_cases
from gridctl.words import say


def command(
    ids: Ids = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar=N_("CASE"), help=N_("The other case."), show_default=False),
    ] = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Link the cases with another."""
    words = case_ids(ids)
    other = wish(to, "--to", say("The other case"))
    on_cases(words, lambda desk, case: link(desk, case, other, note), mask=mask)
