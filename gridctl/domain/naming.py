"""Naming: finds a thing by its id or whole name, and suggests what a mistyped word may have meant."""

from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Protocol, TypeVar

from gridctl.errors import NotFound
from gridctl.words import Message, aside, listed, say


class Named(Protocol):
    """Whatever has an id and a name."""

    @property
    def id(self) -> str:
        """The key."""

    @property
    def name(self) -> str:
        """What people call it."""


T = TypeVar("T", bound=Named)


def one_named(word: str, known: Mapping[str, T], what: Message, listing: str) -> T:
    """The one thing whose id or name is `word`; NotFound names near ones, or all that share it."""
    found = known.get(word) or known.get(word.lower())
    if found:
        return found
    same = [thing for thing in known.values() if thing.name == word]
    if len(same) == 1:
        return same[0]
    if same:
        raise NotFound(
            say("Several have the name {name}: {ids}", name=word, ids=listed(t.id for t in same)),
            say("Give the id instead."),
        )
    near = closest(word, [*known, *(thing.name for thing in known.values())])
    raise NotFound(
        say("There is no {what} “{word}”.", what=what, word=word),
        meant(near, [aside(known[n].name, n) if n in known else n for n in near], listing),
    )


def closest(word: str, candidates: Iterable[str], *, most: int = 3) -> list[str]:
    """Near candidates, nearest first: like spelling in any letter case, or one inside the other."""
    from difflib import SequenceMatcher, get_close_matches
    from unicodedata import normalize

    wanted = normalize("NFKC", word).lower()
    pool = {candidate.lower(): candidate for candidate in candidates}
    # Of two Chinese characters one in its place is much.
    cutoff = 0.5 if len(wanted) == 2 and not wanted.isascii() else 0.6
    judge = SequenceMatcher(b=wanted)

    def likeness(candidate: str) -> tuple[float, int]:
        judge.set_seq1(candidate)
        alike = (a == b for a, b in zip(candidate, wanted, strict=False))
        return judge.ratio(), sum(1 for _ in takewhile(bool, alike))

    close = get_close_matches(wanted, pool, n=max(1, len(pool)), cutoff=cutoff)
    near = [pool[each] for each in sorted(close, key=likeness, reverse=True)[:most]]
    inside = [
        c for c in pool.values() if c not in near and len(word) > 1 and (word in c or c in word)
    ]
    return (near + inside)[:most]


def meant(near: list[str], shown: list[str], listing: str) -> Message:
    """The hint after a word that names nothing."""
    if not near:
        return say("See {command}", command=listing)
    return say("Did you mean {near}? See {command}", near=listed(shown), command=listing)
