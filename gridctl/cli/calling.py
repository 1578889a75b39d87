"""Calling: what commands share: ids from the call or standard input, the hand that acts, the answer."""

import sys
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, NamedTuple

import typer

from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.domain.hidden import visible
from gridctl.errors import Problem, Usage
from gridctl.words import Message, say

Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=N_("ID..."),
        help=N_("Cases by id or its ending; - reads ids from standard input."),
        show_default=False,
    ),
]
Note = Annotated[str | None, typer.Option("--note", help=N_("A remark on it."), show_default=False)]
Mask = Annotated[
    bool, typer.Option("--mask", help=N_("Record phone and identity numbers in texts masked."))
]
Photos = Annotated[
    list[str] | None,
    typer.Option(
        "--photo", metavar=N_("FILE"), help=N_("A photo as evidence."), show_default=False
    ),
]
Papers = Annotated[
    list[str] | None,
    typer.Option(
        "--paper", metavar=N_("FILE"), help=N_("A paper as evidence."), show_default=False
    ),
]
Unit = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar=N_("UNIT"),
        help=N_("Enter it for a unit that has nobody in the ledger."),
        show_default=False,
    ),
]
Category = Annotated[
    str | None,
    typer.Option(
        "--category",
        "-c",
        metavar=N_("CODE"),
        help=N_("Category, by code or name."),
        show_default=False,
    ),
]
Assist = Annotated[
    list[str] | None,
    typer.Option("--assist", metavar=N_("UNIT"), help=N_("An assisting unit."), show_default=False),
]
Persons = Annotated[
    list[str] | None,
    typer.Option(
        "--person",
        metavar=N_("STAFF"),
        help=N_("A person of the units who is to handle it."),
        show_default=False,
    ),
]


class Cases(NamedTuple):
    """The cases that a call names; `several` where it asked for a list, however long that is."""

    ids: list[str]
    several: bool


def case_ids(words: Sequence[str] | None) -> Cases:
    """The ids of the call: as arguments, or one a line on standard input where one is `-`."""
    ids: list[str] = []
    for word in words or ():
        ids += sys.stdin.read().split() if word == "-" else [word]
    if ids or words:
        return Cases(ids, several=len(ids) > 1 or "-" in (words or ()))
    if current().interactive:
        from gridctl.cli.asking import ask

        return Cases([ask(say("Case id"))], several=False)
    raise missing("Case id")


def missing(name: str) -> Usage:
    """The error of a wish that was not given where nobody can be asked."""
    lacking = (
        say("{option} is missing.", option=name)
        if name.startswith("-")
        else say("{name} is missing.", name=say(name))
    )
    return Usage(lacking, say("In a terminal you are asked for it; see --help."))


def say_json(answer: Any) -> None:
    """One JSON document on standard output."""
    import json
    import re

    from gridctl.domain.hidden import LINE_END, RANGES, char_class

    text = json.dumps(answer, ensure_ascii=False, indent=2)
    # What is hidden stands as JSON's own escapes, so that the data stay as they are.
    hidden = char_class(each for each in RANGES if each != LINE_END)
    sys.stdout.write(re.sub(hidden, lambda found: json.dumps(found[0])[1:-1], text) + "\n")


def say_lines(lines: Iterable[str]) -> None:
    """Lines on standard output; whatever name stands in them, it does not steer the terminal."""
    sys.stdout.writelines(visible(line, keep="\t\n") + "\n" for line in lines)


def warn(messages: Iterable[Message]) -> None:
    """Warnings on standard error, a line each."""
    from gridctl.cli.faults import spoken

    for message in messages:
        sys.stderr.write(spoken(say("Warning: {message}", message=message)) + "\n")


def tell_problems(problems: Iterable[Problem]) -> None:
    """Problems on standard error, each with its place, rule and remedy."""
    from gridctl.cli.faults import problem_lines

    sys.stderr.writelines(f"{line}\n" for problem in problems for line in problem_lines(problem))
