"""On a day: the day that a question about people is about, today where none is given."""

from datetime import date
from typing import Annotated

import typer

from gridctl.app.ledger import Ledger
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment
from gridctl.domain.moments import day_typed

On = Annotated[
    str | None,
    typer.Option("--on", metavar=N_("DATE"), help=N_("As of this day."), show_default=N_("today")),
]


def asked(ledger: Ledger, on: str | None) -> date:
    """The day as typed, or today in the ledger's zone."""
    today = moment(ledger).date()
    return day_typed(on, today) if on else today
