"""Hand made: what a command sees to by itself must hold of events written by hand as well."""

from collections.abc import Iterator, Sequence

from gridctl.app.checking import unknown_references
from gridctl.app.clock import deadline
from gridctl.app.desk import Placed
from gridctl.app.ledger import Ledger
from gridctl.app.verbs.collect import sources
from gridctl.app.verbs.dispatch import limit_of
from gridctl.domain.case import Case
from gridctl.domain.identifiers import CASE_ID
from gridctl.domain.judging import Entry
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.file import Filed
from gridctl.errors import Refused
from gridctl.words import Message, say


def check_hand_made(ledger: Ledger, case: Case, placed: Sequence[Placed], entry: Entry) -> None:
    """Refuses events that no command would have made under the settings of `entry`."""
    for rule, message in _faults(ledger, case, placed, entry):
        raise Refused(
            rule,
            message,
            say("Let a command make the entry; see gridctl --help"),
        )


def _faults(
    ledger: Ledger, case: Case, placed: Sequence[Placed], entry: Entry
) -> Iterator[tuple[str, Message]]:
    for problem in unknown_references(case, entry.office, ledger.catalogue):
        yield problem.rule, problem.message
    for each in placed:
        event = each.event
        if isinstance(event, Collected):
            yield from _of_report(case, event, entry)
        elif isinstance(event, Filed):
            yield from _of_filing(ledger, case, event)
        elif isinstance(event, Dispatched):
            yield from _of_order(ledger, each, event, entry)


def _of_report(case: Case, event: Collected, entry: Entry) -> Iterator[tuple[str, Message]]:
    match = CASE_ID.fullmatch(case.id)
    day = event.at.astimezone(entry.recorded.tzinfo).date()
    if match and (match[1], match[2]) != (entry.office.top_of(event.grid).id, f"{day:%Y%m%d}"):
        yield "F08", say("The id {id} has not the office and day of its report.", id=case.id)
    if event.source not in sources(entry.office):
        yield "C05", say("There is no source “{word}”.", word=event.source)


def _of_filing(ledger: Ledger, case: Case, event: Filed) -> Iterator[tuple[str, Message]]:
    others = {number for other, number in ledger.cases.numbers.items() if other != case.id}
    if event.number in others:
        yield "C04", say("The number {number} is given already.", number=event.number)
    pinned = (ledger.catalogue.edition, ledger.calendar.edition)
    if (event.pinned.catalogue, event.pinned.calendar) != pinned:
        yield (
            "C09",
            say(
                "The policy in force is {catalogue}, {calendar}.",
                catalogue=pinned[0],
                calendar=pinned[1],
            ),
        )


def _of_order(
    ledger: Ledger, placed: Placed, event: Dispatched, entry: Entry
) -> Iterator[tuple[str, Message]]:
    assert placed.before
    end = deadline(ledger, event.at, limit_of(placed.before))
    if entry.office is ledger.office and event.due != end.at:
        yield "C09", say("Under the limit the deadline is {due}.", due=end.at.isoformat())
