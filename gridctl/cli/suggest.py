"""What was meant by a name that is no command."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from gridctl import words
from gridctl.cli.entry import Entry, Section, inside
from gridctl.errors import Usage
from gridctl.words import listed, say

_ALIKE = 0.65


def unknown_command(word: str, sections: tuple[Section, ...], path: str) -> Usage:
    """The error for `word` after `path` (as "gridctl grid"), with the commands it resembles."""
    meant = similar(word, sections)
    hint = (
        say("Did you mean {commands}?", commands=listed(f"{path} {name}" for name in meant))
        if meant
        else say("All commands: {path} --help", path=path)
    )
    return Usage(say("There is no command {path} {word}.", path=path, word=word), hint)


def similar(word: str, sections: tuple[Section, ...]) -> list[str]:
    """At most three commands, those of groups with their group, that `word` may stand for."""
    rated = sorted(
        (
            (_likeness(word.lower(), called), -order, said)
            for order, (called, said) in enumerate(_spoken(sections))
        ),
        reverse=True,
    )
    best = [said for likeness, _, said in rated if likeness >= _ALIKE]
    return list(dict.fromkeys(best))[:3]


def _spoken(sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    """Every name and alias, with what to type for it; in English the name stands for its aliases."""
    for section in sections:
        for entry in section.entries:
            yield from _calls(entry)
            for called, said in _spoken(inside(entry)) if entry.entries else ():
                yield called, f"{entry.name} {said}"


def _calls(entry: Entry) -> Iterator[tuple[str, str]]:
    for called in (entry.name, *entry.aliases):
        yield called, called if words.language() == "zh" else entry.name


def _likeness(word: str, called: str) -> float:
    """0 to 1. A beginning counts, and of two Chinese characters one in its place is much."""
    if len(word) >= 2 and called.startswith(word):
        return 0.9
    alike = SequenceMatcher(None, word, called).ratio()
    short = len(word) <= 2 and not word.isascii()
    return alike + 0.2 if short else alike
