"""Material: what a paper is drawn from, and the values that several forms share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from gridctl.domain.case import Case
from gridctl.domain.facts_of_case import facts_of
from gridctl.domain.fields import FIELDS
from gridctl.domain.hidden import visible
from gridctl.domain.limits import in_words
from gridctl.domain.paper_facts import filing_of, was_late_when_put_aside
from gridctl.domain.terms import CLOSURES, PAPERS, SEVERITIES, SOURCES, STATES, STEPS
from gridctl.domain.urgency import clock, state
from gridctl.domain.verbs.handle import Handled
from gridctl.domain.verbs.instruct import Instructed
from gridctl.views.case_number import case_number
from gridctl.views.details import Details
from gridctl.views.papers import labels, sentences
from gridctl.views.papers.paper import Paper, Part, Row
from gridctl.words import aside, language, listed

ALL = 10_000  # a paper leaves nothing out


@dataclass(frozen=True)
class Material:
    """A case with all that its papers may say. `plain` is the case as its file has it, `now` in the
    ledger's zone, `recorded` when each event was committed, `reporter` a name and number as given,
    `shared` whether the server has the number of the case.
    """

    case: Case
    plain: Mapping[str, Any]
    details: Details
    now: datetime
    revision: str = ""
    recorded: Mapping[int, datetime] = field(default_factory=dict)
    reporter: tuple[str, str] | None = None
    shared: bool = True

    def letter(self, form: str, to: str, *parts: Part) -> Paper:
        """A paper with the head that all have in common, dated today."""
        return Paper(
            language=language(),
            office=self.office,
            title=str(PAPERS[form]).capitalize(),
            number=self.number,
            to=to,
            date=day(self.now.date()),
            made=self.now.date(),
            parts=parts,
        )

    @property
    def office(self) -> str:
        """The level-1 grid in whose name the paper goes out."""
        return visible(self.details.office.top_of(self.case.grid).name)

    @property
    def number(self) -> str:
        """The number, or that there is none."""
        if self.case.number is None:
            return str(labels.NO_NUMBER)
        return case_number(self.case, shared=self.shared)

    @property
    def title(self) -> str:
        """The title in one line."""
        return visible(self.case.title)

    @property
    def lead(self) -> str:
        """The lead unit, or the grid that has the case where there is no unit."""
        return self.unit(self.case.lead or self.case.escalated_to or self.case.grid)

    @property
    def addressed(self) -> str:
        """Whom a paper about the case is for: its units, or the grid that has it."""
        return self.units(self.case.units) if self.case.units else self.lead

    @property
    def is_overdue(self) -> bool:
        """Whether the unit's clock is red."""
        return clock(facts_of(self.case), self.now) == "red"

    @property
    def concerns_leaders(self) -> bool:
        """From the day after the deadline on, a reminder goes to the leader as well (D§2.1)."""
        due = self.case.due
        return self.is_overdue and due is not None and due.date() < self.now.date()

    def leaders(self) -> tuple[str, ...]:
        """The responsible leaders of the nearest grid that has any on the day of the paper."""
        office, today = self.details.office, self.now.date()
        for grid in office.line_of(self.case.grid):
            found = [
                each.id
                for each in office.people.values()
                if any(p.grid == grid and p.role == "leader" for p in each.posts_on(today))
            ]
            if found:
                return tuple(found)
        return ()

    def unit(self, unit: str) -> str:
        """The name of a unit."""
        return visible(self.details.office.unit_name(unit))

    def units(self, units: Iterable[str]) -> str:
        """The names of units."""
        return listed([self.unit(each) for each in units], most=ALL) or str(labels.NONE)

    def person(self, person: str) -> str:
        """The name of a person or unit."""
        return visible(self.details.office.person_name(person))

    def people(self, people: Iterable[str]) -> str:
        """The names of people."""
        return listed([self.person(each) for each in people], most=ALL) or str(labels.NONE)

    def where(self) -> str:
        """The line of grids downwards, and the place."""
        office = self.details.office
        line = [visible(office.grids[each].name) for each in office.line_of(self.case.grid)]
        grids = " · ".join(reversed(line)) or visible(self.case.grid)
        return aside(grids, self._place(self.case.place)) if self.case.place else grids

    def _place(self, place: str) -> str:
        known = (each for grid in self.details.office.grids.values() for each in grid.places)
        return visible(next((each.name for each in known if each.id == place), place))

    def category(self) -> str:
        """Code and name, as it was called when the case was filed."""
        return self.called(self.case.category)

    def called(self, code: str | None) -> str:
        """A category's code and name, as it was called when the case was filed."""
        known = self._catalogue().categories.get(code) if code else None
        return f"{code} {visible(str(known.name))}" if known else visible(code or str(labels.NONE))

    def classes(self) -> str:
        """Kind of case, the classes from the widest down, and the category itself."""
        code, known = self.case.category or "", self._catalogue().classes
        above = [known[code[:end]] for end in range(1, len(code)) if code[:end] in known]
        return " › ".join([*(visible(str(each.name)) for each in above), self.category()])

    def conditions(self) -> tuple[str, str]:
        """The filing and the closing condition under which the case was filed."""
        filed = filing_of(self.case)
        known = self._catalogue().categories.get(filed.category) if filed else None
        if not filed or not known or not filed.condition or filed.condition > len(known.conditions):
            return str(labels.NONE), str(labels.NONE)
        one = known.conditions[filed.condition - 1]
        return visible(str(one.filing)), visible(str(one.closing))

    def _catalogue(self) -> Any:
        filed = filing_of(self.case)
        own = self.details.edition(filed.pinned.catalogue) if filed else None
        return own or self.details.catalogue

    def severity(self) -> str:
        """As triaged."""
        return str(SEVERITIES[self.case.severity or "normal"])

    def source(self) -> str:
        """The channel of the report."""
        own = {each.id: each.name for each in self.details.office.settings.sources}
        key = facts_of(self.case).source
        return str(SOURCES.get(key) or visible(own.get(key, key)))

    def text(self) -> str:
        """What was reported, in the words that hold now."""
        return visible(facts_of(self.case).text or "", keep="\n") or str(labels.NONE)

    def limit(self) -> str:
        """The limit in words."""
        filed = filing_of(self.case)
        return in_words(filed.limit) if filed else str(labels.NONE)

    def due(self) -> str:
        """The deadline, and whether it is provisional."""
        if self.case.due is None:
            return str(labels.NONE)
        due = minute(self.case.due)
        return aside(due, FIELDS["provisional"]) if self.case.provisional else due

    def time_left(self) -> str:
        """How far the deadline is, on the day of the paper."""
        if self.case.due is None:
            return str(sentences.NO_TIME_SET)
        standing = state(facts_of(self.case), self.now)
        if standing == "suspended" and self.case.until:
            late = was_late_when_put_aside(self.case)
            return str(sentences.put_aside(self.case.until, late=late))
        if self.case.waits != "handle" or standing != "open":
            return str(sentences.NO_TIME_RUNS)
        return str(sentences.left(self.case.due, self.now))

    def standing(self) -> str:
        """State, and what closed it or what it waits for."""
        case = self.case
        more = CLOSURES[case.closure] if case.closure else STEPS[case.waits] if case.waits else None
        return aside(STATES[case.state], more) if more else str(STATES[case.state])

    def progress(self) -> str:
        """The last entry of handling."""
        event = next((e for e in reversed(self.case.history) if isinstance(e, Handled)), None)
        return self.said(event.note, event.by, event.at) if event else str(labels.NONE)

    def instructions(self) -> tuple[Row, ...]:
        """Every word of a leader."""
        words = (e for e in self.case.history if isinstance(e, Instructed))
        return tuple(Row(str(labels.INSTRUCTIONS), self.said(e.text, e.by, e.at)) for e in words)

    def said(self, text: str | None, by: str, at: datetime) -> str:
        """What somebody said, who and when."""
        who = f"{self.person(by)} {minute(at)}"
        return aside(visible(text, keep="\n"), who) if text else who


def minute(moment: datetime) -> str:
    """A moment to the minute."""
    return f"{moment:%Y-%m-%d %H:%M}"


def day(of: date) -> str:
    """A day as letters are dated."""
    return f"{of.year}年{of.month}月{of.day}日" if language() == "zh" else of.isoformat()
