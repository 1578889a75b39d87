"""`gridctl evaluate`: the closed case is scored."""

from typing import Annotated

import typer

from gridctl.app.verbs.evaluate import Scores, evaluate
from gridctl.cli.asking import wish
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note
from gridctl.cli.writing import on_cases
from gridctl.errors import Usage
from gridctl.words import say


def command(
    ids: Ids = None,
    strip: Annotated[
        int | None,
        typer.Option(
            "--strip",
            min=0,
            max=100,
            metavar=N_("SCORE"),
            help=N_("Score of the strip: the lead unit."),
            show_default=False,
        ),
    ] = None,
    block: Annotated[
        int | None,
        typer.Option(
            "--block",
            min=0,
            max=100,
            metavar=N_("SCORE"),
            help=N_("Score of the block: the grid."),
            show_default=False,
        ),
    ] = None,
    lesson: Annotated[
        str | None, typer.Option("--lesson", help=N_("What was learned."), show_default=False)
    ] = None,
    praise: Annotated[
        str | None,
        typer.Option("--praise", help=N_("Who deserves praise, and for what."), show_default=False),
    ] = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Evaluate the cases."""
    words = case_ids(ids)
    given = wish(
        None if block is None else str(block), "--block", say("Score of the block (0 to 100)")
    )
    if not (given.isascii() and given.isdecimal()):
        raise Usage(
            say("“{text}” is not a score.", text=given), say("Give a whole number from 0 to 100.")
        )
    scores = Scores(block=int(given), strip=strip, lesson=lesson, praise=praise, note=note)
    on_cases(words, lambda desk, case: evaluate(desk, case, scores), mask=mask)
