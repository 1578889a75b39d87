"""Suggesting: what a person may be offered where a wish is missing."""

from datetime import datetime
from typing import NamedTuple

from gridctl.app.opening import open_ledger
from gridctl.app.routing import routed
from gridctl.domain.case import Case
from gridctl.domain.limits import in_words
from gridctl.domain.routing import Named, undecided
from gridctl.domain.steps import MOVES, position
from gridctl.domain.verbs.collect import Collected
from gridctl.words import Message, aside


def suggested_categories(folder: str, word: str, *, most: int = 8) -> dict[str, str]:
    """Categories that the text of a case suggests, likeliest first: code → code and name."""
    with open_ledger(folder) as ledger:
        case = ledger.cases.read(ledger.cases.find(word))
        found = ledger.catalogue.suggest(text_of(case), kind=case.kind)
        return {s.category.code: f"{s.category.code} {s.category.name}" for s in found[:most]}


def text_of(case: Case) -> str:
    """Title and text of the report that began a case."""
    first = case.history[0]
    return f"{case.title}\n{first.text or ''}" if isinstance(first, Collected) else case.title


class Choice(NamedTuple):
    """What a person has to choose between where the matrix has no one answer, and why: id → name."""

    why: Message
    units: dict[str, str]


def units_to_choose(folder: str, word: str, now: datetime) -> Choice | None:
    """The candidates for the order of a case, then every other department; None where the matrix
    has an answer, or the case waits for no order.
    """
    with open_ledger(folder) as ledger:
        case = ledger.cases.read(ledger.cases.find(word))
        if not MOVES[position(case)].keys() & {"dispatch", "redispatch"}:
            return None
        found = routed(ledger, case, ledger.local(now).date())
        if found.answer:
            return None
        units = {n.unit: _with_basis(n) for n in found.candidates}
        others = ledger.office.departments.values()
        units |= {d.id: aside(d.name, d.id) for d in others if d.id not in units}
        return Choice(undecided(found), units)


def _with_basis(named: Named) -> str:
    return f"{aside(named.name, named.unit)} {named.holding.basis or ''}".rstrip()


def conditions(folder: str, word: str, category: str | None) -> dict[str, str]:
    """The filing conditions of a case's category by number, with their limits."""
    with open_ledger(folder) as ledger:
        code = category or ledger.cases.read(ledger.cases.find(word)).category or ""
        known = ledger.catalogue.category(code).conditions
        return {str(n): aside(each.filing, in_words(each.limit)) for n, each in enumerate(known, 1)}
