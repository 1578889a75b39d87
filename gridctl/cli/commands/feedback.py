"""`gridctl feedback`: who was told the result."""

from typing import Annotated

import typer

from gridctl.app.verbs.feedback import Answer, feedback
from gridctl.cli.asking import wish
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note, Unit
from gridctl.cli.writing import on_cases
from gridctl.words import say


def command(
    ids: Ids = None,
    told: Annotated[
        list[str] | None,
        typer.Option(
            "--told",
            metavar=N_("WHOM"),
            help=N_("Who was told, without personal data."),
            show_default=False,
        ),
    ] = None,
    satisfaction: Annotated[
        str | None,
        typer.Option(
            "--satisfaction",
            metavar="satisfied|neutral|unsatisfied",
            help=N_("How they took it."),
            show_default=False,
        ),
    ] = None,
    note: Note = None,
    unit: Unit = None,
    mask: Mask = False,
) -> None:
    """Record the feedback."""
    words = case_ids(ids)
    answer = Answer(
        told=told or [wish(None, "--told", say("Who was told"))],
        satisfaction=satisfaction,
        note=note,
    )
    on_cases(words, lambda desk, case: feedback(desk, case, answer), mask=mask, unit=unit)
