"""`gridctl inbox`: what waits for a person, by the posts held today."""

from typing import Annotated

import typer

from gridctl.app.inbox import inbox
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.commands.list import IN_A_TERMINAL
from gridctl.cli.marks import N_
from gridctl.cli.options import Whose
from gridctl.cli.reading import moment, person_asked, warn_unrecorded
from gridctl.cli.session import current
from gridctl.views import inbox_page
from gridctl.words import say

MORE = N_(
    "What is to be done is what the case waits for and the rights allow: to triage, file, dispatch, "
    "handle, feed back, verify and evaluate, requests to decide, what was escalated to your grid, "
    "provisional deadlines to settle. Filters are those of list, for example: gridctl inbox overdue"
)


def command(
    filters: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("FILTER..."),
            help=N_("What to show, such as grid:rhl or overdue."),
            show_default=False,
        ),
    ] = None,
    staff: Whose = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", min=1, help=N_("At most so many."), show_default=N_("50 in a terminal")
        ),
    ] = None,
    ids: Annotated[bool, typer.Option("--ids", help=N_("Ids only, one a line."))] = False,
) -> int:
    """List what is to be done; 30 where a file was broken."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        now = moment(ledger)
        person = person_asked(ledger, staff, now.date())
        found = inbox(ledger, person, now, filters or ())
        names = ledger.names
    most = limit or (
        IN_A_TERMINAL if session.interactive and not session.json and not ids else None
    )
    tasks = found.tasks[:most]
    if session.json:
        output.say_json(inbox_page.answer(tasks, person, now))
    elif ids:
        output.say_lines(dict.fromkeys(task.case.id for task in tasks))
    elif session.interactive:
        inbox_page.show(tasks, names, now, colour=session.colour)
    else:
        output.say_lines(inbox_page.rows(tasks, names, now))
    if not tasks and session.interactive and not (session.json or ids):
        output.say_lines([inbox_page.nothing(person)])
    if len(tasks) < len(found.tasks):
        output.warn(
            [
                say(
                    "{shown} of {all} things to do are shown; --limit shows more.",
                    shown=len(tasks),
                    all=len(found.tasks),
                )
            ]
        )
    output.tell_problems(found.problems)
    return 30 if found.problems else 0
