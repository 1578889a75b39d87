"""`gridctl staff key`: a person is given a public key, or one ends."""

from typing import Annotated

import typer

from gridctl.app.edits.keys import add, end
from gridctl.cli.asking import wish
from gridctl.cli.marks import N_
from gridctl.cli.settings_writing import change
from gridctl.words import say

MORE = N_(
    "Who has a key signs with it whatever he records, and gridctl audit finds what is not signed. "
    "Only the public key is read. Nobody gives himself a key; one's own may be ended."
)


def command(
    person: Annotated[str, typer.Argument(metavar=N_("STAFF"), help=N_("A person by id or name."))],
    key: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("FILE|KEY"),
            help=N_(
                "A file that ends in .pub, or the public key itself; with --end also its fingerprint."
            ),
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar=N_("DATE"), help=N_("The first day."), show_default=N_("today")
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar=N_("DATE"), help=N_("The last day."), show_default=False),
    ] = None,
    ended: Annotated[
        bool, typer.Option("--end", help=N_("End the key, today or on the day of --until."))
    ] = False,
) -> None:
    """Give the key, or end it."""
    if ended:
        change(end(person, key, until))
    else:
        change(
            add(person, wish(key, N_("FILE|KEY"), say("Public key (file or text)")), since, until)
        )
