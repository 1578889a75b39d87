"""`gridctl calendar add`: next year's holiday plan."""

from typing import Annotated

import typer

from gridctl.app.edits.calendar import add
from gridctl.app.opening import open_ledger
from gridctl.app.settling import unsettled
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.cli.settings_writing import change
from gridctl.words import _

MORE = N_(
    "The plan goes into calendar.yaml. Deadlines that were provisional are then settled with: gridctl calendar settle"
)


def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar=N_("FILE"),
            help=N_("The plan as JSON: year, and days with name, date and isOffDay."),
        ),
    ],
) -> None:
    """Add the plan."""
    change(add(file))
    session = current()
    if session.json or session.dry_run:
        return
    with open_ledger(session.folder) as ledger:
        count = len(unsettled(ledger))
    if count:
        line = _("Provisional deadlines that can be settled now: {count}. Next: {command}")
        output.say_lines(["  " + line.format(count=count, command="gridctl calendar settle")])
