"""`gridctl file`: a reported case is filed, and dispatched at once where units are named."""

from typing import Annotated

import typer

from gridctl.app.suggesting import conditions
from gridctl.app.verbs.dispatch import Order
from gridctl.app.verbs.file import Filing, file
from gridctl.cli.asking import choose
from gridctl.cli.calling import case_ids, missing
from gridctl.cli.marks import N_
from gridctl.cli.options import Assist, Category, Ids, Mask, Note, Persons
from gridctl.cli.session import current
from gridctl.cli.writing import on_cases
from gridctl.errors import Usage
from gridctl.words import listed, say

MORE = N_(
    "A limit is a number and a unit: urgent_hour (nights and holidays count), work_hour, work_day or "
    "natural_day; the Chinese spellings of limit tables are understood. Longer than the condition's needs --note."
)


def command(
    ids: Ids = None,
    category: Category = None,
    condition: Annotated[
        int | None,
        typer.Option(
            "--condition",
            min=1,
            help=N_("Which filing condition of the category, from 1."),
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        str | None,
        typer.Option(
            "--limit",
            metavar=N_("LIMIT"),
            help=N_("A limit other than the condition's."),
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar=N_("UNIT"),
            help=N_("Dispatch at once to this lead unit."),
            show_default=False,
        ),
    ] = None,
    route: Annotated[
        bool, typer.Option("--route", help=N_("Dispatch at once to whom the duty matrix names."))
    ] = False,
    assist: Assist = None,
    person: Persons = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """File the cases."""
    if to and route:
        raise Usage(
            say("Give one of {flags}.", flags=listed(["--to", "--route"])), say("See --help.")
        )
    if (assist or person) and not (to or route):
        raise missing("--to")
    words = case_ids(ids)
    if words.ids and condition is None and current().interactive:
        condition = _asked(words.ids[0], category)
    wished = to or route
    order = Order(to=to, assist=assist or (), persons=person or ()) if wished else None
    filing = Filing(category=category, condition=condition, limit=limit, note=note, order=order)
    on_cases(words, lambda desk, case: file(desk, case, filing), mask=mask)


def _asked(word: str, category: str | None) -> int | None:
    """The condition that a person chooses where the category has several."""
    choices = conditions(current().folder, word, category)
    if len(choices) < 2:
        return None
    answer = choose(None, "--condition", say("Filing condition (number)"), choices)
    return int(answer) if answer.isdecimal() else None
