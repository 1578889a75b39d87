"""Listing: the cases that filter words ask for, in order, with the Problems of broken ones."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from gridctl.app.ledger import Ledger
from gridctl.domain import filters
from gridctl.domain.case import Case
from gridctl.domain.urgency import most_urgent_first
from gridctl.errors import Problem


class Listing(NamedTuple):
    """Cases, the most urgent first, and what could not be read."""

    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]


def listing(
    ledger: Ledger, words: Sequence[str], now: datetime, *, everything: bool = False
) -> Listing:
    """The answer to `list`."""
    wanted = filters.parse(words, filters.Asked(ledger.office, now), everything=everything)
    read = list(ledger.cases())
    cases = [each for each in read if isinstance(each, Case) and wanted(each)]
    problems = [*(each for each in read if isinstance(each, Problem)), *ledger.strays()]
    return Listing(tuple(sorted(cases, key=most_urgent_first)), tuple(problems))
