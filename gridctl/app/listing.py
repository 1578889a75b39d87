"""Listing: the cases that filter words ask for, in order, with the Problems of broken ones."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from gridctl.app.ledger import Ledger
from gridctl.domain import filters
from gridctl.domain.facts import Facts
from gridctl.domain.urgency import most_urgent_first
from gridctl.errors import Problem


class Listing(NamedTuple):
    """Cases, the most urgent first, and what could not be read."""

    cases: tuple[Facts, ...]
    problems: tuple[Problem, ...]


def listing(
    ledger: Ledger, words: Sequence[str], now: datetime, *, everything: bool = False
) -> Listing:
    """The answer to `list`."""
    wanted = filters.parse(words, filters.Asked(ledger.names, now), everything=everything)
    read = ledger.cases.facts()
    cases = [each for each in read if isinstance(each, Facts) and wanted(each)]
    problems = [*(each for each in read if isinstance(each, Problem)), *ledger.cases.strays()]
    return Listing(tuple(sorted(cases, key=most_urgent_first(now))), tuple(problems))
