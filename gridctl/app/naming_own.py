"""Naming own: entries of this clone that nobody else has, named to be held back, each with the reason."""

from collections.abc import Mapping, Sequence

from gridctl.app.ledgers_inside import violations
from gridctl.errors import Refused, Usage
from gridctl.git.history import Range
from gridctl.git.lineage import between
from gridctl.git.objects import Objects
from gridctl.git.repository import Repository
from gridctl.words import say


def named(own: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    """The commits among `own` that the words begin. Raises Usage for a word that is none of them."""
    return tuple(_named(own, word) for word in words)


def _named(own: Sequence[str], word: str) -> str:
    found = [id_ for id_ in own if id_.startswith(word.lower())] if len(word) > 3 else []
    if len(found) != 1:
        raise Usage(
            say("“{word}” is none of your entries that are not sent yet.", word=word),
            say("See them: gridctl log, and what stands against them: gridctl sync"),
        )
    return found[0]


def reasons(
    repository: Repository, objects: Objects, range_: Range, commits: Sequence[str]
) -> Mapping[str, Refused]:
    """Why each of these is held back: the rule that it breaks, or that it was asked for."""
    found = violations(repository, objects, range_) if commits else ()
    against = {each.commit: Refused(each.rule, each.message) for each in reversed(found)}
    asked = Refused("Y08", say("It was to be held back."))
    return {id_: against.get(id_, asked) for id_ in commits}


def before_all(repository: Repository, head: str, words: Sequence[str]) -> str:
    """The state that the first of the named stands on, where the other side has nothing yet."""
    own = between(repository, head, merges=True)
    first = min(named(own, words), key=own.index)
    told = repository.git("rev-parse", "--verify", "-q", f"{first}^", allow=(0, 1)).decode()
    if not told.strip():
        raise Usage(
            say("A ledger begins with {commit}: it cannot be held back.", commit=first[:10])
        )
    return told.strip()
