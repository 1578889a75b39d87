"""`gridctl instruct`: a leader's word on a case."""

from typing import Annotated

import typer

from gridctl.app.verbs.supervise import instruct
from gridctl.cli.asking import wish
from gridctl.cli.calling import cases_and_text
from gridctl.cli.marks import N_
from gridctl.cli.options import Mask
from gridctl.cli.writing import on_cases
from gridctl.words import say


def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("ID... TEXT"),
            help=N_("The cases, then the instruction; - reads ids from standard input."),
            show_default=False,
        ),
    ] = None,
    mask: Mask = False,
) -> None:
    """Record the instruction."""
    cases, said = cases_and_text(words)
    text = wish(said, "TEXT", say("Instruction"))
    on_cases(cases, lambda desk, case: instruct(desk, case, text), mask=mask)
