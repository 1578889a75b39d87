"""`gridctl supervise`: a yellow or red card on a case."""

from typing import Annotated

import typer

from gridctl.app.verbs.supervise import supervise
from gridctl.cli.asking import choose
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Mask, Note
from gridctl.cli.writing import on_cases
from gridctl.domain.terms import SUPERVISION
from gridctl.words import say

MORE = N_("Raised from yellow to red or lifted, never lowered or repeated.")


def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("ID... LEVEL"),
            help=N_("The cases, then yellow, red or lift; - reads ids from standard input."),
            show_default=False,
        ),
    ] = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Supervise the cases."""
    given = list(words or ())
    labels = {key: str(label) for key, label in SUPERVISION.items()}
    level = choose(given.pop() if len(given) > 1 else None, "LEVEL", say("Level"), labels)
    on_cases(case_ids(given), lambda desk, case: supervise(desk, case, level, note), mask=mask)
