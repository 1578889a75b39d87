"""Numbering: the next case number (立案号) of an office and year."""

import re
from collections.abc import Iterable
from datetime import datetime

from gridctl.app.desk import Desk
from gridctl.domain.case import Case
from gridctl.domain.office import Office


def next_number(desk: Desk, case: Case) -> str:
    """The number after the highest given so far, on the desk included."""
    return number_after(given_on(desk), desk.ledger.office, case, desk.hand.at)


def given_on(desk: Desk) -> list[str]:
    """All numbers given so far, those on the desk included."""
    recorded = desk.ledger.cases.numbers.values()
    return [*recorded, *(case.number for case in desk.cases.values() if case.number)]


def number_after(given: Iterable[str], office: Office, case: Case, at: datetime) -> str:
    """The number after the highest of those given."""
    pattern, known = office.settings.numbering, _known(office, case, at)
    sequences = (_sequence(pattern, known, number) for number in given)
    highest = max((sequence for sequence in sequences if sequence), default=0)
    return pattern.format(**known, seq=highest + 1)


def is_in_pattern(office: Office, case: Case, number: str, at: datetime) -> bool:
    """Whether a number has the form that is given to such a case in that year."""
    pattern, known = office.settings.numbering, _known(office, case, at)
    sequence = _sequence(pattern, known, number)
    return bool(sequence) and pattern.format(**known, seq=sequence) == number


def _known(office: Office, case: Case, at: datetime) -> dict[str, str]:
    """What a number says beside its sequence: office and year."""
    top = office.top_of(case.grid)
    return {"code_name": top.code_name or top.id, "year": str(at.year)}


def _sequence(pattern: str, known: dict[str, str], number: str) -> int | None:
    wanted = re.escape(pattern)
    for key, value in known.items():
        wanted = wanted.replace(re.escape(f"{{{key}}}"), re.escape(value))
    match = re.fullmatch(wanted.replace(re.escape("{seq}"), "([0-9]{1,9})"), number, re.ASCII)
    return int(match[1]) if match else None
