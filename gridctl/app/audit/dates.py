"""Dates: where a commit says that it was made before the one that it builds on."""

from collections.abc import Sequence
from datetime import datetime

from gridctl.domain.guard import BORNE
from gridctl.git.history import Edge
from gridctl.git.objects import Commit, Objects


class Dates:
    """The commits of a range followed one after the other; `back` are those whose date went back."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._made: dict[str, datetime] = {}
        self.back: list[Commit] = []

    def follow(self, own: Sequence[Edge]) -> None:
        """Compare a commit, given with all its edges, with its parents; clocks differ a little."""
        commit = own[0].commit
        self._made[commit.id] = commit.committed_at
        parents = [edge.parent for edge in own if edge.parent and edge.changes]
        if any(self._of(each) - commit.committed_at > BORNE for each in parents):
            self.back.append(commit)

    def _of(self, id_: str) -> datetime:
        if id_ not in self._made:
            commit = self._objects.commit(id_)
            assert commit
            self._made[id_] = commit.committed_at
        return self._made[id_]
