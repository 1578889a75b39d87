"""Hand made: what a command sees to by itself must hold of events written by hand as well."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain

from gridctl.app.checking import check_links, unknown_references
from gridctl.app.deadlines import (
    when_extended,
    when_ordered,
    when_reopened,
    when_resumed,
    when_suspended,
)
from gridctl.app.desk import Placed
from gridctl.app.evidence import is_neutral
from gridctl.app.ledger import Ledger
from gridctl.app.numbering import is_in_pattern
from gridctl.app.open_grid import open_grid
from gridctl.app.routing import routed
from gridctl.app.settling import recomputed
from gridctl.app.verbs.dispatch import check_units, person_of
from gridctl.app.verbs.file import Filing, Terms, terms_of
from gridctl.app.verbs.void import check_window
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.identifiers import CASE_ID
from gridctl.domain.moments import stamp
from gridctl.domain.sources import check_open, labels
from gridctl.domain.verbs.assist import Assisted
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.correct import Corrected, current
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.extend import Extended
from gridctl.domain.verbs.file import Filed
from gridctl.domain.verbs.renumber import Renumbered
from gridctl.domain.verbs.reopen import Reopened
from gridctl.domain.verbs.settle_deadline import DeadlineSettled
from gridctl.domain.verbs.suspend import Resumed, Suspended
from gridctl.errors import Broken, NotFound, Problem, Refused, Usage
from gridctl.words import Message, say

Fault = tuple[str, Message]


def check_hand_made(ledger: Ledger, case: Case, before: Case | None, placed: list[Placed]) -> None:
    """Refuses what no command would have made under the settings of `ledger`.

    A reference that was off before the edit does not stand in its way.
    """
    for rule, message in chain(
        _newly_unknown(ledger, case, before), *(_faults(ledger, each) for each in placed)
    ):
        raise Refused(rule, message, _hint())


def _newly_unknown(ledger: Ledger, case: Case, before: Case | None) -> Iterator[Fault]:
    unknown = list(_unknown(ledger, case))
    known = [each.message for each in _unknown(ledger, before)] if unknown and before else []
    return ((each.rule, each.message) for each in unknown if each.message not in known)


def check_together(ledger: Ledger, cases: Sequence[Case]) -> None:
    """Refuses edited cases that share a number with another, or a link that the other end lacks."""
    edited = {case.id: case for case in cases}
    numbers = ledger.cases.numbers | {c.id: c.number for c in cases if c.number}
    given = Counter(numbers.values())
    for case in cases:
        if case.number and given[case.number] > 1:
            message = say("The number {number} is given already.", number=case.number)
            raise Refused("C04", message, _hint())
    named = {
        other
        for case in cases
        for other in (*case.links, *case.duplicates, case.duplicate_of)
        if other
    }
    known = {id_: found for id_ in named if (found := _recorded(ledger, id_))} | edited
    for problem in check_links(cases, known):
        raise Refused(problem.rule, problem.message, _hint())


def _hint() -> Message:
    return say("Let a command make the entry; see gridctl --help")


def _recorded(ledger: Ledger, case_id: str) -> Case | None:
    try:
        return ledger.cases.read(case_id) if case_id in ledger.cases.blobs else None
    except Broken:
        return None


def _unknown(ledger: Ledger, case: Case) -> Iterator[Problem]:
    return unknown_references(case, ledger.office, ledger.catalogue)


def _faults(ledger: Ledger, placed: Placed) -> Iterator[Fault]:
    """What is off in one event."""
    for shape, check in _CHECKS:
        if isinstance(placed.event, shape):
            try:
                yield from check(ledger, placed, placed.event)
            except (Usage, NotFound) as error:
                yield "C09", error.message


def _of_report(ledger: Ledger, placed: Placed, event: Collected) -> Iterator[Fault]:
    open_grid(ledger.office, event.grid, _day(ledger, event))
    match = CASE_ID.fullmatch(placed.after.id)
    due = (ledger.office.top_of(event.grid).id, f"{_day(ledger, event):%Y%m%d}")
    if match and (match[1], match[2]) != due:
        yield "F08", say("The id {id} has not the office and day of its report.", id=match[0])
    yield from _of_source(ledger, event.source, _day(ledger, event))


def _of_evidence(_ledger: Ledger, _placed: Placed, event: Event) -> Iterator[Fault]:
    for record in getattr(event, "evidence", ()):
        if not is_neutral(record):
            yield "P04", say("“{name}” is no name for evidence in git.", name=record.name)


def _of_correction(ledger: Ledger, placed: Placed, event: Corrected) -> Iterator[Fault]:
    if event.field == "grid":
        open_grid(ledger.office, event.new, _day(ledger, event))
    if event.field == "source":
        reported = _day(ledger, placed.after.history[0])
        source = current(placed.after, event.entry, "source") or ""
        yield from _of_source(ledger, source, reported)


def _of_source(ledger: Ledger, source: str, day: date) -> Iterator[Fault]:
    settings = ledger.office.settings
    if source not in labels(settings):
        yield "C05", say("There is no source “{word}”.", word=source)
    check_open(settings, source, day)


def _of_filing(ledger: Ledger, placed: Placed, event: Filed) -> Iterator[Fault]:
    before, office = placed.before, ledger.office
    assert before
    if before.number is None and not is_in_pattern(office, before, event.number, event.at):
        yield "C04", say("{number} is no number of this office and year.", number=event.number)
    category = ledger.catalogue.category(event.category)
    wish = Filing(condition=event.condition, limit=event.limit, note=event.note)
    terms = terms_of(ledger, category, wish, event.at)
    if terms != Terms(event.condition, event.limit):
        yield "C09", say("The category has one filing condition, and the entry does not name it.")
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


def _of_renumbering(ledger: Ledger, placed: Placed, event: Renumbered) -> Iterator[Fault]:
    if not is_in_pattern(ledger.office, placed.after, event.number, event.at):
        yield "C04", say("{number} is no number of this office and year.", number=event.number)


def _of_order(ledger: Ledger, placed: Placed, event: Dispatched) -> Iterator[Fault]:
    units, day = (event.lead, *event.assist), _day(ledger, event)
    check_units(ledger.office, units, day)
    for person in event.persons:
        person_of(ledger.office, person, units, day)
    assert placed.before
    found = routed(ledger, placed.before, day).answer if event.routed else None
    if found and (found.unit, found.holding.rule) != (event.lead, event.routed):
        yield (
            "D08",
            say("The matrix gives {rule} to {unit}.", rule=found.holding.rule, unit=found.unit),
        )
    if event.routed and found is None:
        yield "D08", say("The matrix has no one answer for this case.")


def _of_helpers(ledger: Ledger, _placed: Placed, event: Assisted) -> Iterator[Fault]:
    check_units(ledger.office, event.units, _day(ledger, event))
    yield from ()


def _of_reopening(ledger: Ledger, placed: Placed, event: Reopened) -> Iterator[Fault]:
    assert placed.before
    check_window(ledger, placed.before, event.at)
    yield from ()


def _of_plan(ledger: Ledger, _placed: Placed, event: DeadlineSettled) -> Iterator[Fault]:
    if event.calendar != ledger.calendar.edition:
        yield "C09", say("The calendar in force is {edition}.", edition=ledger.calendar.edition)


def _of_deadline(ledger: Ledger, placed: Placed, event: Event) -> Iterator[Fault]:
    """The deadline that a command would have reckoned."""
    assert placed.before
    due = getattr(event, "due", None)
    wanted = reckoned(ledger, placed.before, event)
    if (due and stamp(due)) != (wanted and stamp(wanted[0])):
        shown = stamp(wanted[0]) if wanted else "–"
        yield "C09", say("Under the limit the deadline is {due}.", due=shown)
    elif wanted and getattr(event, "provisional", False) != wanted[1]:
        yield "C09", say("Whether the deadline is provisional follows from the calendar.")


def reckoned(ledger: Ledger, case: Case, event: Event) -> tuple[datetime, bool] | None:
    """The deadline that an event sets, and whether it is provisional; None where it sets none."""
    if isinstance(event, DeadlineSettled):
        return recomputed(ledger, case), False
    if isinstance(event, Dispatched):
        end = when_ordered(ledger, case, event.at)
    elif isinstance(event, Extended):
        end = when_extended(ledger, case)
    elif isinstance(event, Suspended):
        end = when_suspended(ledger, case, event.at, event.until)
    elif isinstance(event, Resumed):
        end = when_resumed(ledger, case, event.at)
    else:
        again = when_reopened(ledger, case, event.at)
        return (again.at, again.provisional) if again else None
    return end.at, end.provisional


def _day(ledger: Ledger, event: Event) -> date:
    return ledger.local(event.at).date()


MOVING = (Dispatched, Extended, Suspended, Resumed, Reopened, DeadlineSettled)
_CHECKS: tuple[tuple[type | tuple[type, ...], Callable[..., Iterator[Fault]]], ...] = (
    (Event, _of_evidence),
    (Collected, _of_report),
    (Corrected, _of_correction),
    (Filed, _of_filing),
    (Renumbered, _of_renumbering),
    (Dispatched, _of_order),
    (Assisted, _of_helpers),
    (Reopened, _of_reopening),
    (DeadlineSettled, _of_plan),
    (MOVING, _of_deadline),
)
