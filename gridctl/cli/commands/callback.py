"""`gridctl callback`: who reported is asked again."""

from typing import Annotated

import typer

from gridctl.app.verbs.callback import callback
from gridctl.cli.asking import choose
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note
from gridctl.cli.writing import on_cases
from gridctl.domain.terms import SATISFACTIONS
from gridctl.words import say

MORE = N_("Dissatisfied? The case can be reopened: gridctl reopen ID --note REASON")


def command(
    ids: Ids = None,
    satisfaction: Annotated[
        str | None,
        typer.Option(
            "--satisfaction",
            metavar="satisfied|neutral|unsatisfied",
            help=N_("How they take it now."),
            show_default=False,
        ),
    ] = None,
    solved: Annotated[
        str | None,
        typer.Option(
            "--solved",
            metavar="yes|no",
            help=N_("Whether it is solved in their eyes."),
            show_default=False,
        ),
    ] = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Record the call back."""
    words = case_ids(ids)
    labels = {key: str(label) for key, label in SATISFACTIONS.items()}
    answer = choose(satisfaction, "--satisfaction", say("Satisfaction"), labels)
    on_cases(words, lambda desk, case: callback(desk, case, answer, solved, note), mask=mask)
