"""`gridctl return`: a case goes back, with a reason."""

from gridctl.app.verbs.return_ import give_back
from gridctl.cli.asking import wish
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note, Unit
from gridctl.cli.writing import on_cases
from gridctl.words import say

MORE = N_(
    "A unit's case goes back to the dispatcher, to be dispatched again; a case that no unit has goes back to the grid. Nothing that was recorded is lost."
)


def command(
    ids: Ids = None,
    note: Note = None,
    unit: Unit = None,
    mask: Mask = False,
) -> None:
    """Return the cases."""
    words = case_ids(ids)
    reason = wish(note, "--note", say("Reason"))
    on_cases(words, lambda desk, case: give_back(desk, case, reason), mask=mask, unit=unit)
