"""`gridctl check`: is everything in the ledger sound?"""

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from gridctl.app.checking import check
from gridctl.app.hand_edits import strays
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.faults import problem_lines, spoken
from gridctl.cli.marks import N_
from gridctl.cli.reading import warn_unrecorded
from gridctl.cli.session import current
from gridctl.errors import Problem
from gridctl.words import _


def command(
    evidence: Annotated[
        bool, typer.Option("--evidence", help=N_("Photos and papers too: missing or altered."))
    ] = False,
) -> int:
    """Check everything recorded; 1 where something was found."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        output.warn(() if session.as_of else strays(ledger))
        problems = list(check(ledger, evidence=evidence, watch=_watched))
        count, journals = len(ledger.cases.blobs), len(ledger.journal.blobs)
    if session.json:
        found = [_object(problem) for problem in problems]
        output.say_json({"cases": count, "journals": journals, "problems": found})
    else:
        output.say_lines(line for problem in problems for line in problem_lines(problem))
        if journals:
            output.say_lines([_("Journals checked: {journals}").format(journals=journals)])
        output.say_lines([_summary(count, len(problems))])
    return 1 if problems else 0


def _summary(cases: int, problems: int) -> str:
    if problems:
        return _("Cases checked: {cases}; problems: {problems}").format(
            cases=cases, problems=problems
        )
    return _("Cases checked: {cases}; all is sound").format(cases=cases)


def _watched(cases: Iterable[Any], count: int) -> Iterable[Any]:
    """The cases with a progress bar on standard error, in a terminal, where there are many."""
    if not current().interactive or count < 2000:
        return cases
    from gridctl.views.progress import watched

    return watched(cases, count, _("Checking"))


def _object(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.path,
        "line": problem.line,
        "rule": problem.rule,
        "message": spoken(problem.message),
        "remedy": spoken(problem.remedy) if problem.remedy else None,
    }
