"""Founding: a ledger begins once, and cases and journals are recorded in one that has begun."""

from collections.abc import Iterator, Sequence

from gridctl.app.audit.act import broken
from gridctl.app.audit.outside_git import check_outside
from gridctl.app.audit.standing import Standing, Standings
from gridctl.domain.violation import Violation
from gridctl.git.history import Change, Edge
from gridctl.store import settings_file
from gridctl.words import say


class Founding:
    """What commits did that have no ledger below them. `begun`: a ledger stood before the range;
    `shallow` are the commits at which the past is cut off.
    """

    def __init__(self, standings: Standings, shallow: frozenset[str], *, begun: bool) -> None:
        self._standings, self._shallow, self._begun = standings, shallow, begun
        self.given = 0  # cases and journals that the ledger began with

    def check(self, own: Sequence[Edge], after: Standing) -> Iterator[Violation]:
        """A ledger begins with settings that are sound, and nobody stands above whoever begins it;
        what else it begins with is given, as is everything where a shallow clone ends.
        """
        commit, changes = own[0].commit, changed(own)
        if commit.id in self._shallow:
            return
        yield from check_outside(commit, changes)
        recorded = [
            each for each in changes if each.new and each.path.startswith(("cases/", "journal/"))
        ]
        if not after.files:
            if recorded:
                message = say("It brings cases or journals that were recorded in no ledger.")
                yield broken(commit, "H03", message, recorded[0].path)
            return
        self.given += len(recorded)
        for each in settings_file.problems(self._standings.bytes_of(after.files)):
            yield broken(commit, each.rule, each.message, each.path)
        if after.rules and self._begun:
            yield broken(commit, "H03", say("The ledger begins here a second time."))
        self._begun = self._begun or after.rules is not None


def changed(own: Sequence[Edge]) -> list[Change]:
    """What a commit, given with all its edges, has otherwise than every parent."""
    first, *others = ({each.path: each for each in edge.changes} for edge in own)
    return [each for path, each in first.items() if all(path in other for other in others)]


def inside(change: Change, folder: str) -> bool:
    """Whether a change is of the folder, or of what stands in its place."""
    return change.path == folder or change.path.startswith(f"{folder}/")
