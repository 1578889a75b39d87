"""`gridctl hook pre-receive`: what git starts on a server when something is pushed."""

import sys
from typing import Annotated

import typer

from gridctl.app.guarding import guard_server
from gridctl.cli.guarding import answer
from gridctl.cli.marks import N_
from gridctl.cli.session import current


def command(
    ledger: Annotated[
        str | None,
        typer.Option(
            "--folder",
            metavar=N_("DIR"),
            help=N_("The ledger's folder in the repository, where it is not found."),
            show_default=False,
        ),
    ] = None,
) -> int:
    """Look through the push; 1 where it is not taken."""
    session = current()
    told = sys.stdin.read()
    return answer(guard_server(session.folder, told, session.now.astimezone(), ledger=ledger))
