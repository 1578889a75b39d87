"""Asking: in a terminal, what a call left out is asked for; elsewhere it is a usage error."""

import sys
from collections.abc import Mapping, Sequence

from gridctl.cli.calling import missing
from gridctl.cli.faults import spoken
from gridctl.cli.session import current
from gridctl.errors import Usage
from gridctl.words import Message, _, listed, say


def wish(value: str | None, name: str, question: Message) -> str:
    """The value, or the answer to the question; Usage naming the option where nobody is there."""
    if value:
        return value
    if not current().interactive:
        raise missing(name)
    return ask(question)


def one_of(flags: Mapping[str, bool]) -> str:
    """The one flag that was given; Usage where it is none or several."""
    given = [flag for flag, on in flags.items() if on]
    if len(given) != 1:
        raise Usage(say("Give one of {flags}.", flags=listed(flags)), say("See --help."))
    return given[0]


def ask(question: Message) -> str:
    """One line from the terminal, asked for until there is one."""
    while True:
        sys.stderr.write(spoken(question) + _(": "))
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        if line.strip():
            return line.strip()


def choose(value: str | None, name: str, question: Message, choices: Mapping[str, str]) -> str:
    """The value, or one of the choices by its number, key or any other word; first is the default."""
    if value:
        return value
    if not current().interactive:
        raise missing(name)
    keys: Sequence[str] = list(choices)
    for number, key in enumerate(keys, 1):
        sys.stderr.write(f"  {number:2}. {choices[key]}\n")
    answer = ask(question)
    if answer.isdecimal() and 1 <= int(answer) <= len(keys):
        return keys[int(answer) - 1]
    return answer


def confirm(yes: bool, question: Message) -> None:
    """Go on only where the person says yes; Usage naming --yes where nobody is there to ask."""
    if yes:
        return
    if not current().interactive:
        raise missing("--yes")
    sys.stderr.write(spoken(question) + _(" [y/N] "))
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes", "是"):
        raise EOFError
