"""Case file: bytes to a case and a case to bytes, so strictly that only one reading is left."""

from collections.abc import Iterator
from typing import Any

from gridctl.domain.case import Case
from gridctl.domain.identifiers import case_path, is_case_id
from gridctl.domain.steps import rebuild
from gridctl.errors import Problem, Refused
from gridctl.records import case_document
from gridctl.records.building import Misfit
from gridctl.store.case_text import render
from gridctl.store.yaml_text import Unreadable, load
from gridctl.words import Message, say


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
    except Misfit as error:
        raise Unreadable(next(_misfits(path, data, plain))) from error
    except Refused as error:
        raise Unreadable(_walk_problem(path, data, plain, error)) from error
    if not is_case_id(case.id) or case_path(case.id) != path:
        raise _off(
            path,
            data,
            ("id",),
            "F08",
            say("The id “{id}” does not belong in this file.", id=case.id),
        )
    if [event.n for event in case.history] != list(range(1, case.version + 1)):
        raise _numbering(path, data, case)
    if write(case) != data:
        raise Unreadable(_difference(path, data, plain, case))
    return case


def _numbering(path: str, data: bytes, case: Case) -> Unreadable:
    index = next(i for i, event in enumerate(case.history) if event.n != i + 1)
    message = say(
        "Event {n} stands where {expected} is expected.",
        n=case.history[index].n,
        expected=index + 1,
    )
    return _off(path, data, ("history", index, "n"), "C01", message)


def _misfits(path: str, data: bytes, plain: object) -> Iterator[Problem]:
    from gridctl.records.explaining import history_faults

    if not isinstance(plain, dict):
        yield _at(path, data, (), "F05", say("The file holds no case."))
        return
    for fault in history_faults(plain):
        yield _at(path, data, fault.place, fault.rule, fault.message)
    if not isinstance(plain.get("id"), str):
        yield _at(path, data, (), "F05", say("The key “{key}” is missing.", key="id"))
    yield _at(
        path,
        data,
        ("history",),
        "F06",
        say("A time or date is not in its one written form, such as 2026-11-24T08:31:00+08:00."),
    )


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
    return _at(path, data, ("history", index), "C03", message)


def _difference(path: str, data: bytes, plain: dict[str, Any], case: Case) -> Problem:
    """What differs from the canonical form: the version, the head, or only the writing."""
    if plain.get("version") != case.version:
        message = say(
            "version is {given}, but the history has {count} events.",
            given=plain.get("version"),
            count=case.version,
        )
        return _at(path, data, ("version",), "C01", message)
    wanted = case_document.document(case)
    for key in (*wanted, *plain):
        given, right = _comparable(plain.get(key)), _comparable(wanted.get(key))
        if given != right and key != "history":
            message = (
                say("The key “{key}” does not belong in the head.", key=key)
                if key not in wanted
                else say("“{key}” should be {right}, as the history says.", key=key, right=right)
            )
            return _at(path, data, (key,), "C02" if key != "format" else "F06", message)
    return _writing(path, data, write(case))


def _comparable(value: object) -> object:
    import json

    from gridctl.domain.moments import stamp

    return json.loads(json.dumps(value, default=stamp)) if value is not None else None


def _writing(path: str, data: bytes, canonical: bytes) -> Problem:
    given, right = data.decode().split("\n"), canonical.decode().split("\n")
    pairs = enumerate(zip(given, right, strict=False), 1)
    line = next((n for n, (a, b) in pairs if a != b), min(len(given), len(right)))
    shown = right[line - 1][:80] if line <= len(right) else ""
    message = say("Not in the canonical form; the line should read: {line}", line=shown)
    return Problem(
        path,
        line,
        "F07",
        message,
        say("Undo the hand edit; what should be added goes through gridctl note."),
    )


def _at(
    path: str, data: bytes, place: tuple[str | int, ...], rule: str, message: Message
) -> Problem:
    from gridctl.store.yaml_lines import line_of

    return Problem(path, line_of(data.decode(), place), rule, message)


def _off(
    path: str, data: bytes, place: tuple[str | int, ...], rule: str, message: Message
) -> Unreadable:
    return Unreadable(_at(path, data, place, rule, message))
