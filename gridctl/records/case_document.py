"""Case document: a case as the plain data of its file, and back."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.steps import rebuild
from gridctl.domain.verb_table import EVENTS
from gridctl.records.building import Misfit, build

FORMAT = 1
_HEAD = tuple(field.name for field in fields(Case) if field.name not in ("id", "history"))
_AT_REST: tuple[object, ...] = (None, (), 0, False, {})


def head(case: Case) -> dict[str, Any]:
    """The head as the file holds it: what is at rest (nothing, none, zero) is left out."""
    kept = {name: getattr(case, name) for name in _HEAD}
    moved = {
        name: value
        for name, value in kept.items()
        if value not in _AT_REST and (name, value) != ("severity", "normal")
    }
    return {"format": FORMAT, "id": case.id, "version": case.version} | moved


def document(case: Case) -> dict[str, Any]:
    """The whole file as plain data, times and all, in canonical order."""
    return head(case) | {"history": [entry(event) for event in case.history]}


def entry(event: Event) -> dict[str, Any]:
    """One event as plain data in canonical order; what was not said is left out."""
    return {"n": event.n, "did": event.did} | dict(_kept(event, skip="n"))


def _kept(value: Any, *, skip: str = "") -> Iterator[tuple[str, Any]]:
    for name in _names(value.__class__):
        inner = getattr(value, name)
        if name != skip and inner not in (None, (), {}) and inner is not False:
            yield name, _plain(inner)


@cache
def _names(shape: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(shape))


def _plain(value: Any) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        return dict(_kept(value))
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def events(
    data: object, key: str = "history", shapes: Mapping[str, type[Event]] = EVENTS
) -> tuple[Event, ...]:
    """The events under a key of a file's plain data; raises Misfit where these are none."""
    if not isinstance(data, Mapping) or not isinstance(data.get(key), list):
        raise Misfit(key)
    return tuple(event(each, shapes) for each in data[key])


def event(data: object, shapes: Mapping[str, type[Event]] = EVENTS) -> Event:
    """One event from plain data; raises Misfit."""
    if not isinstance(data, dict) or data.get("did") not in shapes:
        raise Misfit("did")
    plain = {key: value for key, value in data.items() if key != "did"}
    return build(shapes[data["did"]], plain)


def case(data: object) -> Case:
    """The case that the file's history adds up to; raises Misfit or Refused."""
    history = events(data)
    if not history or not isinstance(data, Mapping) or not isinstance(data.get("id"), str):
        raise Misfit("case")
    return rebuild(data["id"], history)
