"""`gridctl reopen`: a closed or void case begins again."""

from gridctl.app.verbs.void import reopen
from gridctl.cli.asking import wish
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note
from gridctl.cli.writing import on_cases
from gridctl.words import say

MORE = N_("Within the ledger's reopen_within. The lead unit gets the limit of the case again.")


def command(
    ids: Ids = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Reopen the cases."""
    words = case_ids(ids)
    reason = wish(note, "--note", say("Reason"))
    on_cases(words, lambda desk, case: reopen(desk, case, reason), mask=mask)
