"""Inbox page: what waits for a person, by what is to be done; rows when piped, an object for scripts."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from gridctl.domain.day_terms import MATTERS
from gridctl.domain.hidden import visible
from gridctl.domain.names import Names
from gridctl.domain.people import Person
from gridctl.domain.todo import Task
from gridctl.domain.urgency import clock
from gridctl.views.case_json import head
from gridctl.views.case_rows import COLOURS, cells
from gridctl.words import _

Line = tuple[str, str]
"""A line and its colour."""


def by_matter(tasks: Sequence[Task]) -> dict[str, list[Task]]:
    """The tasks of every matter that there is any of, in the order of the terms."""
    grouped = {matter: [task for task in tasks if task.matter == matter] for matter in MATTERS}
    return {matter: own for matter, own in grouped.items() if own}


def lines(tasks: Sequence[Task], names: Names, now: datetime) -> Iterator[Line]:
    """A head for each matter, under it two lines a case: what it is, and the command."""
    for number, (matter, own) in enumerate(by_matter(tasks).items()):
        if number:
            yield "", ""
        yield f"{MATTERS[matter]}  {len(own)}", "bold"
        for task in own:
            ending, _number, title, grid, _stands, unit, due, light = cells(task.case, names, now)
            told = [title, grid, *(each for each in (unit, due, light) if each != "–")]
            yield f"  {ending}  {'  '.join(told)}", COLOURS[clock(task.case, now) or ""]
            yield f"         {task.command}", ""


def rows(tasks: Sequence[Task], names: Names, now: datetime) -> Iterator[str]:
    """Plain rows for a pipe: what is to be done, the row of `list`, the command."""
    for own in by_matter(tasks).values():
        for task in own:
            row = [str(MATTERS[task.matter]), *cells(task.case, names, now), task.command]
            yield "\t".join(row)


def show(tasks: Sequence[Task], names: Names, now: datetime, *, colour: bool) -> None:
    """The page on a terminal."""
    from rich.console import Console
    from rich.text import Text

    console = Console(no_color=not colour, highlight=False, markup=False, emoji=False)
    for line, style in lines(tasks, names, now):
        console.print(Text(visible(line), style=style), soft_wrap=True)


def nothing(person: Person) -> str:
    """What an empty inbox says."""
    return _("Nothing waits for {name}.").format(name=visible(person.name))


def answer(tasks: Sequence[Task], person: Person, now: datetime) -> dict[str, Any]:
    """The inbox as an object with stable keys."""
    return {
        "staff": person.id,
        "name": person.name,
        "day": now.date().isoformat(),
        "counts": {matter: len(own) for matter, own in by_matter(tasks).items()},
        "tasks": [
            {
                "matter": task.matter,
                "verb": task.verb,
                "command": task.command,
                "case": head(task.case, now),
            }
            for own in by_matter(tasks).values()
            for task in own
        ],
    }
