"""Intake: what stands beside a report that was just recorded."""

from contextlib import suppress

from gridctl.app.opening import open_ledger
from gridctl.app.suggesting import text_of
from gridctl.domain.case import Case
from gridctl.domain.catalogue import Suggestion
from gridctl.domain.facts import Facts
from gridctl.domain.hints import Hints, similar
from gridctl.errors import Broken

_AT_ONCE = 2000  # cases that are read for a hint; more would keep a person waiting


def hints(folder: str, case: Case) -> Hints:
    """Categories that the report suggests, and cases it may repeat."""
    with open_ledger(folder) as ledger:
        found: tuple[Suggestion, ...] = ()
        with suppress(Broken):  # the report is recorded; a broken catalogue only suggests nothing
            found = ledger.catalogue.suggest(text_of(case), kind=case.kind)[:3]
        known = ledger.cases.facts(at_once=_AT_ONCE)
        others = (each for each in known if isinstance(each, Facts))
        return Hints(case.ending, tuple(each.category for each in found), similar(case, others))
