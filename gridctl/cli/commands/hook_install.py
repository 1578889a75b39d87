"""`gridctl hook install`: git has gridctl look through what is pushed."""

from typing import Annotated

import typer

from gridctl.app.hooks import Installed, install_client, install_server
from gridctl.cli import output
from gridctl.cli.asking import one_of
from gridctl.cli.guarding import LedgerFolder
from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.words import _

MORE = N_(
    "On a server every push is audited before it is taken: nothing is deleted, rewound or altered, "
    "and nothing is dated ahead of the server's clock. In a clone the same is done before plain git "
    "pushes; gridctl sync does so by itself. docs/server.md sets up a server."
)


def command(
    server: Annotated[
        bool, typer.Option("--server", help=N_("In a bare repository, for what comes in."))
    ] = False,
    client: Annotated[
        bool, typer.Option("--client", help=N_("In this clone, for what plain git sends out."))
    ] = False,
    ledger: LedgerFolder = None,
    force: Annotated[
        bool, typer.Option("--force", help=N_("Put another hook that is there aside."))
    ] = False,
) -> None:
    """Install the hook."""
    session = current()
    chosen = one_of({"--server": server, "--client": client})
    if chosen == "--server":
        done = install_server(session.folder, ledger=ledger, force=force, dry_run=session.dry_run)
    else:
        done = install_client(session.folder, force=force, dry_run=session.dry_run)
    _answer(done)


def _answer(done: Installed) -> None:
    session = current()
    if session.json:
        output.say_json({"hook": done.path, "before": done.aside, "installed": not session.dry_run})
    elif session.dry_run:
        output.say_lines(
            [_("Dry run: nothing was written. {path} would hold:").format(path=done.path)]
        )
        output.say_lines(done.script.splitlines())
    else:
        aside = (
            [_("The hook before it is kept as {path}").format(path=done.aside)]
            if done.aside
            else []
        )
        output.say_lines([_("Installed: {path}").format(path=done.path), *aside])
