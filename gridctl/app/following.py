"""Following: what of one commit of this clone follows on the other side's state, and what does not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gridctl.app.desk import Placed
from gridctl.app.journal_change import Noted
from gridctl.domain.event import Event
from gridctl.errors import Refused
from gridctl.git.history import Change


class Stopped(NamedTuple):
    """What a commit did to one file, the rule against it, and what the other side did meanwhile."""

    path: str
    events: tuple[Event, ...]
    refusal: Refused
    theirs: tuple[Event, ...]


class Renumbering(NamedTuple):
    """A filing that takes another number, since the one it had was given away meanwhile."""

    case: str
    was: str
    number: str


@dataclass
class Follow:
    """Files to write, what was placed and noted in them, and what is held back.

    `plain` are changes of cases and journals that are no growth, to be taken as files; `there` counts
    entries that the other side has already.
    """

    files: dict[str, bytes | tuple[str, str] | None] = field(default_factory=dict)
    placed: list[Placed] = field(default_factory=list)
    noted: list[Noted] = field(default_factory=list)
    plain: list[Change] = field(default_factory=list)
    renumbered: list[Renumbering] = field(default_factory=list)
    held: list[Stopped] = field(default_factory=list)
    there: int = 0

    def hold(
        self,
        paths: Iterable[str],
        refusal: Refused,
        own: Sequence[Event] = (),
        theirs: Sequence[Event] = (),
    ) -> None:
        """Hold these paths back."""
        self.held += [Stopped(path, tuple(own), refusal, tuple(theirs)) for path in paths]
