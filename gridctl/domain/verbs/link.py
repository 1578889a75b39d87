"""link 关联: a relation between two cases, known to both."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.words import say


@dataclass(frozen=True, kw_only=True)
class Linked(Event):
    """`to` is the other case, and `relation` what it is to this one."""

    did: ClassVar[str] = "linked"
    to: str
    relation: Literal["duplicate", "related"]
    note: str | None = None


def guard(case: Case, event: Linked) -> None:
    """Refuses a link to itself, a second one, and chains of duplicates."""
    if event.to == case.id:
        raise Refused("W04", say("A case cannot be linked to itself."))
    if event.to == case.duplicate_of or _is_known(case, event):
        raise Refused("W04", say("{other} is linked already.", other=event.to))
    if event.relation == "duplicate" and case.duplicate_of:
        raise Refused(
            "W04",
            say("{case} is itself a duplicate.", case=case.id),
            say("Name the original instead: {original}", original=case.duplicate_of),
        )


def _is_known(case: Case, event: Linked) -> bool:
    """Related cases may turn out to be duplicates, and duplicates to be only related."""
    if event.to in case.duplicates:
        return event.relation == "duplicate"
    return event.relation == "related" and event.to in case.links


def effect(case: Case, event: Linked) -> Case:
    """The case knows the other one, and what it is to it now."""
    if event.relation == "duplicate":
        return case.after(event, duplicates=(*case.duplicates, event.to))
    duplicates = tuple(other for other in case.duplicates if other != event.to)
    return case.after(
        event, duplicates=duplicates, links=tuple(dict.fromkeys((*case.links, event.to)))
    )
