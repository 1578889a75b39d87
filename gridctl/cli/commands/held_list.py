"""`gridctl held`: what did not follow when clones were brought together."""

from gridctl.app.holding import Waiting, waiting
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.held_back import case_of, name_of, next_lines
from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.domain.office import Office
from gridctl.views import sync_page
from gridctl.words import _

MORE = N_(
    "These entries are yours, and recorded, but on a state that the others have left behind. Take them "
    "up where they still should be, or drop them; until then they stay here, in this clone."
)


def command() -> None:
    """List them."""
    session = current()
    with open_ledger(session.folder) as ledger:
        found = waiting(ledger)
        office = ledger.office
    if session.json:
        output.say_json(
            [
                sync_page.held_object(
                    case_of(e.kept.path), e.kept.path, e.kept.commit, e.events, e.theirs
                )
                for e in found
            ]
        )
        return
    output.say_lines(line for each in found for line in _told(each, office))
    if found:
        first = found[0]
        output.say_lines(next_lines(first.kept.path, first.kept.commit, entries=bool(first.events)))
    else:
        output.say_lines([_("Nothing is held back.")])


def _told(each: Waiting, office: Office) -> list[str]:
    name, commit = name_of(each.kept.path), each.kept.commit
    return list(sync_page.held(name, commit, each.events, each.theirs, office))
