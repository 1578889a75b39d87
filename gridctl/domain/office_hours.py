"""Office hours: when a working day is worked, through the seasons, and how settings write it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from gridctl.errors import Usage
from gridctl.words import say

Span = tuple[int, int]
"""From and until, in minutes after midnight."""

MonthDay = tuple[int, int]


@dataclass(frozen=True)
class Season:
    """A part of every year with hours of its own, both ends included; it may wrap over New Year."""

    begins: MonthDay
    ends: MonthDay
    spans: tuple[Span, ...]

    def holds(self, day: MonthDay) -> bool:
        """Whether the month and day lie in the season."""
        if self.begins <= self.ends:
            return self.begins <= day <= self.ends
        return day >= self.begins or day <= self.ends


@dataclass(frozen=True)
class Hours:
    """The spans of a working day in ascending order, and the seasons that have others."""

    spans: tuple[Span, ...]
    seasons: tuple[Season, ...] = ()

    def __post_init__(self) -> None:
        # Without an hour of work no working time would ever end.
        if not self.spans or not all(season.spans for season in self.seasons):
            raise ValueError("a working day needs hours")

    def on(self, day: date) -> tuple[Span, ...]:
        """Give the spans of that day, were it a working day."""
        for season in self.seasons:
            if season.holds((day.month, day.day)):
                return season.spans
        return self.spans

    def minutes(self, day: date) -> int:
        """How many minutes are worked on that day, were it a working day."""
        return sum(closes - opens for opens, closes in self.on(day))


STANDARD = Hours(((8 * 60, 12 * 60), (14 * 60, 18 * 60)))


def parse_hours(spans: object, seasons: Sequence[object] = ()) -> Hours:
    """Read hours as settings have them: `["08:00-12:00", "14:00-18:00"]`.

    A season is `{"since": "06-01", "until": "09-30", "hours": […]}`, both days included. Raises Usage for what is no such list, and where spans or seasons overlap.
    """
    read = tuple(_season(season) for season in seasons)
    for one, other in combinations(read, 2):
        if one.holds(other.begins) or other.holds(one.begins):
            raise Usage(
                say(
                    "Two seasons of office hours overlap: from {one} and from {other}.",
                    one=_month_day(one.begins),
                    other=_month_day(other.begins),
                ),
                say("Let each season end, with “until”, on the day before the next one begins."),
            )
    return Hours(_spans(spans), read)


def _spans(texts: object) -> tuple[Span, ...]:
    if not isinstance(texts, list | tuple) or not texts:
        raise Usage(
            say("Office hours are a list of at least one span, not “{text}”.", text=texts),
            say('Write a list such as ["08:00-12:00", "14:00-18:00"].'),
        )
    spans = sorted(_span(text) for text in texts)
    for (_opens, closes), (opens, _closes) in pairwise(spans):
        if opens < closes:
            raise Usage(
                say("Office hours overlap at {clock}.", clock=f"{opens // 60:02}:{opens % 60:02}"),
                say("Let each span begin when the one before it has ended."),
            )
    return tuple(spans)


def _span(text: object) -> Span:
    match = re.fullmatch(r"([0-9]{1,2}):([0-9]{2}) ?- ?([0-9]{1,2}):([0-9]{2})", str(text))
    hint = say("Write from and until within one day, such as 08:00-12:00; the latest is 23:59.")
    if match is None:
        raise Usage(say("“{text}” is not a span of office hours.", text=text), hint)
    hour, minute, last_hour, last_minute = map(int, match.groups())
    if max(hour, last_hour) > 23 or max(minute, last_minute) > 59:
        raise Usage(say("“{text}” has a time that no clock shows.", text=text), hint)
    opens, closes = hour * 60 + minute, last_hour * 60 + last_minute
    if opens >= closes:
        raise Usage(say("“{text}” ends before it has begun.", text=text), hint)
    return opens, closes


def _season(season: object) -> Season:
    if not isinstance(season, Mapping) or set(season) != {"since", "until", "hours"}:
        raise Usage(
            say("A season of office hours has “since”, “until” and “hours”, and nothing else."),
            say('Write since: 06-01, until: 09-30, hours: ["08:00-12:00", "15:00-18:30"].'),
        )
    return Season(_day(season["since"]), _day(season["until"]), _spans(season["hours"]))


def _day(text: object) -> MonthDay:
    match = re.fullmatch(r"([0-9]{2})-([0-9]{2})", str(text))
    try:
        # A leap year, so that 02-29 is a day.
        day = date(2000, int(match[1]), int(match[2])) if match else None
    except ValueError:
        day = None
    if day is None:
        raise Usage(
            say("“{text}” is not a day of the year.", text=text),
            say("Write month and day, such as 06-01."),
        )
    return day.month, day.day


def _month_day(day: MonthDay) -> str:
    return f"{day[0]:02}-{day[1]:02}"
