"""Reading: what every reading command does before it answers."""

from datetime import datetime
from typing import TYPE_CHECKING

from gridctl.app.ledger import Ledger
from gridctl.cli.output import warn
from gridctl.cli.session import current
from gridctl.domain.moments import evening_of
from gridctl.words import listed, say

if TYPE_CHECKING:
    from datetime import date

    from gridctl.domain.catalogue import Catalogue
    from gridctl.domain.people import Person


def warn_unrecorded(ledger: Ledger) -> None:
    """One line where settings were edited by hand and not recorded, or a merge of git has stopped:
    answers come from the record.
    """
    stopped = None if current().as_of else ledger.repository.under_way()
    if stopped:
        from gridctl.domain.terms import STOPS

        warn(
            [
                say(
                    "A {what} of git has stopped in the middle here; go on with: gridctl resolve",
                    what=STOPS[stopped],
                )
            ]
        )
    files = () if current().as_of else ledger.unrecorded()
    if files:
        warn(
            [
                say(
                    "{files} was edited and is not recorded yet; run: gridctl record",
                    files=listed(files),
                )
            ]
        )


def warn_shallow(ledger: Ledger) -> None:
    """One line where the history is cut off: what was recorded before cannot be told."""
    cut = sorted(each[:7] for each in ledger.repository.shallow())
    if cut:
        warn([say("The history before {commits} is not here.", commits=listed(cut))])


def moment(ledger: Ledger) -> datetime:
    """The moment that clocks and posts are looked at: now, or that of the state asked for.

    With --as-of a day it is the end of that day, but never later than now; with a revision the
    time of that commit. So an answer about the past stays the same whenever it is asked for.
    """
    session = current()
    now = ledger.local(session.now)
    if session.as_of is None:
        return now
    evening = evening_of(session.as_of, ledger.zone)
    return min(now, evening) if evening else ledger.local(ledger.commit.committed_at)


def catalogue() -> "Catalogue":
    """The ledger's categories, or outside one those that come with gridctl."""
    from gridctl.app.categories import catalogue_anywhere

    session = current()
    return catalogue_anywhere(session.folder, as_of=session.as_of, opened=warn_unrecorded)


def person_asked(ledger: Ledger, word: str | None, day: "date") -> "Person":
    """The person that `--staff` names, else who asks; warns where no post is held on that day."""
    from gridctl.app.who import who_asks

    person = ledger.office.person(word) if word else who_asks(ledger, current().actor)
    if not person.posts_on(day):
        warn(
            [say("{name} ({id}) holds no post on {day}.", name=person.name, id=person.id, day=day)]
        )
    return person
