"""`gridctl duties import`: powers of departments from a spreadsheet."""

from typing import Annotated

import typer

from gridctl.app.edits.powers import take_over
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change

MORE = N_(
    "The first row names the columns: department, category, action, and where known lead and basis; the "
    "Chinese words are taken as well, see the Chinese page. A row changes the power that is there or adds one; powers "
    "that the sheet does not name stay. Where one row is wrong, nothing is recorded."
)


def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar=N_("FILE"), help=N_("A CSV file in UTF-8 or GB18030, or a workbook.")
        ),
    ],
) -> None:
    """Import it."""
    change(take_over(file))
