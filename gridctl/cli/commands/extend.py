"""`gridctl extend`: more time, asked for and granted."""

from typing import Annotated

import typer

from gridctl.app.verbs import extend
from gridctl.cli.asking import one_of, wish
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note, Unit
from gridctl.cli.writing import on_cases
from gridctl.words import say

MORE = N_(
    "Asked for before the deadline and granted at most twice, each time by the limit of the case. Who asks never approves."
)


def command(
    ids: Ids = None,
    request: Annotated[
        bool, typer.Option("--request", help=N_("The lead unit asks, with --note REASON."))
    ] = False,
    approve: Annotated[bool, typer.Option("--approve", help=N_("A dispatcher says yes."))] = False,
    deny: Annotated[
        bool, typer.Option("--deny", help=N_("A dispatcher says no, with --note REASON."))
    ] = False,
    note: Note = None,
    unit: Unit = None,
    mask: Mask = False,
) -> None:
    """Ask for an extension, grant or deny it."""
    words = case_ids(ids)
    step = one_of({"--request": request, "--approve": approve, "--deny": deny})
    if step == "--request":
        reason = wish(note, "--note", say("Reason"))
        on_cases(words, lambda desk, case: extend.request(desk, case, reason), mask=mask, unit=unit)
    elif step == "--approve":
        on_cases(words, lambda desk, case: extend.approve(desk, case, note), mask=mask)
    else:
        reason = wish(note, "--note", say("Reason"))
        on_cases(words, lambda desk, case: extend.deny(desk, case, reason), mask=mask)
