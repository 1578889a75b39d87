"""`gridctl report counts`: every base count and rate of a period."""

from typing import Annotated, Literal

import typer

from gridctl.app.counting import counting
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.reporting import Basis, Explain, IdsOnly, PeriodWord, put
from gridctl.cli.session import current
from gridctl.domain.periods import parse_period
from gridctl.reports.counted import counted
from gridctl.reports.counts_report import counts_by, counts_report

MORE = N_(
    "Reports, filings and orders are counted by the day of the report, whatever the basis; each line names its own."
)


def command(
    period: PeriodWord = None,
    by: Annotated[
        Literal["unit", "grid", "source", "category", "month"] | None,
        typer.Option(
            "--by",
            metavar="unit|grid|source|category|month",
            help=N_("A row for each; with --json every count of it."),
            show_default=False,
        ),
    ] = None,
    basis: Basis = "deadline",
    explain: Explain = None,
    ids: IdsOnly = False,
) -> int:
    """Report; 30 where a file was broken."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        now = moment(ledger)
        span = parse_period(period or "this-month", now.date())
        read = counting(ledger, now)
        found = counted(read.cases, span, basis, read.at)
        commit = ledger.commit.id
        report = (
            counts_by(by, found, ledger.names, span, basis, commit)
            if by
            else counts_report(found, span, basis, commit)
        )
        put(ledger, report, explain, ids=ids)
    output.tell_problems(read.problems)
    return 30 if read.problems else 0
