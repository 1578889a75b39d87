"""`gridctl held take`: what was held back is decided anew and recorded."""

from typing import Annotated

import typer

from gridctl.app.holding import waiting
from gridctl.app.opening import open_ledger
from gridctl.app.taking_up import take_up, take_up_journals
from gridctl.cli.journal_writing import keep
from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.cli.writing import record
from gridctl.errors import Usage
from gridctl.words import say

MORE = N_(
    "The entry keeps its time where it still can stand there; where the case has moved on since, it is "
    "one of now, unless --at says otherwise."
)
Words = Annotated[
    list[str],
    typer.Argument(
        metavar=N_("WORD..."),
        help=N_("A case, a file, or the short id of the entry, as held lists them."),
    ),
]


def command(words: Words) -> None:
    """Take them up."""
    with open_ledger(current().folder) as ledger:
        found = waiting(ledger, *words)
    kinds = {each.key is None for each in found}
    if len(kinds) > 1:
        raise Usage(
            say("These are of cases and of journals; take them up one after the other."),
            say("See what is: gridctl held"),
        )
    if kinds == {True}:
        record(take_up(words), several=True)
    else:
        keep(take_up_journals(words), several=True)
