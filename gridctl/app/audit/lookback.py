"""Lookback: what had become of one case before a range begins, found out only where it is asked."""

from datetime import date, timedelta

from gridctl.app.audit.act import act_of
from gridctl.app.audit.cases import CaseGrowth
from gridctl.app.audit.standing import Standings
from gridctl.app.past import Past
from gridctl.domain.mending import Lost
from gridctl.git.history import Range, commits, edges_of, removed
from gridctl.git.objects import Objects
from gridctl.git.repository import Repository


class Lookback:
    """The history of single cases up to the commit `base`, or to a later one, judged from its
    beginning by the rules of an audit.
    """

    def __init__(
        self,
        repository: Repository,
        objects: Objects,
        past: Past,
        standings: Standings,
        base: str,
    ) -> None:
        self._base = base
        self._repository = repository
        self._objects = objects
        self._past = past
        self._standings = standings
        self._removed: tuple[date, frozenset[str]] | None = None

    def was_removed(self, path: str) -> bool:
        """Whether a commit up to the base removed the case of a path. None did so before the day in
        its id, so that for a new case few have to be gone through.
        """
        year, month, day = path.split("/")[1:4]
        since = date(int(year), int(month), int(day)) - timedelta(days=1)
        if self._removed is None or since < self._removed[0]:
            found = removed(self._repository, self._base, "cases", since=since)
            self._removed = (since, found)
        return path in self._removed[1]

    def lost(self, path: str, commit: str) -> Lost | None:
        """What is lost of the case at a path as it stands after a commit; None where nothing is."""
        growth = CaseGrowth(self._past)
        listed = commits(self._repository, self._objects, commit, paths=(path,))
        for edge in edges_of(self._repository, listed):
            rules = self._standings.of(edge.parent).rules
            if len(edge.commit.parents) != 1 or rules is None or edge.parent is None:
                continue
            act = act_of(edge.commit, self._standings.ledger(rules, edge.parent))
            for _violation in growth.check(act, [c for c in edge.changes if c.path == path]):
                pass
        return growth.lost.get(path)


def before(
    range_: Range, repository: Repository, objects: Objects, past: Past, standings: Standings
) -> Lookback | None:
    """The lookback of a range; None where nothing went before it."""
    base = range_.base
    return Lookback(repository, objects, past, standings, base.id) if base else None
