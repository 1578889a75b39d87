"""Explaining: what does not fit in plain data from outside, place by place, through pydantic."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import ConfigDict, TypeAdapter, ValidationError

from gridctl.domain import event, grids, local_calendar, local_catalogue, people
from gridctl.domain.event import Event
from gridctl.domain.journal.entries import ENTRIES
from gridctl.domain.journal.work import FollowUp
from gridctl.domain.naming import closest
from gridctl.domain.verb_table import EVENTS
from gridctl.domain.verbs.file import Pinned
from gridctl.records.misfit import KEY, Place, first_misfit, shortened
from gridctl.words import Message, listed, say

_STRICT = ConfigDict(extra="forbid", strict=True, str_min_length=1, allow_inf_nan=False)
_SHAPES: tuple[type, ...] = (
    *(
        shape
        for module in (grids, people, local_catalogue, local_calendar, event)
        for shape in vars(module).values()
        if isinstance(shape, type)
        and hasattr(shape, "__dataclass_fields__")
        and shape.__module__ == module.__name__
    ),
    *EVENTS.values(),
    *ENTRIES.values(),
    FollowUp,
    Pinned,
)
for (
    _shape
) in _SHAPES:  # pydantic reads the setting from the class, and the domain knows no pydantic
    setattr(_shape, "__pydantic_config__", _STRICT)  # noqa: B010


class Fault(NamedTuple):
    """A place such as ("grids", 3, "level"), the rule it breaks, and what is wrong there."""

    place: tuple[str | int, ...]
    rule: str
    message: Message


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def adapter(shape: Any) -> TypeAdapter[Any]:
    """The pydantic adapter of a dataclass, strict."""
    if shape not in _ADAPTERS:
        _ADAPTERS[shape] = TypeAdapter(shape)
    return _ADAPTERS[shape]


_MOST = 50  # faults of one file that are worth telling


def faults(shape: type, data: object) -> tuple[Fault, ...]:
    """What in `data` does not fit `shape`, at most 50 faults; empty where all fits."""
    if data is None:
        return (Fault((), "F05", say("The file is empty.")),)
    short, stood = shortened(shape, data, _MOST)
    return tuple(_where(fault, stood) for fault in _all_faults(shape, short))


def _where(fault: Fault, stood: dict[str, list[int]]) -> Fault:
    """The fault at its place in the whole data."""
    match fault.place:
        case (str() as key, int() as index, *rest) if key in stood:
            return fault._replace(place=(key, stood[key][index], *rest))
        case _:
            return fault


def _all_faults(shape: type, data: object) -> tuple[Fault, ...]:
    try:
        # Strict JSON mode takes dates and tuples in their text form and nothing else for them.
        adapter(shape).validate_json(json.dumps(data, allow_nan=False, default=str))
    except ValidationError as error:
        return tuple(islice(_faults(error), _MOST))
    except (TypeError, ValueError):  # no JSON: a number that is not finite, a key that is no text
        pass
    found = first_misfit(shape, data)
    return (_misfit(found),) if found else ()


def _misfit(found: Place) -> Fault:
    """What pydantic lets pass and building does not: true for 1, a date in another form."""
    key, kind, given = _key(found.place), found.kind, found.given
    if kind is KEY:
        return Fault(found.place, "F05", unknown_key(given))
    if get_origin(kind) is Literal:
        return Fault(found.place, "F06", _choice(key, given, [str(c) for c in get_args(kind)]))
    what = {date: "date_type", datetime: "datetime_type", float: "float_type"}.get(kind, "")
    return Fault(found.place, "F06", _spoken(what, key, given, {}))


def history_faults(
    data: object, key: str = "history", shapes: Mapping[str, type[Event]] = EVENTS
) -> Iterator[Fault]:
    """What does not fit in the history of a case file, or in the entries of another."""
    history = data.get(key) if isinstance(data, dict) else None
    if not isinstance(history, list) or not history:
        yield Fault(
            (key,), "F05", say("The key “{key}” with at least one event is missing.", key=key)
        )
        return
    for index, plain in enumerate(history):
        place = (key, index)
        if not isinstance(plain, dict):
            yield Fault(place, "F06", say("An event is a block of keys."))
        elif plain.get("did") not in shapes:
            yield Fault((*place, "did"), "F06", _choice("did", plain.get("did"), list(shapes)))
        else:
            rest = {key: value for key, value in plain.items() if key != "did"}
            for fault in faults(shapes[plain["did"]], rest):
                yield fault._replace(place=(*place, *fault.place))


def _key(place: tuple[str | int, ...]) -> str:
    """The key that a place is told by; an item of a list by that of the list."""
    return next((part for part in reversed(place) if isinstance(part, str)), "")


def _faults(error: ValidationError) -> Iterator[Fault]:
    for each in error.errors(include_url=False):
        place = tuple(part for part in each["loc"])
        key = _key(place)
        rule = "F05" if each["type"] in _KEYS else "F06"
        yield Fault(place, rule, _spoken(each["type"], key, each.get("input"), each.get("ctx", {})))


_KEYS = frozenset({"missing", "unexpected_keyword_argument", "extra_forbidden"})
_KINDS = {
    "string_type": say("text"),
    "int_type": say("a whole number"),
    "int_from_float": say("a whole number"),
    "float_type": say("a number"),
    "bool_type": say("true or false"),
    "list_type": say("a list"),
    "tuple_type": say("a list"),
    "dict_type": say("a block of keys"),
    "dataclass_type": say("a block of keys"),
    "date_type": say("a date such as 2026-11-24"),
    "date_parsing": say("a date such as 2026-11-24"),
    "date_from_datetime_parsing": say("a date such as 2026-11-24"),
    "date_from_datetime_inexact": say("a date such as 2026-11-24"),
    "datetime_type": say("a time such as 2026-11-24T08:31:00+08:00"),
    "datetime_parsing": say("a time such as 2026-11-24T08:31:00+08:00"),
    "datetime_from_date_parsing": say("a time such as 2026-11-24T08:31:00+08:00"),
}


def _spoken(kind: str, key: str, given: object, context: dict[str, Any]) -> Message:
    if kind == "missing":
        return say("The key “{key}” is missing.", key=key)
    if kind in _KEYS:
        return unknown_key(key)
    if not key:
        return say("The file is a block of keys, not {given}.", given=_shown(given))
    if kind == "literal_error" and key == "format" and type(given) is int and given > 1:
        return later_format(given)
    if kind == "literal_error":
        expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return _choice(key, given, expected.split(", "))
    if kind == "string_too_short":
        return say("“{key}” is empty.", key=key)
    what = _KINDS.get(kind, say("a value of another form"))
    return say("“{key}” must be {what}, not {given}.", key=key, what=what, given=_shown(given))


def unknown_key(key: object, known: Iterable[str] = ()) -> Message:
    """What to say of a key that nothing has, or that is none of `known`."""
    if not isinstance(key, str):
        return say("A key is text, not {given}.", given=_shown(key))
    near = closest(key, known or _known_keys())[:1]
    odd = next((char for char in key if not char.isascii()), None)
    if near and odd:
        return say(
            "There is no key “{key}”: it holds U+{code}, no plain letter; did you mean “{near}”?",
            key=key,
            code=f"{ord(odd):04X}",
            near=near[0],
        )
    if near:
        return say("There is no key “{key}”; did you mean “{near}”?", key=key, near=near[0])
    return say("There is no key “{key}”.", key=key)


def later_format(given: int) -> Message:
    """What to say of a file that a later version wrote."""
    return say(
        "The file is of format {given}, this gridctl reads format 1: a newer gridctl is needed.",
        given=given,
    )


def _choice(key: str, given: object, choices: list[str]) -> Message:
    near = closest(str(given), choices)[:1]
    if near:
        return say(
            "“{key}” cannot be {given}; did you mean {near}?",
            key=key,
            given=_shown(given),
            near=near[0],
        )
    return say(
        "“{key}” cannot be {given}; one of: {choices}",
        key=key,
        given=_shown(given),
        choices=listed(choices, most=20),
    )


def _shown(given: object) -> str:
    text = json.dumps(given, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else text[:39] + "…"


def _known_keys() -> list[str]:
    return sorted({name for shape in _SHAPES for name in shape.__dataclass_fields__})  # type: ignore[attr-defined]
