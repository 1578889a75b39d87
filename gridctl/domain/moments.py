"""Moments: times as they stand in files and as people type them; always with an offset, to the second."""

import re
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

from gridctl.errors import Usage
from gridctl.words import say

_CHINA = timezone(timedelta(hours=8))
_FIXED = dict.fromkeys(
    (
        "Asia/Shanghai",
        "Asia/Chongqing",
        "Asia/Harbin",
        "Asia/Hong_Kong",
        "Asia/Macau",
        "Asia/Taipei",
        "PRC",
    ),
    _CHINA,
)
DAYS_BACK = {"today": 0, "yesterday": 1, "今天": 0, "昨天": 1, "前天": 2}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DAY_AND_TIME = re.compile(
    r"(?:(\d{4}-\d{2}-\d{2})[T ])?(\d{1,2}:\d{2})(:\d{2})?([+-]\d{2}:\d{2}|Z)?", re.ASCII
)


def zone(name: str) -> tzinfo:
    """The time zone of a ledger. China's is one fixed offset, so no zone data is needed for it.

    Raises KeyError for a zone that this machine does not know.
    """
    if name in _FIXED:
        return _FIXED[name]
    import zoneinfo

    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
        raise KeyError(name) from error


def stamp(moment: datetime) -> str:
    """The form in files and JSON: 2026-11-24T08:31:00+08:00."""
    return moment.isoformat(timespec="seconds")


def minute(moment: datetime) -> str:
    """The form in sentences: 2026-11-24 08:31."""
    return f"{moment:%Y-%m-%d %H:%M}"


def read_stamp(text: str) -> datetime:
    """A moment from a file; raises ValueError unless it has exactly the form of `stamp`."""
    moment = datetime.fromisoformat(text)
    # An offset with seconds prints as one without, so the form alone does not tell.
    if moment.tzinfo is None or len(text) != 25 or stamp(moment) != text:
        raise ValueError(text)
    return moment


def as_typed(text: str, *, now: datetime) -> datetime:
    """A moment as a person types it: a whole stamp, a local date and time, or a time of today.

    What is left out is taken from `now`, which stands in the ledger's zone.
    """
    match = _DAY_AND_TIME.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError(text)
        day, clock, seconds, offset = match.groups()
        local = f"{day or now.date().isoformat()}T{clock.zfill(5)}{seconds or ':00'}"
        moment = datetime.fromisoformat(local + (offset or ""))
        moment = (
            moment.astimezone(now.tzinfo) if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)
        )
        if not 2000 <= moment.year <= 2100:
            raise ValueError(text)
    except (ValueError, OverflowError):
        raise Usage(
            say("“{text}” is not a time.", text=text),
            say("Write 2026-11-24T08:31:00+08:00, 2026-11-24 08:31, or 08:31 for today."),
        ) from None
    return fixed(moment)


def day_ends(text: str, there: tzinfo) -> datetime | None:
    """The last second of a day written like 2026-11-24; None for anything else."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(f"{text}T23:59:59").replace(tzinfo=there)
    except ValueError:
        return None


class NearDay(NamedTuple):
    """A day as a word says it, so many before the one of `now`: which that is depends on the zone."""

    back: int
    now: datetime

    def in_zone(self, there: tzinfo) -> date:
        """The day as it is there."""
        return self.now.astimezone(there).date() - timedelta(days=self.back)


def past_asked(text: str, now: datetime) -> str | NearDay:
    """A past state as typed: a word for a day near `now`, or a revision or day as it stands."""
    back = DAYS_BACK.get(text.strip())
    return text if back is None else NearDay(back, now)


def evening_of(asked: str | NearDay, there: tzinfo) -> datetime | None:
    """The last second of the day that is asked for; None where a revision is."""
    text = asked.in_zone(there).isoformat() if isinstance(asked, NearDay) else asked
    return day_ends(text, there)


def fixed(moment: datetime) -> datetime:
    """The same moment with its offset alone, as it comes back from a file."""
    return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()))


def day_typed(text: str, today: date | None = None) -> date:
    """A day as typed, of this century: what is reckoned from it must lie in the calendar as well.

    With `today` it may be a word for one near it: today, yesterday, 今天, 昨天, 前天.
    """
    back = DAYS_BACK.get(text.strip())
    if today and back is not None:
        return today - timedelta(days=back)
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if not 2000 <= found.year <= 2100:
        raise Usage(say("“{text}” is not a day.", text=text), say("Write it like 2026-11-24."))
    return found
