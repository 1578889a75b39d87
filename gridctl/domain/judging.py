"""Judging: whether an event may follow a case, with every rule that does not need the files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from gridctl.domain import rights, steps
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.moments import minute
from gridctl.domain.naming_refusals import by_name
from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.verb_table import VERB_OF
from gridctl.domain.verbs.collect import Collected, begin
from gridctl.domain.verbs.escalate import Escalated, HandedDown, holder
from gridctl.errors import Refused
from gridctl.words import aside, listed, say

_AHEAD = 300  # seconds that a clock may run ahead


@dataclass(frozen=True)
class Entry:
    """Who types, when it is recorded, and under which settings."""

    office: Office
    typist: Person
    recorded: datetime


def judge(case: Case, event: Event, entry: Entry) -> Case:
    """The case after `event`, or Refused with the rule that stands against it."""
    try:
        moved = steps.advance(case, event)
    except Refused as refusal:
        raise by_name(refusal, entry.office) from None
    check_entry(case, event, entry)
    return moved


def judge_first(case_id: str, event: Collected, entry: Entry) -> Case:
    """The case that a report begins, or Refused."""
    case = begin(case_id, event)
    check_entry(case, event, entry)
    return case


def check_entry(case: Case, event: Event, entry: Entry) -> None:
    """Refuses an event that the walk allows and this person, at this time, may not make."""
    check_not_ahead(event, entry)
    check_zone(event, entry)
    office, day = entry.office, event.at.astimezone(entry.recorded.tzinfo).date()
    right = rights.right_for(case, event, VERB_OF[event.did])
    actor = office.people.get(event.by)
    if actor is not None:
        rights.check_right(right, office, actor, case, day)
    elif event.by in office.departments or event.by in office.grids:
        rights.check_unit(right, office, event.by, case, day)
    else:
        raise unknown_actor(event.by)
    check_typist(event, entry, [case.grid])
    if isinstance(event, Escalated | HandedDown):
        _check_line(case, event, office)


def _check_line(case: Case, event: Escalated | HandedDown, office: Office) -> None:
    """Up or down the line of grids of the case, from the grid that has it."""
    line = office.line_of(case.grid)
    here = line.index(holder(case)) if holder(case) in line else 0
    way = line[here + 1 :] if isinstance(event, Escalated) else line[:here]
    if event.to not in way:
        raise Refused(
            "W20",
            say(
                "{grid} does not lie that way from {here}.",
                grid=office.unit_name(event.to),
                here=office.unit_name(holder(case)),
            ),
            say(
                "It can go to: {grids}",
                grids=listed([aside(office.unit_name(g), g) for g in way]) or "–",
            ),
        )


def check_not_ahead(event: Event, entry: Entry) -> None:
    """Nothing lies in the future; clocks may differ a little."""
    if (event.at - entry.recorded).total_seconds() > _AHEAD:
        raise Refused(
            "W13",
            say("{when} lies in the future.", when=minute(event.at)),
            say("Record it once it has happened, or give the right time with --at."),
        )


def check_zone(event: Event, entry: Entry) -> None:
    """One zone in one ledger, so that a day is the same day for everybody."""
    if event.at.utcoffset() != event.at.astimezone(entry.recorded.tzinfo).utcoffset():
        raise Refused(
            "W25",
            say("{when} is not in the ledger's time zone.", when=event.at.isoformat()),
            say("Write the same moment with the offset of the ledger."),
        )


def check_mender(case: Case, entry: Entry) -> None:
    """Only a dispatcher brings a file back that plain git let break."""
    typist, day = entry.typist, entry.recorded.date()
    rights.check_post(typist, day)
    if "dispatcher" not in entry.office.roles_over(typist, case.grid, day):
        raise Refused(
            "R01",
            say("{name} ({id}) may not do this.", name=typist.name, id=typist.id),
            say("A broken case file is mended by a dispatcher of its grid."),
        )


def check_typist(event: Event, entry: Entry, grids: Iterable[str]) -> None:
    """Only a dispatcher of one of the grids, or above, enters for others, and the entry says so."""
    typist, office = entry.typist, entry.office
    rights.check_post(typist, entry.recorded.date())
    expected = None if typist.id == event.by else typist.id
    if event.entered != expected:
        raise Refused(
            "R03",
            say(
                "The entry by {by} was typed by {typist} and must say so (entered).",
                by=aside(office.person_name(event.by), event.by),
                typist=aside(typist.name, typist.id),
            ),
        )
    day = entry.recorded.date()
    roles = (entry.office.roles_over(typist, grid, day) for grid in grids)
    if expected and not any("dispatcher" in each for each in roles):
        raise Refused(
            "R03",
            say(
                "{name} ({id}) is not a dispatcher of this grid and cannot enter for others.",
                name=typist.name,
                id=typist.id,
            ),
            say("Act as yourself (leave out --as), or ask a dispatcher to enter it."),
        )


def unknown_actor(word: str) -> Refused:
    """The refusal of somebody who is not in staff.yaml."""
    return Refused(
        "R02",
        say("“{word}” is not in staff.yaml.", word=word),
        say(
            "See who is: gridctl staff list. Act as one of them with --as ID, or set your address: git config user.email …"
        ),
    )
