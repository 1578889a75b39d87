"""`gridctl appraisal init`: a method of the ledger's own begins as the built-in one."""

from gridctl.app.edits.scoring import begin
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change

MORE = N_("It goes into scoring.yaml, to be edited by hand and recorded with: gridctl record")


def command() -> None:
    """Begin it."""
    change(begin())
