"""Misfit: the first place in plain data at which building refuses."""

import types
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple, Union, get_args, get_origin

from gridctl.records.building import reader


class Place(NamedTuple):
    """A place such as ("grids", 3, "level"), the type that is wanted there, and what is given."""

    place: tuple[str | int, ...]
    kind: Any
    given: object


def first_misfit(kind: Any, data: object, place: tuple[str | int, ...] = ()) -> Place | None:
    """The innermost place where `data` is not of `kind`; None where building takes it.

    Missing and surplus keys are not looked for.
    """
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(each for each in get_args(kind) if each is not type(None))
    inner = _inner(kind, data)
    if inner is not None:
        found = (first_misfit(below, each, (*place, key)) for key, below, each in inner)
        return next((each for each in found if each), None)
    try:
        reader(kind)(data)
    except (KeyError, TypeError, ValueError):
        return Place(place, kind, data)
    return None


def _inner(kind: Any, data: object) -> list[tuple[str | int, Any, object]] | None:
    """What the data holds, each with its key and the type wanted; None for what holds nothing."""
    if is_dataclass(kind) and isinstance(data, dict):
        return [
            (each.name, each.type, data[each.name]) for each in fields(kind) if each.name in data
        ]
    if get_origin(kind) is tuple and isinstance(data, list):
        return [(index, get_args(kind)[0], each) for index, each in enumerate(data)]
    return None
