"""`gridctl calendar show`: the working days of a year or month."""

from typing import Annotated

import typer

from gridctl.app.days import days_of
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.words import _


def command(
    period: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("YEAR|MONTH"),
            help=N_("Such as 2026 or 2026-10."),
            show_default=N_("this month"),
        ),
    ] = None,
) -> None:
    """Show the days: all of a month, the exceptions of a year."""
    session = current()
    shown = days_of(session.folder, period or f"{session.now:%Y-%m}")
    if session.json:
        days = [
            {"date": d.day.isoformat(), "workday": d.workday, "reason": str(d.reason)}
            for d in shown.days
        ]
        output.say_json(
            {"period": shown.period, "workdays": shown.workdays, "known": shown.known, "days": days}
        )
        return
    marks = {True: _("working day"), False: _("day off")}
    output.say_lines(
        f"{d.day}  {marks[d.workday]}"
        + ("" if str(d.reason) == marks[d.workday] else f"  {d.reason}")
        for d in shown.days
    )
    output.say_lines(
        [_("{period}: {count} working days").format(period=shown.period, count=shown.workdays)]
    )
    if not shown.known:
        output.say_lines(
            [_("The holiday plan is not known for all of it; weekends only are counted.")]
        )
