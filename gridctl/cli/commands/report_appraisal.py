"""`gridctl report appraisal`: units and grids by their scores, and how each came by its own."""

from collections.abc import Sequence
from typing import Annotated

import typer

from gridctl.app.appraising import appraising
from gridctl.app.counting import counting
from gridctl.app.ledger import Ledger
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.reporting import Basis, IdsOnly, PeriodWord, put
from gridctl.cli.session import current
from gridctl.domain.naming import closest, meant
from gridctl.domain.periods import parse_period
from gridctl.errors import NotFound
from gridctl.reports.appraisal import Appraised, ranked
from gridctl.reports.appraisal_report import appraisal_report, working
from gridctl.reports.counted import counted
from gridctl.reports.report import Report
from gridctl.words import say

MORE = N_(
    "The method is that of scoring.yaml, else the built-in one: gridctl appraisal show. A missing mark leaves a score empty."
)
Whose = Annotated[
    str | None,
    typer.Option(
        "--explain",
        metavar=N_("UNIT[.TERM]"),
        help=N_("The working of a unit or grid, or of one of its terms."),
        show_default=False,
    ),
]


def command(
    period: PeriodWord = None,
    basis: Basis = "deadline",
    explain: Whose = None,
    ids: IdsOnly = False,
) -> int:
    """Report; 30 where a file was broken."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        now = moment(ledger)
        span = parse_period(period or "this-month", now.date())
        read = counting(ledger, now)
        found = appraising(ledger, counted(read.cases, span, basis, read.at), span)
        report = appraisal_report(
            found, ledger.scoring, ledger.names, span, basis, read.at.now, ledger.commit.id
        )
        if explain is None:
            put(ledger, report)
        else:
            _explain(ledger, found, report, explain, ids=ids)
    output.tell_problems(read.problems)
    return 30 if read.problems else 0


def _explain(
    ledger: Ledger, found: Sequence[Appraised], report: Report, wanted: str, *, ids: bool
) -> None:
    word, _dot, term = wanted.partition(".")
    of = ledger.names.unit(word)
    one = next((each for each in found if each.of == of), None)
    if one is None:
        raise NotFound(
            say("{unit} is not appraised.", unit=ledger.names.unit_name(of)),
            say("See who is: gridctl report appraisal"),
        )
    known = [worked.term.id for worked in one.terms]
    if term and term not in known:
        raise NotFound(
            say("There is no term “{term}”.", term=term),
            meant(closest(term, known), closest(term, known), "gridctl appraisal show"),
        )
    beside = [each for each in found if each.level == one.level]
    rank = next((rank for rank, each in ranked(beside) if each is one), None)
    shown = working(one, rank, term or None, report, ledger.names)
    if ids:
        known_cases = (cases for each in shown.sections for cases in each.cases.values())
        output.say_lines(sorted({case for cases in known_cases for case in cases}))
    else:
        put(ledger, shown)
