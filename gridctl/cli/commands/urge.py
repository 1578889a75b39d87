"""`gridctl urge`: the units are reminded."""

from gridctl.app.verbs.supervise import urge
from gridctl.cli.calling import case_ids
from gridctl.cli.options import Ids, Mask, Note
from gridctl.cli.writing import on_cases


def command(
    ids: Ids = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Urge the units."""
    on_cases(case_ids(ids), lambda desk, case: urge(desk, case, note), mask=mask)
