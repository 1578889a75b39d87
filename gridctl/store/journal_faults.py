"""Journal faults: why the bytes of a file are not the one form of a sound journal, and on which line."""

from collections.abc import Iterator
from typing import Any

from gridctl.domain.journal.entries import ENTRIES
from gridctl.domain.journal.month import Month
from gridctl.domain.journal.walk import advance
from gridctl.errors import Problem, Refused
from gridctl.records import journal_document
from gridctl.records.building import Misfit
from gridctl.store.case_text import render
from gridctl.store.written_form import at, missing, other_format, writing
from gridctl.words import say


def fault(path: str, data: bytes, plain: Any, found: Month | Misfit | Refused) -> Problem:
    """What is wrong with a file whose plain data is `plain`; `found` is how far reading it came."""
    if isinstance(plain, dict) and plain.get("format") != 1:
        return other_format(path, data, plain, say("A journal file begins with “format: 1”."))
    if isinstance(found, Misfit):
        return next(_misfits(path, data, plain))
    if isinstance(found, Refused):
        return _walk_problem(path, data, plain)
    if found.key.path != path:
        message = say(
            "The journal of “{staff}”, {month}, does not belong in this file.",
            staff=found.staff,
            month=found.month,
        )
        return at(path, data, ("staff",), "J01", message)
    return _difference(path, data, plain, found)


def _misfits(path: str, data: bytes, plain: object) -> Iterator[Problem]:
    from gridctl.records.explaining import history_faults

    if not isinstance(plain, dict):
        yield at(path, data, (), "F05", say("The file holds no journal."))
        return
    for fault in history_faults(plain, "entries", ENTRIES):
        yield at(path, data, fault.place, fault.rule, fault.message)
    for key in ("staff", "month"):
        if key not in plain:
            yield missing(path, data, key)
    for key, message in (
        ("staff", say("“staff” is the id of a person.")),
        ("month", say("“month” is text such as 2026-11.")),
    ):
        if not isinstance(plain.get(key), str):
            yield at(path, data, (key,), "F06", message)


def _walk_problem(path: str, data: bytes, plain: Any) -> Problem:
    """The first entry that cannot follow what stands before it."""
    found = journal_document.month(plain)
    month = Month(found.staff, found.month)
    for index, entry in enumerate(found.entries):
        try:
            month = advance(month, entry)
        except Refused as refusal:
            return at(path, data, ("entries", index), refusal.rule, refusal.message)
    raise AssertionError(path)


def _difference(path: str, data: bytes, plain: dict[str, Any], month: Month) -> Problem:
    """What differs from the canonical form: the keys, or only the writing."""
    from gridctl.records.explaining import unknown_key

    wanted = journal_document.document(month)
    for key in plain:
        if key not in wanted:
            place = (key,) if isinstance(key, str) else ()
            return at(path, data, place, "F05", unknown_key(key, wanted))
    remedy = say("Undo the hand edit; entries are added by gridctl sign and gridctl journal add.")
    return writing(path, data, render(wanted), remedy)
