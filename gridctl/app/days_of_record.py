"""Days of record: the recorded state that a day began or ended with; the one place that turns a day into a commit."""

from datetime import date, datetime, time

from gridctl.app.ledger import Ledger
from gridctl.errors import NotFound
from gridctl.git.history import first_of, last_by
from gridctl.git.objects import Commit
from gridctl.words import say


def state_before(ledger: Ledger, day: date) -> Commit | None:
    """The last state before a day began; None where nothing was recorded yet."""
    # In seconds: the first day of the calendar has no day before it.
    return _state(ledger, _second(ledger, day, time()) - 1)


def state_by(ledger: Ledger, day: date) -> Commit | None:
    """The last state of a day, or of the days before it; None where nothing was recorded yet."""
    return _state(ledger, _second(ledger, day, time(23, 59, 59)))


def state_at_end(ledger: Ledger, day: date) -> Commit:
    """The same. Raises NotFound where the record begins later."""
    found = state_by(ledger, day)
    if found is None:
        first = ledger.objects.commit(first_of(ledger.repository, ledger.commit.id))
        assert first
        raise NotFound(
            say("The record begins on {day}.", day=ledger.local(first.committed_at).date()),
            say("See what is recorded: gridctl log"),
        )
    return found


def _second(ledger: Ledger, day: date, clock: time) -> int:
    return int(datetime.combine(day, clock, ledger.zone).timestamp())


def _state(ledger: Ledger, second: int) -> Commit | None:
    found = last_by(ledger.repository, ledger.commit.id, second)
    return ledger.objects.commit(found) if found else None
