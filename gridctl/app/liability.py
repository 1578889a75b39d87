"""Liability: the breaches of a case, and who answered for each on its day, in block and strip."""

from dataclasses import dataclass
from datetime import date, datetime

from gridctl.app.clock import deadline
from gridctl.app.ledger import Ledger
from gridctl.domain import chains
from gridctl.domain.breaches import Breach, breaches, decisive
from gridctl.domain.case import Case
from gridctl.domain.chains import Strip
from gridctl.domain.seats import Seat


@dataclass(frozen=True)
class Answer:
    """A breach, its day in the ledger's zone, and both chains as of that day.

    `strip` is None where no unit had the case.
    """

    breach: Breach
    day: date
    block: tuple[Seat, ...]
    strip: Strip | None


@dataclass(frozen=True)
class Liability:
    """The answers in order of time, and the one that decides: the first that counts."""

    case: Case
    answers: tuple[Answer, ...]
    decisive: Answer | None


def liability(ledger: Ledger, case: Case, now: datetime) -> Liability:
    """Who answers for what in a case, up to now."""
    found = breaches_of(ledger, case, now)
    answers = {breach: _answer(ledger, case, breach) for breach in found}
    first = decisive(found)
    return Liability(case, tuple(answers.values()), answers[first] if first else None)


def breaches_of(ledger: Ledger, case: Case, now: datetime) -> tuple[Breach, ...]:
    """The breaches under the ledger's calendar and time to verify."""
    within = ledger.office.settings.verify_within
    return breaches(case, now, lambda due: deadline(ledger, due, within).at)


def _answer(ledger: Ledger, case: Case, breach: Breach) -> Answer:
    office, day = ledger.office, ledger.local(breach.at).date()
    named = breach.persons
    strip = chains.strip(office, case.grid, breach.unit, named, day) if breach.unit else None
    return Answer(breach, day, chains.block(office, case.grid, day), strip)
