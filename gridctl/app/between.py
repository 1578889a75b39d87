"""Between: the two states that a word names: revisions, days, or a period with the state before it."""

from datetime import UTC, date

from gridctl.app.days_of_record import state_at_end, state_before
from gridctl.app.ledger import Ledger
from gridctl.domain.moments import day_ends
from gridctl.domain.periods import Period, parse_period
from gridctl.errors import NotFound, Usage
from gridctl.git.history import Range
from gridctl.git.objects import Commit
from gridctl.words import say


def between(ledger: Ledger, word: str | None, today: date) -> Range:
    """`A..B`, where each end is a revision or a day; a period; or one revision: what it recorded.

    A day or period begins with the state before it and ends with the last one in it. Without a
    word it is the last record. HEAD is the state that the ledger is read at. Raises NotFound.
    """
    period = _period(word, today)
    if period:
        return Range(state_before(ledger, period.first), state_at_end(ledger, period.last))
    first, dots, last = (word or "HEAD").partition("..")
    if not dots:
        tip = _revision(ledger, first)
        return Range(_parent(ledger, tip), tip)
    return Range(_begin(ledger, first), _end(ledger, last))


def names_days(word: str | None, today: date) -> bool:
    """Whether the word is a period, or a day stands at one of its ends."""
    ends = (word or "").partition("..")[::2]
    return bool(_period(word, today)) or any(day_ends(each, UTC) for each in ends)


def _period(word: str | None, today: date) -> Period | None:
    try:
        return parse_period(word, today) if word else None
    except Usage:
        return None


def _begin(ledger: Ledger, word: str) -> Commit | None:
    """The state that a range begins with; None where it is to begin with nothing."""
    day = day_ends(word, ledger.zone)
    if day:
        return state_before(ledger, day.date())
    return _revision(ledger, word) if word else None


def _end(ledger: Ledger, word: str) -> Commit:
    day = day_ends(word, ledger.zone)
    return state_at_end(ledger, day.date()) if day else _revision(ledger, word or "HEAD")


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
