"""Settings words: how one thing or value of the settings is written in a sentence."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from gridctl.domain.grids import Duty, GridsFile
from gridctl.domain.hidden import visible
from gridctl.domain.limits import in_words
from gridctl.domain.local_calendar import LocalDay, LocalPlan
from gridctl.domain.local_catalogue import Wording
from gridctl.domain.people import Key, Post, Power, StaffFile
from gridctl.domain.report_terms import SIDES
from gridctl.domain.scoring import Exemption, ManualMark, Profile
from gridctl.domain.settings_terms import SETTINGS_FIELDS
from gridctl.domain.terms import ACTIONS, KINDS, LEVELS, ROLES, STAFF_KINDS, YES_NO
from gridctl.words import Both, aside, listed

# What the things of lists are called, by their classes.
SETTINGS_THINGS = {
    "Season": Both("季节作息", "season"),
    "Source": Both("自设来源", "source"),
    "Duty": Both("治理任务", "duty"),
    "Room": Both("联合执法室", "joint enforcement room"),
    "Place": Both("点位", "place"),
    "Grid": Both("网格", "grid"),
    "Power": Both("执法权限", "power"),
    "Department": Both("部门", "department"),
    "Post": Both("岗位", "post"),
    "Key": Both("公钥", "key"),
    "Person": Both("人员", "person"),
    "LocalDay": Both("日期", "day"),
    "LocalPlan": Both("放假安排", "holiday plan"),
    "LocalCondition": Both("立案条件", "filing condition"),
    "LocalCategory": Both("类别", "category"),
    "LocalClass": Both("大类", "class"),
    "Term": Both("考核项", "term"),
    "Profile": Both("考核对象", "profile"),
    "Exemption": Both("免考", "exemption"),
    "ManualMark": Both("人工评分", "mark"),
}
_TERMS: Mapping[str, Mapping[Any, Both]] = {
    "role": ROLES,
    "action": ACTIONS,
    "kind": {**STAFF_KINDS, **KINDS},
    "level": LEVELS,
    "levels": LEVELS,
    "side": SIDES,
}
_NAMED = frozenset({"parent", "grid", "home", "departments", "of", "by"})
_LIMITS = frozenset({"verify_within", "reopen_within", "limit"})
Names = Mapping[str, str]


def names_of(files: Iterable[object]) -> dict[str, str]:
    """The names of grids, departments and people by id, those of later files first."""
    found: dict[str, str] = {}
    for file in files:
        if isinstance(file, GridsFile):
            found |= {each.id: each.name for each in file.grids}
        elif isinstance(file, StaffFile):
            found |= {each.id: each.name for each in file.departments}
            found |= {each.id: each.name for each in file.staff}
    return found


def label(field: str) -> str:
    """What a key is called; a key that nobody has named yet, as it is."""
    return str(SETTINGS_FIELDS.get(field, field))


def told(field: str, value: Any, names: Names) -> str:
    """A value of a key in words."""
    if value is None or value == ():
        return "–"
    if isinstance(value, bool):
        return str(YES_NO["yes" if value else "no"])
    if isinstance(value, tuple):
        return listed([told(field, each, names) for each in value], most=12)
    if isinstance(value, Wording):
        return visible(str(value.both))
    if is_dataclass(value):
        return thing(value, names)
    if field in _TERMS and value in _TERMS[field]:
        return str(_TERMS[field][value])
    if isinstance(value, date):
        return value.isoformat()
    if field in _LIMITS:
        return visible(in_words(str(value)))
    if field in _NAMED and value in names:
        return aside(visible(names[value]), value)
    return visible(str(value))


def thing(item: Any, names: Names) -> str:
    """A thing of a list by what people know it by."""
    shown = _SHOWN.get(type(item))
    if shown:
        return shown(item, names)
    name = getattr(item, "name", None)
    if name is None and hasattr(item, "zh"):
        name = str(Both(item.zh, item.en or item.zh))
    if name and hasattr(item, "id"):
        return aside(visible(name), item.id)
    return f"{item.code} {visible(name)}" if name and hasattr(item, "code") else _whole(item, names)


_SHOWN: Mapping[type, Callable[[Any, Names], str]] = {
    Post: lambda x, names: f"{told('grid', x.grid, names)} {ROLES[x.role]}",
    Power: lambda x, _names: f"{x.category} {ACTIONS[x.action]}",
    Duty: lambda x, _names: f"{x.category} {ACTIONS[x.action]}",
    Key: lambda x, _names: f"…{visible(x.key)[-12:]}",  # its beginning is the same for all
    LocalDay: lambda x, _names: f"{x.date} {visible(x.name)}",
    LocalPlan: lambda x, _names: str(x.year),
    Profile: lambda x, _names: " ".join([x.of, *(str(LEVELS[level]) for level in x.levels)]),
    Exemption: lambda x, names: f"{told('of', x.of, names)} {x.until}",
    ManualMark: lambda x, names: f"{told('of', x.of, names)} {visible(x.name)} {x.period}",
}


def _whole(item: Any, names: Names) -> str:
    """A thing of no known kind: every key that says something."""
    said = [(each.name, getattr(item, each.name)) for each in fields(item)]
    return listed(
        f"{label(key)} {told(key, value, names)}" for key, value in said if value not in (None, ())
    )
