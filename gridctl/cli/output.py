"""Output: what a command says, as lines, JSON, warnings and problems; no name in it steers the terminal."""

import sys
from collections.abc import Iterable
from typing import Any

from gridctl.domain.hidden import visible
from gridctl.errors import Problem
from gridctl.words import Message, say


def say_json(answer: Any) -> None:
    """One JSON document on standard output."""
    import json
    import re

    from gridctl.domain.hidden import LINE_END, RANGES, char_class

    text = json.dumps(answer, ensure_ascii=False, indent=2)
    # What is hidden stands as JSON's own escapes, so that the data stay as they are.
    hidden = char_class(each for each in RANGES if each != LINE_END)
    sys.stdout.write(re.sub(hidden, lambda found: json.dumps(found[0])[1:-1], text) + "\n")


def say_lines(lines: Iterable[str], *, keep: str = "") -> None:
    """Lines on standard output; whatever name stands in them, it does not steer the terminal."""
    sys.stdout.writelines(visible(line, keep=f"\t\n{keep}") + "\n" for line in lines)


def warn(messages: Iterable[Message]) -> None:
    """Warnings on standard error, a line each."""
    from gridctl.cli.faults import spoken

    for message in messages:
        sys.stderr.write(spoken(say("Warning: {message}", message=message)) + "\n")


def tell_problems(problems: Iterable[Problem]) -> None:
    """Problems on standard error, each with its place, rule and remedy."""
    from gridctl.cli.faults import problem_lines

    sys.stderr.writelines(f"{line}\n" for problem in problems for line in problem_lines(problem))
