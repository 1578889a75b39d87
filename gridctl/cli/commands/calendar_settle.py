"""`gridctl calendar settle`: provisional deadlines are worked out for good."""

from gridctl.app.opening import open_ledger
from gridctl.app.settling import settle, unsettled
from gridctl.cli import output
from gridctl.cli.session import current
from gridctl.cli.writing import record
from gridctl.words import _


def command() -> None:
    """Settle them, in one commit."""
    session = current()
    with open_ledger(session.folder) as ledger:
        found = unsettled(ledger)
    if found:
        record(settle, several=True)
    elif session.json:
        output.say_json([])
    else:
        output.say_lines(
            [_("No provisional deadline can be settled with the plans that are known.")]
        )
