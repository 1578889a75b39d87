"""To do: what a case waits for from people now, as a duty, and on whom it falls; from its facts alone."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from gridctl.domain.facts import Facts
from gridctl.domain.filters import CURRENT
from gridctl.domain.next_commands import call
from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.rights import RIGHTS, holds
from gridctl.domain.urgency import state

# The verb that does what is to be done, where that is not the step waited for.
_VERBS = {
    "extension": "extend-approve",
    "suspension": "suspend-approve",
    "appeal": "decide",
    "escalated": "hand-down",
    "provisional": "settle-deadline",
}


class Task(NamedTuple):
    """One thing to do with one case: a key of `day_terms.MATTERS`, the verb and the command for it."""

    matter: str
    verb: str
    command: str
    case: Facts


def tasks(
    cases: Iterable[Facts],
    person: Person,
    office: Office,
    now: datetime,
    known_until: date | None,
) -> Iterator[Task]:
    """What the person has to do, in the order of the cases."""
    day = now.date()
    if not person.posts_on(day):
        return
    empty = office.departments.keys() - {
        each.home for each in office.people.values() if each.posts_on(day)
    }
    for case in cases:
        for matter in matters(case, now, known_until):
            verb = verb_of(matter, case)
            if falls_to(person, matter, case, office, day):
                yield Task(matter, verb, call(verb, case), case)
            elif (
                matter == "handle"
                and case.lead in empty
                and "dispatcher" in office.roles_over(person, case.grid, day)
            ):
                # Nobody of the unit is in the ledger: a dispatcher enters what it did.
                yield Task(matter, verb, f"{call(verb, case)} --for {case.lead}", case)


def matters(case: Facts, now: datetime, known_until: date | None) -> Iterator[str]:
    """What the case waits for, as keys of `day_terms.MATTERS`.

    `known_until` is the last day that the holiday plans cover; None where no deadline is settled.
    """
    standing = state(case, now)
    if case.waits and standing in ("open", "closed"):
        yield "dispatch" if case.waits == case.step == "file" else case.waits
    if case.pending and standing != "void":
        yield case.pending
    if case.escalated_to and standing in CURRENT:
        yield "escalated"
    if known_until and is_unsettled(case, known_until):
        yield "provisional"


def is_unsettled(case: Facts, known_until: date) -> bool:
    """Whether its deadline is provisional though the holiday plans reach beyond it by now."""
    return (
        case.provisional
        and case.state in CURRENT
        and case.waits == "handle"
        and case.due is not None
        and case.due.date() <= known_until
    )


def verb_of(matter: str, case: Facts) -> str:
    """The verb that does it."""
    if matter == "dispatch" and case.dispatched:
        return "redispatch"
    return _VERBS.get(matter, matter)


def falls_to(person: Person, matter: str, case: Facts, office: Office, day: date) -> bool:
    """Whether the person may do it on that day: the right is held, and no rule sets one's own work
    against it (who handled a case does not verify it, who asks never approves).
    """
    right = RIGHTS[verb_of(matter, case)]
    if matter == "escalated":  # rights run down, but the case lies with one grid's heads
        posts = person.posts_on(day)
        return any(p.grid == case.escalated_to and p.role in right.roles for p in posts)
    barred: tuple[str | None, ...] = ()
    if matter == "verify":
        barred = case.handlers
    elif matter == case.pending:
        barred = (case.asker,)
    return person.id not in barred and holds(right, office, person, case, day)
