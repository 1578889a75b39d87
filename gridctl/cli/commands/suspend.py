"""`gridctl suspend`: a case is put aside until a day."""

from typing import Annotated

import typer

from gridctl.app.verbs import suspend
from gridctl.cli.asking import one_of, wish
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note, Unit
from gridctl.cli.writing import on_cases
from gridctl.words import say

MORE = N_(
    "Granted once. The clock stands still meanwhile; the case resumes by itself on the day after, or before with gridctl resume."
)


def command(
    ids: Ids = None,
    request: Annotated[
        bool, typer.Option("--request", help=N_("The lead unit asks, with --note REASON."))
    ] = False,
    approve: Annotated[bool, typer.Option("--approve", help=N_("A leader says yes."))] = False,
    deny: Annotated[
        bool, typer.Option("--deny", help=N_("A leader says no, with --note REASON."))
    ] = False,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar=N_("DATE"),
            help=N_("The last day of it, at most a year away."),
            show_default=False,
        ),
    ] = None,
    note: Note = None,
    unit: Unit = None,
    mask: Mask = False,
) -> None:
    """Ask for a suspension, approve or deny it."""
    words = case_ids(ids)
    step = one_of({"--request": request, "--approve": approve, "--deny": deny})
    if step == "--request":
        last, reason = (
            wish(until, "--until", say("Until (date)")),
            wish(note, "--note", say("Reason")),
        )
        on_cases(
            words,
            lambda desk, case: suspend.request(desk, case, last, reason),
            mask=mask,
            unit=unit,
        )
    elif step == "--approve":
        on_cases(words, lambda desk, case: suspend.approve(desk, case, until, note), mask=mask)
    else:
        reason = wish(note, "--note", say("Reason"))
        on_cases(words, lambda desk, case: suspend.deny(desk, case, reason), mask=mask)
