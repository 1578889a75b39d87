"""`gridctl void`: a case that should not be one ends."""

from gridctl.app.verbs.void import void
from gridctl.cli.asking import wish
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note
from gridctl.cli.writing import on_cases
from gridctl.words import say

MORE = N_("It is kept, and counted as void; it can be reopened within the ledger's window.")


def command(
    ids: Ids = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Void the cases."""
    words = case_ids(ids)
    reason = wish(note, "--note", say("Reason"))
    on_cases(words, lambda desk, case: void(desk, case, reason), mask=mask)
