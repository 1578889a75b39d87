"""Guarding: how what is not taken of a push is told to who pushes."""

import sys
from typing import Annotated

import typer

from gridctl.app.guarding import Guard
from gridctl.cli import language
from gridctl.cli.auditing import commit_lines
from gridctl.cli.marks import N_
from gridctl.views import guard_page

LedgerFolder = Annotated[
    str | None,
    typer.Option(
        "--folder",
        metavar=N_("DIR"),
        help=N_("The ledger's folder in the repository, where it is not found."),
        show_default=False,
    ),
]


def answer(found: Guard) -> int:
    """Say it on standard error, which git hands on, in the ledger's language; the exit code."""
    language.prefer(found.language)
    lines = [line for each in found.turned for line in guard_page.of_ref(each)]
    lines += [line for each in found.audited for line in commit_lines(each)]
    if lines:
        lines.append(guard_page.nothing_taken())
    sys.stderr.writelines(f"{line}\n" for line in lines)
    return 0 if found.passes else 1
