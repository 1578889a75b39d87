"""`gridctl dispatch`: a filed case goes to its units."""

from typing import Annotated

import typer

from gridctl.app.suggesting import suggested_units
from gridctl.app.verbs.dispatch import Order, dispatch
from gridctl.cli.asking import choose
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Assist, Ids, Mask, Note, Persons
from gridctl.cli.session import current
from gridctl.cli.writing import on_cases
from gridctl.words import say


def command(
    ids: Ids = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar=N_("UNIT"),
            help=N_("The lead unit, by id, name or alias."),
            show_default=False,
        ),
    ] = None,
    assist: Assist = None,
    person: Persons = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Dispatch the cases."""
    words = case_ids(ids)
    choices = (
        suggested_units(current().folder, words.ids[0])
        if words.ids and not to and current().interactive
        else {}
    )
    lead = choose(to, "--to", say("Lead unit (number, id or name)"), choices)
    order = Order(to=lead, assist=assist or (), persons=person or (), note=note)
    on_cases(words, lambda desk, case: dispatch(desk, case, order), mask=mask)
