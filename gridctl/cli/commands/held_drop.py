"""`gridctl held drop`: what was held back is kept no longer."""

from typing import Annotated

import typer

from gridctl.app.holding import drop_held, waiting
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.asking import confirm
from gridctl.cli.commands.held_take import Words
from gridctl.cli.held_back import case_of, name_of
from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.views import sync_page
from gridctl.words import _, listed, say


def command(
    words: Words,
    yes: Annotated[bool, typer.Option("--yes", help=N_("Do not ask."))] = False,
) -> None:
    """Drop them, once that is confirmed."""
    session = current()
    with open_ledger(session.folder) as ledger:
        found = waiting(ledger, *words)
    names = listed(dict.fromkeys(name_of(each.kept.path) for each in found))
    if not session.dry_run:
        confirm(yes, say("Drop for good what is held back of {names}?", names=names))
    gone = drop_held(session.folder, words, dry_run=session.dry_run)
    if session.json:
        output.say_json(
            [
                sync_page.held_object(
                    case_of(e.kept.path), e.kept.path, e.kept.commit, e.events, e.theirs
                )
                for e in gone
            ]
        )
        return
    line = _("This would be dropped: {names}") if session.dry_run else _("Dropped: {names}")
    output.say_lines([line.format(names=names)])
