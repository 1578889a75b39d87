"""`gridctl dispatch`: a filed case goes to its units."""

from typing import Annotated

import typer

from gridctl.app.suggesting import units_to_choose
from gridctl.app.verbs.dispatch import Order, dispatch
from gridctl.cli import output
from gridctl.cli.asking import choose
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Assist, Ids, Mask, Note, Persons
from gridctl.cli.session import current
from gridctl.cli.writing import on_cases
from gridctl.words import say

MORE = N_(
    "Without --to the case goes to the unit that leads its category by staff.yaml, see: gridctl duties who. "
    "Where several lead, or none, name one."
)


def command(
    ids: Ids = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar=N_("UNIT"),
            help=N_("The lead unit, by id, name or alias."),
            show_default=N_("whom the duty matrix names"),
        ),
    ] = None,
    assist: Assist = None,
    person: Persons = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Dispatch the cases."""
    words = case_ids(ids)
    if not to and len(words.ids) == 1 and current().interactive:
        to = _asked(words.ids[0])
    order = Order(to=to, assist=assist or (), persons=person or (), note=note)
    on_cases(words, lambda desk, case: dispatch(desk, case, order), mask=mask)


def _asked(word: str) -> str | None:
    """The unit that a person chooses where the matrix has no one answer."""
    session = current()
    choice = units_to_choose(session.folder, word, session.now)
    if choice is None:
        return None
    output.warn([choice.why])
    return choose(None, "--to", say("Lead unit (number, id or name)"), choice.units)
