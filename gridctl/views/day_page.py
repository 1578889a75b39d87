"""Day page: one person's plan of the day, one thing a numbered line."""

from collections.abc import Iterator, Sequence
from typing import Any

from gridctl.domain.day.plan import Item, Morning, Part
from gridctl.domain.day_terms import DAY_PARTS, WEEKDAYS
from gridctl.domain.hidden import visible
from gridctl.domain.people import Person
from gridctl.domain.terms import ROLES
from gridctl.views.case_json import plain
from gridctl.words import _, aside, listed


def lines(morning: Morning, parts: Sequence[Part]) -> Iterator[str]:
    """Day and person, then the parts that hold anything, numbered through."""
    yield from _head(morning)
    number = 0
    for part in parts:
        if part.items:
            yield ""
            yield str(DAY_PARTS[part.name])
        for item in part.items:
            number += 1
            yield f"{number:3}. {_told(item)}"


def _head(morning: Morning) -> Iterator[str]:
    day, person = morning.day, morning.person
    posts = [
        f"{visible(morning.office.unit_name(post.grid))} {ROLES[post.role]}"
        for post in person.posts_on(day)
    ]
    yield f"{day}  {WEEKDAYS[day.isoweekday()]}  {morning.calendar.reason(day)}"
    yield f"{aside(visible(person.name), person.id)}  {listed(posts) or _('no post today')}"


def _told(item: Item) -> str:
    return visible(str(item.told)) + (f"  → {item.command}" if item.command else "")


def answer(morning: Morning, parts: Sequence[Part]) -> dict[str, Any]:
    """The plan as an object with stable keys: every part, also an empty one."""
    person, day = morning.person, morning.day
    return {
        "staff": person.id,
        "name": person.name,
        "day": day.isoformat(),
        "workday": morning.calendar.is_workday(day),
        "reason": str(morning.calendar.reason(day)),
        "posts": _posts(person, morning),
        "parts": [
            {
                "name": part.name,
                "title": str(DAY_PARTS[part.name]),
                "items": [
                    {key: plain(value) for key, value in item.data.items()}
                    | {"text": str(item.told), "command": item.command}
                    for item in part.items
                ],
            }
            for part in parts
        ],
    }


def _posts(person: Person, morning: Morning) -> list[dict[str, str]]:
    return [{"grid": post.grid, "role": post.role} for post in person.posts_on(morning.day)]
