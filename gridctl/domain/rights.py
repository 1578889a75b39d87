"""Rights: who may do what, by role and grid as of the day, in one literal table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.short_forms import ShortForms
from gridctl.errors import Refused
from gridctl.words import Message, aside, listed, say

if TYPE_CHECKING:
    from gridctl.domain.case import Case
    from gridctl.domain.event import Event


@dataclass(frozen=True)
class Right:
    """Who holds a verb: roles in the grid of the case or above it, and the units on the case.

    `anywhere` lets the roles count wherever the post is; `outside_units` keeps the lead and
    assisting units out; `who` says it in words.
    """

    who: Message
    roles: frozenset[str] = frozenset()
    anywhere: bool = False
    unit: Literal["none", "lead", "any"] = "none"
    outside_units: bool = False


ALL = frozenset(
    {"head", "deputy", "leader", "dispatcher", "patroller", "enforcer", "volunteer", "delegate"}
)
_DISPATCHER = frozenset({"dispatcher"})
_LEADER = frozenset({"leader"})
_GRID_HEADS = frozenset({"head", "deputy"})
_HEADS = _GRID_HEADS | _DISPATCHER

RIGHTS: dict[str, Right] = {
    "collect": Right(say("anyone with a current post"), ALL, anywhere=True),
    "triage": Right(say("head of the grid or of one above it; dispatcher"), _HEADS),
    "file": Right(say("dispatcher"), _DISPATCHER),
    "dispatch": Right(say("dispatcher"), _DISPATCHER),
    "handle": Right(say("lead and assisting units"), unit="any"),
    "handle --done": Right(say("lead unit"), unit="lead"),
    "feedback": Right(
        say("lead unit; head of the grid or of one above it; dispatcher"), _HEADS, unit="lead"
    ),
    "verify": Right(
        say(
            "patroller, head, dispatcher or leader of the grid or of one above it, who did not handle the case and is not of its units"
        ),
        _HEADS | {"patroller", "leader"},
        outside_units=True,
    ),
    "evaluate": Right(say("dispatcher, leader"), _DISPATCHER | _LEADER),
    "note": Right(
        say("any post in the grid or above it, or in a unit on the case"), ALL, unit="any"
    ),
    "link": Right(say("dispatcher"), _DISPATCHER),
    "link duplicate": Right(say("head of a grid; dispatcher"), _HEADS, anywhere=True),
    "correct": Right(say("who made the entry; dispatcher"), _DISPATCHER),
    "correct own": Right(say("who made the entry; dispatcher"), ALL, anywhere=True),
    "renumber": Right(say("dispatcher"), _DISPATCHER),
    "return": Right(say("lead unit"), unit="lead"),
    "return to grid": Right(say("dispatcher"), _DISPATCHER),
    "redispatch": Right(say("dispatcher"), _DISPATCHER),
    "extend": Right(say("lead unit"), unit="lead"),
    "extend-approve": Right(say("dispatcher"), _DISPATCHER),
    "extend-deny": Right(say("dispatcher"), _DISPATCHER),
    "suspend": Right(say("lead unit"), unit="lead"),
    "suspend-approve": Right(say("leader"), _LEADER),
    "suspend-deny": Right(say("leader"), _LEADER),
    "resume": Right(say("lead unit; leader"), _LEADER, unit="lead"),
    "settle-deadline": Right(say("dispatcher"), _DISPATCHER),
    "urge": Right(say("dispatcher, leader"), _DISPATCHER | _LEADER),
    "supervise": Right(say("dispatcher, leader"), _DISPATCHER | _LEADER),
    "instruct": Right(say("leader"), _LEADER),
    "escalate": Right(
        say("head of the grid or of one above it; courtyard head"), _GRID_HEADS | {"volunteer"}
    ),
    "hand-down": Right(say("head of the grid or of one above it"), _GRID_HEADS),
    "assist": Right(say("dispatcher"), _DISPATCHER),
    "void": Right(say("dispatcher"), _DISPATCHER),
    "reopen": Right(say("dispatcher"), _DISPATCHER),
    "appeal": Right(say("lead unit"), unit="lead"),
    "decide": Right(say("leader"), _LEADER),
    "callback": Right(say("dispatcher, patroller"), _DISPATCHER | {"patroller"}),
}

# Where one verb has two rights, which one an event needs.
_SPECIAL: dict[str, Callable[["Case", "Event"], str]] = {
    "handle": lambda _case, event: "handle --done" if getattr(event, "done", None) else "handle",
    "link": lambda case, event: (
        "link duplicate"
        if getattr(event, "relation", "") == "duplicate"
        or getattr(event, "to", "") in case.duplicates
        else "link"
    ),
    "return": lambda _case, event: (
        "return to grid" if getattr(event, "to", "") == "grid" else "return"
    ),
    "correct": lambda case, event: "correct own" if event.by == _maker(case, event) else "correct",
}


def _maker(case: "Case", event: "Event") -> str | None:
    number = getattr(event, "entry", 0)
    return case.history[number - 1].by if 1 <= number <= case.version else None


def right_for(case: "Case", event: "Event", verb: str) -> Right:
    """The right that an event needs."""
    return RIGHTS[_SPECIAL[verb](case, event) if verb in _SPECIAL else verb]


def holds(right: Right, office: Office, person: Person, case: ShortForms, day: date) -> bool:
    """Whether the person holds the right over the case on that day."""
    posts = person.posts_on(day)
    if not posts:
        return False
    units = {"none": (), "lead": case.units[:1], "any": case.units}[right.unit]
    if any(office.belongs(person, unit, day) for unit in units):
        return True
    if right.outside_units and any(office.belongs(person, unit, day) for unit in case.units):
        return False
    roles = (
        {post.role for post in posts}
        if right.anywhere
        else office.roles_over(person, case.grid, day)
    )
    return bool(right.roles & roles)


def check_unit(right: Right, office: Office, unit: str, case: "Case", day: date) -> None:
    """Refuses a unit that acts by itself without the right, or that has people who can act."""
    present = [
        p for p in office.people.values() if p.posts_on(day) and office.belongs(p, unit, day)
    ]
    if present:
        raise Refused(
            "R05",
            say(
                "{unit} has people in the ledger who act for it: {names}",
                unit=office.unit_name(unit),
                names=listed([aside(p.name, p.id) for p in present], most=5),
            ),
            say("Act as one of them: --as STAFF"),
        )
    allowed = {"none": (), "lead": case.units[:1], "any": case.units}[right.unit]
    if unit not in allowed:
        raise Refused(
            "R01",
            say("{unit} may not do this.", unit=office.unit_name(unit)),
            say("It takes: {who}.", who=right.who),
        )


def check_right(right: Right, office: Office, person: Person, case: "Case", day: date) -> None:
    """Refuses a person who does not hold the right on that day, saying who does."""
    check_post(person, day)
    if not holds(right, office, person, case, day):
        raise Refused(
            "R01",
            say("{name} ({id}) may not do this.", name=person.name, id=person.id),
            say(
                "It takes: {who}. Here: {names}",
                who=right.who,
                names=_names(right, office, case, day),
            ),
        )


def check_post(person: Person, day: date) -> None:
    """Refuses who holds no post on that day."""
    if not person.posts_on(day):
        raise Refused(
            "R02",
            say("{name} ({id}) holds no post on {day}.", name=person.name, id=person.id, day=day),
            say("Posts are dated in staff.yaml: gridctl staff show {id}", id=person.id),
        )


def holders(right: Right, office: Office, case: "Case", day: date) -> Iterator[Person]:
    """Everyone who holds the right over the case on that day."""
    from gridctl.domain.handling import handlers

    busy = handlers(case) if right.outside_units else frozenset()
    return (
        person
        for person in office.people.values()
        if person.id not in busy and holds(right, office, person, case, day)
    )


def _names(right: Right, office: Office, case: "Case", day: date) -> str:
    names = [aside(person.name, person.id) for person in holders(right, office, case, day)]
    return listed(names, most=5) if names else "–"
