"""Reporting: the words that every report takes, and its answer in the face that was asked for."""

from typing import Annotated, Literal

import typer

from gridctl.app.ledger import Ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment
from gridctl.cli.session import current
from gridctl.domain.facts import Facts
from gridctl.reports.report import Report

PeriodWord = Annotated[
    str | None,
    typer.Argument(
        metavar=N_("PERIOD"),
        help=N_("Such as 2026-11, 2026-W47, 2026-Q4, 2026, or 2026-11-01..2026-11-15."),
        show_default=N_("this month"),
    ),
]
Explain = Annotated[
    str | None,
    typer.Option(
        "--explain",
        metavar=N_("FIGURE"),
        help=N_("List the cases behind a number; --json names the numbers under cases."),
        show_default=False,
    ),
]


Basis = Annotated[
    Literal["deadline", "dispatched", "reported", "closed"],
    typer.Option(
        "--basis",
        metavar="deadline|dispatched|reported|closed",
        help=N_("What places a case in the period: its deadline, its order, its report, its end."),
    ),
]
IdsOnly = Annotated[bool, typer.Option("--ids", help=N_("With --explain: ids only, one a line."))]


def put(ledger: Ledger, report: Report, explain: str | None = None, *, ids: bool = False) -> None:
    """Say the report, or only the cases behind one of its numbers."""
    session = current()
    if explain:
        _explain(ledger, report.cases_of(explain), ids=ids)
    elif session.json:
        from gridctl.views.report_json import answer

        output.say_json(answer(report))
    elif session.interactive:
        from gridctl.views import report_page

        report_page.show(report, colour=session.colour)
    else:
        from gridctl.views import report_page

        output.say_lines(report_page.lines(report))


def _explain(ledger: Ledger, found: tuple[str, ...], *, ids: bool) -> None:
    session = current()
    if session.json:
        output.say_json(list(found))
    elif ids:
        output.say_lines(found)
    else:
        from gridctl.views import case_rows

        wanted = set(found)
        cases = [
            each for each in ledger.cases.facts() if isinstance(each, Facts) and each.id in wanted
        ]
        output.say_lines(case_rows.rows(cases, ledger.names, moment(ledger)))
