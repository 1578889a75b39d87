"""Suggesting: what a person may be offered where a wish is missing."""

from gridctl.app.opening import open_ledger
from gridctl.domain.case import Case
from gridctl.domain.limits import in_words
from gridctl.domain.verbs.collect import Collected
from gridctl.words import aside


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


def suggested_units(folder: str, word: str) -> dict[str, str]:
    """Units with a power over the category of a case, leads first, then all: id → name and basis."""
    with open_ledger(folder) as ledger:
        category = ledger.cases.read(ledger.cases.find(word)).category or ""
        ranked: list[tuple[int, str, str]] = []
        for unit in ledger.office.departments.values():
            powers = [power for power in unit.powers if category.startswith(power.category)]
            best = min((0 if power.lead else 1 for power in powers), default=2)
            basis = next((power.basis for power in powers if power.basis), "")
            ranked.append((best, unit.id, f"{aside(unit.name, unit.id)} {basis}".rstrip()))
        return {unit: shown for _rank, unit, shown in sorted(ranked, key=lambda each: each[0])}


def conditions(folder: str, word: str, category: str | None) -> dict[str, str]:
    """The filing conditions of a case's category by number, with their limits."""
    with open_ledger(folder) as ledger:
        code = category or ledger.cases.read(ledger.cases.find(word)).category or ""
        known = ledger.catalogue.category(code).conditions
        return {str(n): aside(each.filing, in_words(each.limit)) for n, each in enumerate(known, 1)}
