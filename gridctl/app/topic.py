"""Topic: what a word asks the past about: a case, a grid with those below it, a unit, or a person."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from gridctl.app.ledger import Ledger
from gridctl.domain.case import Case
from gridctl.domain.identifiers import may_be_case_id
from gridctl.domain.naming import Named, closest, meant
from gridctl.domain.office import Office
from gridctl.domain.settings_difference import Difference
from gridctl.domain.told import Told
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.correct import Corrected
from gridctl.errors import NotFound
from gridctl.words import aside, say

Kind = Literal["all", "case", "grid", "unit", "person"]


@dataclass(frozen=True)
class Topic:
    """`ids` are the case, the person, the unit, or the grid and all below it; none: everything."""

    kind: Kind
    ids: frozenset[str] = frozenset()
    name: str = ""

    def of(self, told: Told) -> Told | None:
        """What of it concerns the topic; None where nothing does."""
        if self.kind == "all" or (told.settings and self._author(told)):
            return told
        if told.settings:
            own = tuple(each for each in told.settings if self._names(each))
            return replace(told, settings=own) if own else None
        if told.event is None:
            return None
        concerned = self._person(told) if self.kind == "person" else self._place(told)
        return told if concerned else None

    def ever(self, case: Case) -> bool:
        """Whether any state of a case, of which this is the last, may concern the topic."""
        if self.kind == "person":
            return any(self.ids & {event.by, event.entered} for event in case.history)
        return self.kind == "all" or bool(self.ids.intersection(_concerned(case)))

    def _names(self, difference: Difference) -> bool:
        """Whether one of the ids is on the way to what changed."""
        return any(part.partition(" ")[0] in self.ids for part in difference.place)

    def _author(self, told: Told) -> bool:
        """Whether the person that is asked about recorded it."""
        return self.kind == "person" and told.trace is not None and told.trace.staff in self.ids

    def _person(self, told: Told) -> bool:
        own = told.event and self.ids & {told.event.by, told.event.entered}
        return bool(own) or (told.key is not None and told.key.staff in self.ids)

    def _place(self, told: Told) -> bool:
        if told.case:
            return bool(self.ids.intersection(_concerned(told.case)))
        return self.kind == "grid" and getattr(told.event, "grid", None) in self.ids


def _concerned(case: Case) -> Iterable[str]:
    """The grids that a case was put in, and every unit that has or had it."""
    yield from (case.grid, *case.units)
    for event in case.history:
        yield from (getattr(event, "lead", None) or "", *getattr(event, "assist", ()))
        if isinstance(event, Collected):
            yield event.grid
        elif isinstance(event, Corrected) and event.field == "grid":
            yield event.new


def topic_of(ledger: Ledger, word: str | None) -> Topic:
    """What a word names; NotFound with what it may have meant."""
    if word is None:
        return Topic("all")
    office = ledger.office
    if word in office.people or _is_name(office.people.values(), word):
        person = office.person(word)
        return Topic("person", frozenset({person.id}), person.name)
    if word in office.grids or _is_name(office.grids.values(), word):
        grid = office.grid(word)
        below = {each for each in office.grids if grid.id in office.line_of(each)}
        return Topic("grid", frozenset(below), grid.name)
    if any(word in (each.id, each.name, *each.aliases) for each in office.departments.values()):
        unit = office.unit(word)
        return Topic("unit", frozenset({unit}), office.unit_name(unit))
    if _is_of_a_case(ledger, word):
        return Topic("case", frozenset({ledger.cases.find(word)}))
    raise _nothing(office, word)


def _is_of_a_case(ledger: Ledger, word: str) -> bool:
    """Whether it is a case's, or has the look of that and of nothing else: digits."""
    has_digits = any(char.isdigit() for char in word)
    if may_be_case_id(word):
        return has_digits or bool(ledger.cases.ending_in(word))
    return bool(ledger.cases.numbered(word))


def _is_name(known: Iterable[Named], word: str) -> bool:
    return any(each.name == word for each in known)


def _nothing(office: Office, word: str) -> NotFound:
    names = {
        each.name: each.id
        for known in (office.people, office.grids, office.departments)
        for each in known.values()
    }
    ids = {each: each for each in (*office.people, *office.grids, *office.departments)}
    near = closest(word, [*names, *ids])
    names |= ids
    return NotFound(
        say("There is no case, grid, unit or person “{word}”.", word=word),
        meant(near, [aside(name, names[name]) for name in near], "gridctl list"),
    )
