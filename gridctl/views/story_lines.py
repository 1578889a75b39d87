"""Story lines: what was recorded, told in sentences: when, who, what, and how it came on record."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from gridctl.domain.event import Event
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.terms import EVENTS
from gridctl.domain.told import Told, Trace
from gridctl.records.case_document import entry
from gridctl.views import journal_lines
from gridctl.views.case_number import case_number
from gridctl.views.details import Details
from gridctl.words import _, aside, listed

Local = Callable[[datetime], datetime]
_MOST = 12  # changes of settings on one line
_LONGEST = 60  # characters of one field, where many cases stand below each other


class StoryLines:
    """Tells things in the ledger's zone, with the names of their own time."""

    def __init__(self, details: Callable[[Office | None], Details], local: Local) -> None:
        self._details = details
        self._local = local

    def of_case(self, told: Told) -> str:
        """A thing of the one case that the page is about."""
        return self._line(told, "", 0)

    def of_many(self, told: Told) -> str:
        """A thing among those of many cases, people and settings."""
        if told.event is None:
            return self._line(told, "", 0)
        what = told.case.ending if told.case else _("journal")
        return self._line(told, f"  {what}", _LONGEST)

    def _line(self, told: Told, what: str, longest: int) -> str:
        when = told.event.at if told.event else told.trace.at if told.trace else None
        head = f"{self._local(when):%Y-%m-%d %H:%M}" if when else ""
        return f"{head}{what}  {self._sentence(told, longest)}{self._foot(told)}"

    def _sentence(self, told: Told, longest: int) -> str:
        if told.unread:
            return f"{visible(told.unread.path)}: {told.unread.message}"
        if told.settings:
            changes = _("; ").join(str(each.message) for each in told.settings[:_MOST])
            if len(told.settings) > _MOST:
                changes += _("; and {more} more").format(more=len(told.settings) - _MOST)
            return _with(f"{_author(told)}  {_('settings')}", changes)
        assert told.event
        details = self._details(told.office)
        who = who_acted(details.office, told.event, told.trace)
        if told.case is None:
            said = journal_lines.said(told.event, details.office)
            return _with(f"{who}  {journal_lines.kind(told.event)}", said)
        pairs = details.pairs(entry(told.event))
        said = _("; ").join(f"{label} {_cut(value, longest)}" for label, value in pairs)
        return _with(f"{who}  {EVENTS[told.event.did]}", said)

    def _foot(self, told: Told) -> str:
        """How it came on record: when that was later, and where."""
        trace = told.trace
        if trace is None:
            return "  " + _("[not found on record]")
        told_late = ""
        if told.delay:
            told_late = self._when_recorded(trace, told.delay)
        fixed = _("clock set by hand") if trace.fixed_clock else ""
        return f"  [{listed([x for x in (told_late, fixed, trace.commit[:7]) if x])}]"

    def _when_recorded(self, trace: Trace, delay: timedelta) -> str:
        template = (
            _("recorded {when}, {span} later")
            if delay > timedelta()
            else _("recorded {when}, {span} before it happened")
        )
        return template.format(when=f"{self._local(trace.at):%Y-%m-%d %H:%M}", span=span(delay))


def span(delay: timedelta) -> str:
    """How long, as people say it: `3 d 4 h`, `5 h 10 min`."""
    minutes = round(abs(delay).total_seconds() / 60)
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    parts = [
        _("{n} d").format(n=days) if days else "",
        _("{n} h").format(n=hours) if hours else "",
        _("{n} min").format(n=left) if (left and not days) or minutes == 0 else "",
    ]
    return " ".join(part for part in parts if part)


def who_acted(office: Office, event: Event, trace: Trace | None) -> str:
    """Who acted, and who typed it where that was another."""
    who = aside(visible(office.person_name(event.by)), event.by)
    if event.entered:
        typist = aside(visible(office.person_name(event.entered)), event.entered)
        return who + _(", entered by {typist}").format(typist=typist)
    if trace and trace.staff and trace.staff.casefold() != event.by.casefold():
        typist = aside(visible(trace.name), trace.staff)
        return who + _(", recorded by {typist}").format(typist=typist)
    return who


def _author(told: Told) -> str:
    assert told.trace
    name = visible(told.trace.name)
    return aside(name, told.trace.staff) if told.trace.staff else name


def _with(text: str, said: str) -> str:
    return _("{text}: {said}").format(text=text, said=said) if said else text


def _cut(value: str, longest: int) -> str:
    """A value on one line."""
    line = " / ".join(value.split("\n"))
    return f"{line[: longest - 1]}…" if longest and len(line) > longest else line


def case_head(told: Told, *, shared: bool) -> Iterator[str]:
    """What stands above a case's story; `shared` says whether the server has its number."""
    assert told.case
    yield f"{told.case.id}  {case_number(told.case, shared=shared)}"
    yield visible(told.case.title)
    yield ""
