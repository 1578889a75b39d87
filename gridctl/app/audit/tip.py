"""Tip: what must hold of all cases together where a history ends: numbers and links."""

import re
from collections.abc import Iterable, Iterator, Mapping

from gridctl.app.audit.act import broken
from gridctl.app.checking import check_links
from gridctl.app.filing_order import in_filing_order
from gridctl.app.ledger import Ledger
from gridctl.app.past import Past
from gridctl.domain.case import Case
from gridctl.domain.identifiers import case_path, is_case_id
from gridctl.domain.violation import Violation
from gridctl.git.objects import Commit
from gridctl.store.sizes import LARGEST
from gridctl.words import Message, say

_NAMES_OTHERS = re.compile(rb"^(?:links|duplicates|duplicate_of):", re.MULTILINE)
_FEW = 100  # cases that are looked for one by one


def check_tip(
    ledger: Ledger, touched: Mapping[str, Commit], numbered: Mapping[str, Commit], past: Past
) -> Iterator[Violation]:
    """Links of the cases that a range touched, with the commit that did it last, and numbers of
    those that it numbered, with the commit that gave them.
    """
    if len(touched) > _FEW:
        _ = ledger.cases.blobs  # one walk costs less than many look-ups
    yield from _numbers(ledger, {each for each in numbered if each in touched}, past)
    linked = _linked(ledger, touched)
    cases = [case for each in linked if (case := _at_the_tip(ledger, each, past))]
    yield from _links(ledger, cases, touched, past)


def _linked(ledger: Ledger, touched: Iterable[str]) -> list[str]:
    """Those of the cases whose head names another case: only they are read whole."""
    blobs = {each: blob for each in touched if (blob := ledger.cases.blob_of(each))}
    contents = ledger.objects.blobs(list(blobs.values()), limit=LARGEST)
    return [
        case_id
        for case_id, (_blob, data) in zip(blobs, contents, strict=True)
        if _NAMES_OTHERS.search((data or b"").partition(b"\nhistory:")[0])
    ]


def _at_the_tip(ledger: Ledger, case_id: str, past: Past) -> Case | None:
    """The sound case that the ledger has; None where it has none."""
    blob = ledger.cases.blob_of(case_id)
    found = past.case(case_path(case_id), blob) if blob else None
    return found if isinstance(found, Case) else None


def _numbers(ledger: Ledger, cases: set[str], past: Past) -> Iterator[Violation]:
    """No number twice: of those that share one with a case that a range numbered, all but the first."""
    bearers: dict[str, list[str]] = {}
    for case_id, number in ledger.cases.numbers.items() if cases else ():
        bearers.setdefault(number, []).append(case_id)
    for number, ids in bearers.items():
        if len(ids) > 1 and cases.intersection(ids):
            first, *later = in_filing_order(ledger, past, ids)
            message = say(
                "{number} is also the number of {other}.", number=number, other=first.case
            )
            for each in later:
                if each.commit and cases & {first.case, each.case}:
                    yield broken(each.commit, "C04", message, case_path(each.case), each.case)


def _links(
    ledger: Ledger, cases: list[Case], touched: Mapping[str, Commit], past: Past
) -> Iterator[Violation]:
    """Whatever a case is linked to knows of it."""
    named = {o for c in cases for o in (*c.links, *c.duplicates, c.duplicate_of) if o}
    known = {case.id: case for case in cases}
    others = (
        _at_the_tip(ledger, other, past) for other in named - known.keys() if is_case_id(other)
    )
    known |= {other.id: other for other in others if other}
    for case in cases:
        for problem in check_links([case], known):
            yield _of(problem.rule, problem.message, case.id, touched)


def _of(rule: str, message: Message, case_id: str, made: Mapping[str, Commit]) -> Violation:
    return broken(made[case_id], rule, message, case_path(case_id), case_id)
