"""Journal file: bytes to a month of a journal and back, as strictly as a case file."""

from typing import Any

from gridctl.domain.journal.month import Month
from gridctl.domain.journal.walk import replay
from gridctl.errors import Refused
from gridctl.records import journal_document
from gridctl.records.building import Misfit
from gridctl.store.case_text import render
from gridctl.store.yaml_text import Unreadable, load


def write(month: Month) -> bytes:
    """The canonical bytes of a month."""
    return render(journal_document.document(month))


def read(path: str, data: bytes) -> Month:
    """The month in `data`, a file at the ledger-relative `path`; raises Unreadable with one Problem."""
    plain = load(path, data)
    try:
        month = journal_document.month(plain)
        replay(Month(month.staff, month.month), month.entries)
    except (Misfit, Refused) as error:
        raise _unsound(path, data, plain, error) from error
    if month.key.path != path or write(month) != data:
        raise _unsound(path, data, plain, month)
    return month


def _unsound(path: str, data: bytes, plain: Any, found: Month | Misfit | Refused) -> Unreadable:
    from gridctl.store.journal_faults import fault

    return Unreadable(fault(path, data, plain, found))
