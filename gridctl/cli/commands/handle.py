"""`gridctl handle`: what a unit did on a case."""

from typing import Annotated

import typer

from gridctl.app.verbs.handle import Measures, handle
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note, Papers, Photos, Unit
from gridctl.cli.writing import on_cases

MORE = N_("As many entries as there are measures; the last one by the lead unit carries --done.")


def command(
    ids: Ids = None,
    note: Note = None,
    count: Annotated[
        list[str] | None,
        typer.Option(
            "--count",
            metavar=N_("WHAT=QUANTITY"),
            help=N_("What was done, counted: 'stalls cleared=30'."),
            show_default=False,
        ),
    ] = None,
    seize: Annotated[
        list[str] | None,
        typer.Option(
            "--seize",
            metavar=N_("WHAT=QUANTITY"),
            help=N_("What was taken away: 'farm tricycles=4'."),
            show_default=False,
        ),
    ] = None,
    photo: Photos = None,
    paper: Papers = None,
    done: Annotated[
        str | None,
        typer.Option(
            "--done",
            metavar=N_("CLOSURE"),
            help=N_("Handling ends, with: fixed, no-action, referred, withdrawn or unfounded."),
            show_default=False,
        ),
    ] = None,
    unit: Unit = None,
    mask: Mask = False,
) -> None:
    """Record the measures."""
    measures = Measures(
        note=note,
        counts=count or (),
        seized=seize or (),
        photos=photo or (),
        papers=paper or (),
        done=done,
    )
    on_cases(case_ids(ids), lambda desk, case: handle(desk, case, measures), mask=mask, unit=unit)
