"""Held back: how commands that bring clones together tell what did not follow, and what comes next."""

import os
import shlex
from collections.abc import Iterator, Sequence
from typing import Any

from gridctl.app.case_files import is_case_path
from gridctl.app.replay import HeldBack
from gridctl.cli.faults import spoken
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.rules import RULES
from gridctl.domain.violation import Violation
from gridctl.views import sync_page
from gridctl.words import Message, _, aside


def name_of(path: str) -> str:
    """How a person names what lies at a path: a case by its ending, else the file."""
    return os.path.basename(path)[:-5].rpartition("-")[2] if is_case_path(path) else path


def case_of(path: str) -> str | None:
    """The whole id of the case at a path."""
    return os.path.basename(path)[:-5] if is_case_path(path) else None


def lines(held: Sequence[HeldBack], office: Office) -> Iterator[str]:
    """What is held back, and what can be done about it."""
    for commit, stopped in held:
        yield from sync_page.held(
            name_of(stopped.path),
            commit,
            stopped.events,
            stopped.theirs,
            office,
            stopped.refusal.message,
        )
    if held:
        first = held[0]
        yield from next_lines(first.stopped.path, first.commit, entries=bool(first.stopped.events))


def next_lines(path: str, commit: str, *, entries: bool) -> Iterator[str]:
    """What can be done about it: entries are taken up again, an edit of a file is made again by hand."""
    word, short = shlex.quote(visible(name_of(path))), commit[:7]
    first = f"gridctl held take {word}" if entries else f"gridctl diff {short}~1..{short}"
    yield _("Next: {command}").format(command=first)
    yield "  " + _("or: {command}").format(command=f"gridctl held drop {word}")


def objects(held: Sequence[HeldBack]) -> list[dict[str, Any]]:
    """The same with stable keys."""
    return [
        sync_page.held_object(case_of(s.path), s.path, commit, s.events, s.theirs)
        | {"rule": s.refusal.rule, "why": spoken(s.refusal.message)}
        for commit, s in held
    ]


def violation_lines(found: Sequence[Violation], heading: Message) -> Iterator[str]:
    """What an audit found, each with its commit and rule."""
    if found:
        yield spoken(heading)
    for each in found:
        where = f"  {each.path}" if each.path else ""
        rule = aside(RULES[each.rule], each.rule)
        yield f"  {each.commit[:10]}{where}  {spoken(each.message)}  {rule}"


def violation_objects(found: Sequence[Violation]) -> list[dict[str, Any]]:
    """The same with stable keys."""
    return [
        {
            "commit": each.commit,
            "rule": each.rule,
            "message": spoken(each.message),
            "path": each.path,
            "case": each.case,
        }
        for each in found
    ]
