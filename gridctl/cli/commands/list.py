"""`gridctl list`: cases, the most urgent first."""

from typing import Annotated

import typer

from gridctl.app.listing import listing
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.views import case_rows
from gridctl.words import say

MORE = N_(
    "Filters: step: waits: state: closure: kind: severity: category: grid: unit: source: number: text: "
    "and overdue; all must hold. For example: gridctl list grid:rhl waits:verify"
)
IN_A_TERMINAL = 50


def command(
    filters: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("FILTER..."),
            help=N_("What to show, such as grid:rhl or overdue."),
            show_default=False,
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", "-a", help=N_("Closed and void cases too."))
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", min=1, help=N_("At most so many."), show_default=N_("50 in a terminal")
        ),
    ] = None,
    ids: Annotated[bool, typer.Option("--ids", help=N_("Ids only, one a line."))] = False,
) -> int:
    """List the cases; 30 where a file was broken."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        now = moment(ledger)
        found = listing(ledger, filters or (), now, everything=everything)
        names = ledger.names
    most = limit or (
        IN_A_TERMINAL if session.interactive and not session.json and not ids else None
    )
    cases = found.cases[:most]
    if session.json:
        from gridctl.views.case_json import head

        output.say_json([head(case, now) for case in cases])
    elif ids:
        output.say_lines(case.id for case in cases)
    elif session.interactive:
        case_rows.table(cases, names, now, colour=session.colour)
    else:
        output.say_lines(case_rows.rows(cases, names, now))
    if len(cases) < len(found.cases):
        output.warn(
            [
                say(
                    "{shown} of {all} cases are shown; --limit shows more.",
                    shown=len(cases),
                    all=len(found.cases),
                )
            ]
        )
    output.tell_problems(found.problems)
    return 30 if found.problems else 0
