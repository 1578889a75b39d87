"""Case faults: why the bytes of a file are not the one form of a sound case, and on which line."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from gridctl.domain.case import Case
from gridctl.domain.identifiers import case_path, is_case_id
from gridctl.domain.moments import stamp
from gridctl.domain.steps import rebuild
from gridctl.errors import Problem, Refused
from gridctl.records import case_document
from gridctl.records.building import Misfit
from gridctl.store.case_text import render
from gridctl.store.written_form import at, missing, other_format, writing
from gridctl.words import say


def fault(path: str, data: bytes, plain: Any, found: Case | Misfit | Refused) -> Problem:
    """What is wrong with a file whose plain data is `plain`; `found` is how far reading it came."""
    if isinstance(plain, dict) and plain.get("format") != 1:
        return other_format(path, data, plain, say("A case file begins with “format: 1”."))
    if isinstance(found, Misfit):
        return next(_misfits(path, data, plain))
    if isinstance(found, Refused):
        return _walk_problem(path, data, plain, found)
    if not is_case_id(found.id) or case_path(found.id) != path:
        message = say("The id “{id}” does not belong in this file.", id=found.id)
        return at(path, data, ("id",), "F08", message)
    for index, event in enumerate(found.history):
        if event.n != index + 1:
            message = say(
                "Event {n} stands where {expected} is expected.", n=event.n, expected=index + 1
            )
            return at(path, data, ("history", index, "n"), "C01", message)
    return _difference(path, data, plain, found)


def _misfits(path: str, data: bytes, plain: object) -> Iterator[Problem]:
    from gridctl.records.explaining import history_faults

    if not isinstance(plain, dict):
        yield at(path, data, (), "F05", say("The file holds no case."))
        return
    for fault in history_faults(plain):
        yield at(path, data, fault.place, fault.rule, fault.message)
    if "id" not in plain:
        yield missing(path, data, "id")
    yield at(path, data, ("id",), "F06", say("The id is text such as lz-20261124-k7qf2."))


def _walk_problem(path: str, data: bytes, plain: Any, error: Refused) -> Problem:
    """The first event that cannot follow what stands before it."""
    history = case_document.events(plain)
    index = 0
    for length in range(1, len(history) + 1):
        try:
            rebuild(plain["id"], history[:length])
        except Refused:
            index = length - 1
            break
    message = say(
        "Event {n} cannot stand here: {reason} ({rule})",
        n=index + 1,
        reason=error.message,
        rule=error.rule,
    )
    return at(path, data, ("history", index), "C03", message)


def _difference(path: str, data: bytes, plain: dict[str, Any], case: Case) -> Problem:
    """What differs from the canonical form: the keys, the version, the head, or only the writing."""
    wanted = case_document.document(case)
    for key in plain:
        if key not in wanted:
            return _surplus(path, data, key, [*wanted, *_HEAD_KEYS])
    for key in wanted:
        if key not in plain:
            return missing(path, data, key)
    if plain["version"] != case.version or type(plain["version"]) is str:
        message = say(
            "version is {given}, but the history has {count} events.",
            given=_shown(plain["version"]),
            count=case.version,
        )
        return at(path, data, ("version",), "C01", message)
    for key, right in wanted.items():
        if key != "history" and _comparable(plain[key]) != _comparable(right):
            message = say(
                "“{key}” should be {right}, as the history says.", key=key, right=_said(right)
            )
            return at(path, data, (key,), "C02", message)
    remedy = say("Undo the hand edit; what should be added goes through gridctl note.")
    return writing(path, data, render(wanted), remedy)


def _surplus(path: str, data: bytes, key: object, known: Iterable[str]) -> Problem:
    """A key of the head that the case does not have, or that no case has."""
    from gridctl.records.explaining import unknown_key

    place = (key,) if isinstance(key, str) else ()
    if key in _HEAD_KEYS:
        message = say("“{key}” does not follow from the history; take it out.", key=key)
        return at(path, data, place, "C02", message)
    return at(path, data, place, "F05", unknown_key(key, known))


_HEAD_KEYS = frozenset(field.name for field in fields(Case))


def _shown(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, default=str)[:60]


def _said(value: object) -> str:
    """A value of the head as the file has it."""
    return render({"x": value}).decode().removeprefix("x: ").rstrip("\n")


def _comparable(value: object) -> object:
    import json

    return json.loads(json.dumps(value, default=_written)) if value is not None else None


def _written(value: date) -> str:
    """A moment, or the day that a suspension ends, as files have it."""
    return stamp(value) if isinstance(value, datetime) else value.isoformat()
