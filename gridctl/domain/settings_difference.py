"""Settings difference: what two states of the settings say differently, thing by thing and not line by line."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from gridctl.domain.local_catalogue import Wording
from gridctl.domain.settings_files import REQUIRED, SETTINGS
from gridctl.domain.settings_words import SETTINGS_THINGS, Names, label, names_of, thing, told
from gridctl.words import Message, listed, say

# By what a thing of a list is found again in the other state. What stands here under no name is
# compared as a whole, so that a list of a later version is told all the same.
_KEYS: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(
        ("Source", "Room", "Place", "Grid", "Department", "Person", "Term"), lambda x: str(x.id)
    ),
    "Season": lambda x: f"{x.since} {x.until}",
    "Duty": lambda x: f"{x.category} {x.action}",
    "Power": lambda x: f"{x.category} {x.action}",
    "Post": lambda x: f"{x.grid} {x.role} {x.since}",
    "Key": lambda x: f"{x.key} {x.since}",
    "LocalDay": lambda x: f"{x.date}",
    "LocalPlan": lambda x: f"{x.year}",
    "LocalCategory": lambda x: str(x.code),
    "LocalClass": lambda x: str(x.code),
    "Profile": lambda x: " ".join([x.of, *map(str, x.levels)]),
    "Exemption": lambda x: f"{x.of} {x.since} {x.until}",
    "ManualMark": lambda x: f"{x.period} {x.of} {x.name}",
}
_ADDED = {
    "Post": say("{of}: post given: {name}, from {since}"),
    "Key": say("{of}: key given: {name}, from {since}"),
    "Grid": say("grid added: {name}, below {parent}"),
    "": say("{of}: {what} added: {name}"),
    "top": say("{what} added: {name}"),
}
_REMOVED = {
    "Post": say("{of}: post taken away: {name}, held from {since}"),
    "": say("{of}: {what} taken away: {name}"),
    "top": say("{what} taken away: {name}"),
}
_CHANGED = {
    ("Post", "until"): say("{of}: post ended: {name}, last day {new}"),
    ("Key", "until"): say("{of}: key ended: {name}, last day {new}"),
    ("Grid", "parent"): say("grid moved: {name}, from {old} to {new}"),
    ("Grid", "until"): say("grid ended: {name}, last day {new}"),
    ("Grid", "name"): say("grid {id} renamed: {old} → {new}"),
    ("Person", "name"): say("person {id} renamed: {old} → {new}"),
    ("Department", "name"): say("department {id} renamed: {old} → {new}"),
}


class Difference(NamedTuple):
    """One thing that is said differently: the file, where in it by ids, and the sentence."""

    file: str
    place: tuple[str, ...]
    message: Message


class _At(NamedTuple):
    place: tuple[str, ...]
    words: str  # whose the values are, as a sentence begins
    names: Names


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    """What differs between two states of settings files, each by its name; a file may be lacking.

    The files that did not change may be given as well: they hold names.
    """
    names = names_of([*before.values(), *after.values()])
    for file in SETTINGS:
        old, new = before.get(file), after.get(file)
        if old == new:
            continue
        if new is None:
            yield Difference(file, (), say("{file} is gone", file=file))
            continue
        if old is None:
            yield Difference(file, (), _begun(file, new))
            if file in REQUIRED:  # nobody wants to read a whole office one by one
                continue
        for place, message in _inside(old, new, _At((), file, names)):
            yield Difference(file, place, message)


def _begun(file: str, new: Any) -> Message:
    lists = ((each.name, getattr(new, each.name)) for each in fields(new))
    counts = [f"{_thing_of(v[0])} {len(v)}" for _key, v in lists if _is_list(v)]
    return say("{file} is new: {counts}", file=file, counts=listed(counts))


Found = tuple[tuple[str, ...], Message]


def _inside(old: Any, new: Any, at: _At) -> Iterator[Found]:
    """What differs between two states of one thing, key by key."""
    for field in fields(new):
        if field.name == "format":
            continue
        was, now = getattr(old, field.name, None), getattr(new, field.name)
        below = _At((*at.place, field.name), at.words, at.names)
        if was == now or (was is None and now == ()):
            continue
        if _is_list(was) or _is_list(now):
            yield from _list(was or (), now or (), below)
        elif is_dataclass(was) and is_dataclass(now) and not isinstance(now, Wording):
            whose = label(field.name) if field.name != "ledger" else at.words
            yield from _inside(was, now, below._replace(words=whose))
        else:
            yield below.place, _value(type(new).__name__, field.name, (was, now), new, at)


def _is_list(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and is_dataclass(value[0])


def _value(kind: str, field: str, values: tuple[Any, Any], holder: Any, at: _At) -> Message:
    old, new = (told(field, each, at.names) for each in values)
    own = _CHANGED.get((kind, field)) if values[0] is not None or field == "until" else None
    if own and values[1] is not None:
        key = getattr(holder, "id", "")
        name = thing(holder, at.names)
        return _filled(own, of=at.words.rpartition(" · ")[0], name=name, id=key, old=old, new=new)
    if values[0] is None or values[0] == ():
        return say("{of}: {field}: {new}", of=at.words, field=label(field), new=new)
    return say("{of}: {field}: {old} → {new}", of=at.words, field=label(field), old=old, new=new)


def _list(old: tuple[Any, ...], new: tuple[Any, ...], at: _At) -> Iterator[Found]:
    """What was added to a list, taken from it, and changed in it."""
    kind = type((new or old)[0]).__name__
    was, now = _by_key(kind, old, new)
    for key, item in now.items():
        if key not in was:
            yield (*at.place, key), _whole(_ADDED, kind, item, at)
            yield from _given_at_once(
                item, _At((*at.place, key), _whose(kind, key, item, at), at.names)
            )
        elif was[key] != item:
            whose = _whose(kind, key, item, at)
            inside = _At((*at.place, key), whose, at.names)
            yield from _inside(was[key], item, inside)
    for key, item in was.items():
        if key not in now:
            yield (*at.place, key), _whole(_REMOVED, kind, item, at)


def _given_at_once(item: Any, at: _At) -> Iterator[Found]:
    """The posts and keys that something new comes with, as they would be told if given later."""
    for field in fields(item) if is_dataclass(item) else ():
        value = getattr(item, field.name)
        if _is_list(value) and type(value[0]).__name__ in ("Post", "Key"):
            yield from _list((), value, at._replace(place=(*at.place, field.name)))


def _by_key(kind: str, *lists: tuple[Any, ...]) -> list[dict[str, Any]]:
    """The things of both lists by what they are known by; where two are known alike, as a whole."""
    if kind == "LocalCondition":
        return [{str(n): item for n, item in enumerate(items, start=1)} for items in lists]
    key = _KEYS.get(kind, repr)
    found = [{key(item): item for item in items} for items in lists]
    if [*map(len, found)] == [*map(len, lists)]:
        return found
    return [{repr(item): item for item in items} for items in lists]


def _whose(kind: str, key: str, item: Any, at: _At) -> str:
    """How a sentence about the thing begins: with whom it belongs to, where that is not the file."""
    what = SETTINGS_THINGS.get(kind, kind)
    own = f"{what} {key if kind == 'LocalCondition' else thing(item, at.names)}"
    return own if at.words in SETTINGS else f"{at.words} · {own}"


def _thing_of(item: Any) -> object:
    kind = type(item).__name__
    return SETTINGS_THINGS.get(kind, kind)


def _whole(table: Mapping[str, Message], kind: str, item: Any, at: _At) -> Message:
    template = table.get(kind) or table["top" if at.words in SETTINGS else ""]
    return _filled(
        template,
        of=at.words,
        what=SETTINGS_THINGS.get(kind, label(at.place[-1])),
        name=thing(item, at.names),
        since=getattr(item, "since", None),
        parent=told("parent", getattr(item, "parent", None), at.names),
    )


def _filled(template: Message, **values: object) -> Message:
    return Message(template.template, values)
