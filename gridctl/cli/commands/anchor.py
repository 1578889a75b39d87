"""`gridctl anchor`: one line for the stamped report, by which the record can be proved later."""

from gridctl.app.anchoring import anchor_of
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import warn_unrecorded
from gridctl.cli.session import current

MORE = N_(
    "It names the last record, its content and what the ledger holds, and ends in five letters that "
    "tell a slip of the pen. Print it on paper that is stamped and kept; later: "
    "gridctl audit --anchor LINE"
)


def command() -> None:
    """Print it."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        anchor = anchor_of(ledger)
    if session.json:
        output.say_json(
            {
                "anchor": anchor.line,
                "commit": anchor.commit,
                "tree": anchor.tree,
                "cases": anchor.cases,
                "events": anchor.events,
                "entries": anchor.entries,
                "date": anchor.day.isoformat(),
            }
        )
    else:
        output.say_lines([anchor.line])
