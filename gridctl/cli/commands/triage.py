"""`gridctl triage`: a report is sorted."""

from dataclasses import replace
from typing import Annotated

import typer

from gridctl.app.suggesting import suggested_categories
from gridctl.app.verbs.triage import Sorting, triage
from gridctl.cli.asking import choose
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Category, Ids, Mask, Note
from gridctl.cli.session import current
from gridctl.cli.writing import on_cases
from gridctl.words import say

MORE = N_("Without --settle, --reject or --duplicate-of the report goes on to filing.")


def command(
    ids: Ids = None,
    severity: Annotated[
        str | None,
        typer.Option(
            "--severity",
            metavar="normal|urgent",
            help=N_("How urgent it is."),
            show_default="normal",
        ),
    ] = None,
    category: Category = None,
    settle: Annotated[
        str | None,
        typer.Option(
            "--settle",
            metavar=N_("RESULT"),
            help=N_("Settled in the grid: what was done."),
            show_default=False,
        ),
    ] = None,
    reject: Annotated[
        str | None,
        typer.Option(
            "--reject", metavar=N_("REASON"), help=N_("Not taken up: why."), show_default=False
        ),
    ] = None,
    as_closed: Annotated[
        str | None,
        typer.Option(
            "--as-closed",
            metavar=N_("CLOSURE"),
            help=N_("What a rejected case closes as: no-action, referred, withdrawn or unfounded."),
            show_default=False,
        ),
    ] = None,
    duplicate_of: Annotated[
        str | None,
        typer.Option(
            "--duplicate-of",
            metavar=N_("CASE"),
            help=N_("The case that it repeats."),
            show_default=False,
        ),
    ] = None,
    note: Note = None,
    mask: Mask = False,
) -> None:
    """Triage the cases."""
    words = case_ids(ids)
    sorting = Sorting(
        severity=severity,
        category=category,
        settle=settle,
        reject=reject,
        closure=as_closed,
        duplicate_of=duplicate_of,
        note=note,
    )
    if sorting.needs_category and words.ids and not category and current().interactive:
        choices = suggested_categories(current().folder, words.ids[0])
        sorting = replace(
            sorting,
            category=choose(None, "--category", say("Category (number, code or name)"), choices),
        )
    on_cases(words, lambda desk, case: triage(desk, case, sorting), mask=mask)
