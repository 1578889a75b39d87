"""`gridctl resume`: a suspended case goes on before its time."""

from gridctl.app.verbs.suspend import resume
from gridctl.cli.calling import case_ids
from gridctl.cli.options import Ids, Mask, Note, Unit
from gridctl.cli.writing import on_cases


def command(
    ids: Ids = None,
    note: Note = None,
    unit: Unit = None,
    mask: Mask = False,
) -> None:
    """Resume the cases."""
    on_cases(case_ids(ids), lambda desk, case: resume(desk, case, note), mask=mask, unit=unit)
