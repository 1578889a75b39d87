"""Between: the two states that a word names: revisions, days, or a period with the state before it."""

from datetime import date, datetime, time, timedelta

from gridctl.app.ledger import Ledger
from gridctl.domain.moments import day_ends
from gridctl.domain.periods import parse_period
from gridctl.errors import NotFound, Usage
from gridctl.git.history import Range
from gridctl.git.objects import Commit
from gridctl.words import say


def between(ledger: Ledger, word: str | None, today: date) -> Range:
    """`A..B`, where each end is a revision or a day; a period; or one revision: what it recorded.

    A day or period begins with the state before it and ends with the last one in it. Without a
    word it is the last record. HEAD is the state that the ledger is read at. Raises NotFound.
    """
    try:
        period = parse_period(word, today) if word else None
    except Usage:
        period = None
    if period:
        return Range(_before(ledger, period.first), _until(ledger, period.last))
    first, dots, last = (word or "HEAD").partition("..")
    if not dots:
        tip = _revision(ledger, first)
        return Range(_parent(ledger, tip), tip)
    return Range(_begin(ledger, first), _end(ledger, last))


def _begin(ledger: Ledger, word: str) -> Commit | None:
    """The state that a range begins with; None where it is to begin with nothing."""
    day = day_ends(word, ledger.zone)
    if day:
        return _before(ledger, day.date())
    return _revision(ledger, word) if word else None


def _end(ledger: Ledger, word: str) -> Commit:
    day = day_ends(word, ledger.zone)
    return _until(ledger, day.date()) if day else _revision(ledger, word or "HEAD")


def _revision(ledger: Ledger, word: str) -> Commit:
    rev = ledger.commit.id + word[4:] if word[:4] == "HEAD" else word
    found = ledger.objects.commit(rev)
    if found is None:
        raise NotFound(
            say("There is no recorded state “{as_of}”.", as_of=word),
            say("Give a revision, a day or a month: HEAD~1, A..B, 2026-11, 2026-11-01..2026-11-15"),
        )
    return found


def _parent(ledger: Ledger, commit: Commit) -> Commit | None:
    if not commit.parents or commit.id in ledger.repository.shallow():
        return None
    return ledger.objects.commit(commit.parents[0])


def _before(ledger: Ledger, day: date) -> Commit | None:
    """The last state before a day."""
    return _last(ledger, datetime.combine(day, time(), ledger.zone) - timedelta(seconds=1))


def _until(ledger: Ledger, day: date) -> Commit:
    """The last state of a day."""
    found = _last(ledger, datetime.combine(day, time(23, 59, 59), ledger.zone))
    if found is None:
        raise NotFound(
            say("Nothing was recorded by the end of {day}.", day=day),
            say("See what is recorded: gridctl log"),
        )
    return found


def _last(ledger: Ledger, moment: datetime) -> Commit | None:
    words = ("rev-list", "-1", "--first-parent", f"--before=@{int(moment.timestamp())}")
    found = ledger.repository.git(*words, ledger.commit.id).decode("ascii").strip()
    return ledger.objects.commit(found) if found else None
