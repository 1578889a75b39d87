"""Explaining: what does not fit in plain data from outside, place by place, through pydantic."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import ConfigDict, TypeAdapter, ValidationError

from gridctl.domain import event, grids, people
from gridctl.domain.naming import closest
from gridctl.domain.steps import EVENTS
from gridctl.domain.verbs.file import Pinned
from gridctl.words import Message, listed, say

_STRICT = ConfigDict(extra="forbid", strict=True, str_min_length=1, allow_inf_nan=False)
_SHAPES: tuple[type, ...] = (
    *(
        shape
        for module in (grids, people, event)
        for shape in vars(module).values()
        if isinstance(shape, type) and hasattr(shape, "__dataclass_fields__")
    ),
    *EVENTS.values(),
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


def faults(shape: type, data: object) -> tuple[Fault, ...]:
    """Everything in `data` that does not fit `shape`; empty where all fits."""
    try:
        # Strict JSON mode takes dates and tuples in their text form and nothing else for them.
        adapter(shape).validate_json(json.dumps(data, allow_nan=False, default=str))
    except ValidationError as error:
        return tuple(_faults(error, shape))
    except ValueError:
        return (Fault((), "F06", say("A number that is not finite.")),)
    return ()


def history_faults(data: object) -> Iterator[Fault]:
    """What does not fit in the history of a case file."""
    history = data.get("history") if isinstance(data, dict) else None
    if not isinstance(history, list) or not history:
        yield Fault(
            ("history",), "F05", say("The key “history” with at least one event is missing.")
        )
        return
    for index, plain in enumerate(history):
        place = ("history", index)
        if not isinstance(plain, dict):
            yield Fault(place, "F06", say("An event is a block of keys."))
        elif plain.get("did") not in EVENTS:
            yield Fault((*place, "did"), "F06", _choice("did", plain.get("did"), list(EVENTS)))
        else:
            rest = {key: value for key, value in plain.items() if key != "did"}
            for fault in faults(EVENTS[plain["did"]], rest):
                yield fault._replace(place=(*place, *fault.place))


def _faults(error: ValidationError, shape: type) -> Iterator[Fault]:
    for each in error.errors(include_url=False):
        place = tuple(part for part in each["loc"])
        key = str(place[-1]) if place else shape.__name__
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
        near = closest(key, _known_keys())[:1]
        return (
            say("There is no key “{key}”; did you mean “{near}”?", key=key, near=near[0])
            if near
            else say("There is no key “{key}”.", key=key)
        )
    if kind == "literal_error":
        expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return _choice(key, given, expected.split(", "))
    if kind == "string_too_short":
        return say("“{key}” is empty.", key=key)
    what = _KINDS.get(kind, say("a value of another form"))
    return say("“{key}” must be {what}, not {given}.", key=key, what=what, given=_shown(given))


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
