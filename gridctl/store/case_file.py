"""Case file: bytes to a case and a case to bytes, so strictly that only one reading is left."""

from typing import Any

from gridctl.domain import steps
from gridctl.domain.case import Case
from gridctl.domain.identifiers import case_path, is_case_id
from gridctl.errors import Refused
from gridctl.records import case_document
from gridctl.records.building import Misfit
from gridctl.store.case_text import render
from gridctl.store.yaml_text import Unreadable, load

_MARK = b"\nhistory:\n"


def write(case: Case) -> bytes:
    """The canonical bytes of a case."""
    return render(case_document.document(case))


def read(path: str, data: bytes) -> Case:
    """The case in `data`, a file at the ledger-relative `path`; raises Unreadable with one Problem.

    Sound means: what the history adds up to, rendered, is the same bytes. That leaves no room for
    duplicate keys, comments, a lying head, or a second reading.
    """
    plain = load(path, data)
    try:
        case = case_document.case(plain)
    except (Misfit, Refused) as error:
        raise _unsound(path, data, plain, error) from error
    if not _belongs(case, path) or write(case) != data:
        raise _unsound(path, data, plain, case)
    return case


def grown(path: str, before: Case, former: bytes, data: bytes) -> Case:
    """As `read`, where `former` are the bytes of `before`: fast where the file only grew from them."""
    old, added = _history(former), _history(data)
    if not added.startswith(old) or len(added) == len(old):
        return read(path, data)
    try:
        case = before
        for plain in load(path, added[len(old) :]):
            case = steps.advance(case, case_document.event(plain))
        added_events = [case_document.entry(event) for event in case.history[before.version :]]
        made = render(case_document.head(case) | {"history": added_events})
        head, mark, tail = made.partition(_MARK)
        if head + mark + old + tail == data and _belongs(case, path):
            return case
    except (Misfit, Refused, Unreadable, TypeError):
        pass
    return read(path, data)


def _history(data: bytes) -> bytes:
    return data.partition(_MARK)[2]


def _belongs(case: Case, path: str) -> bool:
    """Whether the id is that of the path and the events are numbered from 1."""
    numbers = [event.n for event in case.history]
    return (
        is_case_id(case.id)
        and case_path(case.id) == path
        and numbers == list(range(1, case.version + 1))
    )


def _unsound(path: str, data: bytes, plain: Any, found: Case | Misfit | Refused) -> Unreadable:
    from gridctl.store.case_faults import fault

    return Unreadable(fault(path, data, plain, found))
