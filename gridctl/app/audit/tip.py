"""Tip: what must hold of all cases together where a history ends: numbers and links."""

from collections.abc import Iterator, Mapping

from gridctl.app.audit.act import broken
from gridctl.app.checking import check_links
from gridctl.app.ledger import Ledger
from gridctl.app.past import Past
from gridctl.domain.case import Case
from gridctl.domain.identifiers import case_path
from gridctl.domain.violation import Violation
from gridctl.errors import Broken
from gridctl.git.objects import Commit
from gridctl.words import Message, say


def check_tip(ledger: Ledger, touched: Mapping[str, Commit], past: Past) -> Iterator[Violation]:
    """Numbers and links of the cases that a range touched (with the commit that did it last)."""
    there = {case: commit for case, commit in touched.items() if case in ledger.cases.blobs}
    read = (past.case(case_path(each), ledger.cases.blobs[each]) for each in there)
    cases = [case for case in read if isinstance(case, Case)]
    yield from _numbers(ledger, cases, there)
    yield from _links(ledger, cases, there)


def _numbers(
    ledger: Ledger, cases: list[Case], touched: Mapping[str, Commit]
) -> Iterator[Violation]:
    """No number twice; told of each case that was touched, of two such of the later one."""
    if not any(case.number for case in cases):
        return
    bearers: dict[str, list[str]] = {}
    for case_id, number in ledger.cases.numbers.items():
        bearers.setdefault(number, []).append(case_id)
    order = {case_id: place for place, case_id in enumerate(touched)}
    for case in cases:
        others = [each for each in bearers.get(case.number or "", ()) if each != case.id]
        if others and all(order.get(each, -1) < order[case.id] for each in others):
            message = say(
                "{number} is also the number of {other}.", number=case.number, other=others[0]
            )
            yield _of("C04", message, case, touched)


def _links(ledger: Ledger, cases: list[Case], touched: Mapping[str, Commit]) -> Iterator[Violation]:
    """Whatever a case is linked to knows of it."""
    named = {o for c in cases for o in (*c.links, *c.duplicates, c.duplicate_of) if o}
    known = {case.id: case for case in cases}
    for other in named - known.keys():
        if other in ledger.cases.blobs:
            try:
                known[other] = ledger.cases.read(other)
            except Broken:
                continue
    for case in cases:
        for problem in check_links([case], known):
            yield _of(problem.rule, problem.message, case, touched)


def _of(rule: str, message: Message, case: Case, touched: Mapping[str, Commit]) -> Violation:
    return broken(touched[case.id], rule, message, case_path(case.id), case.id)
