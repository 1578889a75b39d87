"""`gridctl appeal`: the lead unit contests its lateness."""

from gridctl.app.verbs.appeal import appeal
from gridctl.cli.asking import wish
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note, Unit
from gridctl.cli.writing import on_cases
from gridctl.words import say

MORE = N_(
    "Once a case, after closing. A leader decides with gridctl decide; lateness stays visible and is not counted when the appeal is granted."
)


def command(
    ids: Ids = None,
    note: Note = None,
    unit: Unit = None,
    mask: Mask = False,
) -> None:
    """Appeal."""
    words = case_ids(ids)
    reason = wish(note, "--note", say("Reason"))
    on_cases(words, lambda desk, case: appeal(desk, case, reason), mask=mask, unit=unit)
