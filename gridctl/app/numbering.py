"""Numbering: the next case number (立案号) of an office and year."""

import re

from gridctl.app.desk import Desk
from gridctl.domain.case import Case


def next_number(desk: Desk, case: Case) -> str:
    """The number after the highest given so far, on the desk included."""
    office = desk.ledger.office.top_of(case.grid)
    pattern = desk.ledger.office.settings.numbering
    known = {"code_name": office.code_name or office.id, "year": str(desk.hand.at.year)}
    given = (_sequence(pattern, known, number) for number in _given(desk))
    highest = max((sequence for sequence in given if sequence), default=0)
    return pattern.format(**known, seq=highest + 1)


def _given(desk: Desk) -> list[str]:
    recorded = desk.ledger.cases.numbers.values()
    return [*recorded, *(case.number for case in desk.cases.values() if case.number)]


def _sequence(pattern: str, known: dict[str, str], number: str) -> int | None:
    wanted = re.escape(pattern)
    for key, value in known.items():
        wanted = wanted.replace(re.escape(f"{{{key}}}"), re.escape(value))
    match = re.fullmatch(wanted.replace(re.escape("{seq}"), "([0-9]{1,9})"), number, re.ASCII)
    return int(match[1]) if match else None
