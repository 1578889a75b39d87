"""`gridctl calendar due`: when does a limit end?"""

from typing import Annotated, Literal

import typer

from gridctl.app.clock import deadline_anywhere
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.domain.limits import in_words
from gridctl.domain.moments import stamp
from gridctl.words import _


def command(
    start: Annotated[
        str,
        typer.Argument(
            metavar=N_("START"),
            help=N_("When it begins: 2026-11-24T10:31:00+08:00, 2026-11-24 10:31 or 10:31."),
        ),
    ],
    limit: Annotated[
        str,
        typer.Argument(
            metavar=N_("LIMIT"), help=N_("Such as '2 work_day', '4 work_hour' or '2 urgent_hour'.")
        ),
    ],
    work_day: Annotated[
        Literal["rolling", "civil"] | None,
        typer.Option(
            "--work-day",
            metavar="rolling|civil",
            help=N_("A working day as eight working hours, or until close of business."),
            show_default=N_("the ledger's"),
        ),
    ] = None,
) -> None:
    """Work it out."""
    session = current()
    reckoning = deadline_anywhere(session.folder, start, limit, now=session.now, work_day=work_day)
    end = reckoning.due
    if session.json:
        answer = {
            "start": stamp(reckoning.start),
            "limit": reckoning.limit,
            "work_day": reckoning.work_day,
            "due": stamp(end.at),
            "provisional": end.provisional,
            "skipped": [
                {"date": day.isoformat(), "reason": str(reason)} for day, reason in end.skipped
            ],
        }
        output.say_json(answer)
        return
    output.say_lines([f"{end.at:%Y-%m-%d %H:%M}  {in_words(reckoning.limit)}"])
    output.say_lines(
        _("  not counted: {day} {reason}").format(day=day, reason=reason)
        for day, reason in end.skipped
    )
    if end.provisional:
        output.say_lines([_("  provisional: the holiday plan of that time is not out yet")])
