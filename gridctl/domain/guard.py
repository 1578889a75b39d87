"""Guard: what a repository does not take of a push, as values."""

from datetime import timedelta
from typing import NamedTuple

from gridctl.words import Message

AHEAD = "G04"  # the rule on dates that have not come yet
BORNE = timedelta(minutes=5)  # by which the clocks of two machines may differ
NOTHING = frozenset({"0" * 40, "0" * 64})  # what git writes for a ref that is not there


class Update(NamedTuple):
    """One ref of a push: what it was, what it is to be, its whole name."""

    old: str
    new: str
    ref: str

    @property
    def branch(self) -> str:
        """Its short name."""
        return self.ref.removeprefix("refs/heads/")


class Turned(NamedTuple):
    """A ref that is turned away whatever its commits hold."""

    ref: str
    rule: str
    message: Message
    remedy: Message
