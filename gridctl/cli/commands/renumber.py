"""`gridctl renumber`: of two cases with one number, one takes the next."""

from gridctl.app.opening import open_ledger
from gridctl.app.verbs.renumber import renumber, renumber_all, shared
from gridctl.cli import output
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note
from gridctl.cli.session import current
from gridctl.cli.writing import on_cases, record
from gridctl.words import _

MORE = N_(
    "Two clerks who file at the same time without knowing of each other can give one number twice; sync "
    "sees to that by itself, plain git does not. Without ID every such case but the first filed takes the "
    "next number; the old one stays in its history."
)


def command(ids: Ids = None, note: Note = None, mask: Mask = False) -> None:
    """Give the cases the next numbers."""
    if ids:
        on_cases(case_ids(ids), lambda desk, case: renumber(desk, case, note), mask=mask)
    elif _any_shared():
        record(lambda desk: renumber_all(desk, note), mask=mask, several=True)
    elif current().json:
        output.say_json([])
    else:
        output.say_lines([_("No number was given twice.")])


def _any_shared() -> bool:
    with open_ledger(current().folder) as ledger:
        return bool(shared(ledger))
