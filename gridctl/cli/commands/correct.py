"""`gridctl correct`: a mistake in an entry is mended."""

from typing import Annotated

import typer

from gridctl.app.verbs.correct import correct
from gridctl.cli.asking import wish
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note
from gridctl.cli.writing import on_cases
from gridctl.words import say

MORE = N_(
    "What was recorded stays; the correction stands beside it, with the old value, the new one and the reason."
)


def command(
    ids: Ids = None,
    field: Annotated[
        str | None,
        typer.Option(
            "--field",
            metavar=N_("FIELD"),
            help=N_("title, text, kind, place, grid, source, category or severity."),
            show_default=False,
        ),
    ] = None,
    new: Annotated[
        str | None,
        typer.Option(
            "--new", metavar=N_("VALUE"), help=N_("What it should be."), show_default=False
        ),
    ] = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Correct the cases."""
    words = case_ids(ids)
    name, value = wish(field, "--field", say("Field")), wish(new, "--new", say("New value"))
    reason = wish(note, "--note", say("Reason"))
    on_cases(words, lambda desk, case: correct(desk, case, name, value, reason), mask=mask)
