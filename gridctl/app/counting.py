"""Counting: the cases of a ledger, with the standpoint from which reports count them."""

from datetime import datetime
from functools import cache
from typing import NamedTuple

from gridctl.app.clock import deadline
from gridctl.app.ledger import Ledger
from gridctl.domain.measured import Measured
from gridctl.errors import Problem
from gridctl.reports.counts import Standpoint


class Read(NamedTuple):
    """Cases with their milestones, whence they are counted, and what could not be read."""

    cases: tuple[Measured, ...]
    at: Standpoint
    problems: tuple[Problem, ...]


def standpoint(ledger: Ledger, now: datetime) -> Standpoint:
    """From where cases are counted; `now` is in the ledger's zone."""
    window = ledger.office.settings.verify_within

    # Cases share their deadlines by the dozen, and working time is dear.
    @cache
    def close_due(due: datetime) -> datetime:
        return deadline(ledger, due, window).at

    return Standpoint(now, close_due)


def counting(ledger: Ledger, now: datetime) -> Read:
    """Every case; `now` is in the ledger's zone."""
    read = ledger.cases.measured()
    problems = [*(each for each in read if isinstance(each, Problem)), *ledger.cases.strays()]
    cases = tuple(each for each in read if isinstance(each, Measured))
    return Read(cases, standpoint(ledger, now), tuple(problems))
