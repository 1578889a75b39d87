"""Stale: who recorded on one side of a merge under a post that the other side had ended."""

from collections.abc import Sequence
from datetime import date

from gridctl.app.audit.standing import Standing, Standings
from gridctl.domain.people import Person
from gridctl.domain.settings_files import SETTINGS
from gridctl.git.history import commits
from gridctl.git.objects import Objects
from gridctl.git.repository import Repository


class Stale:
    """What merges brought in that was sound only by settings which were no longer the latest. Nobody
    can tell whether its author knew: dates are what he says they are. So it is told, and not named.
    """

    def __init__(self, repository: Repository, objects: Objects, standings: Standings) -> None:
        self._repository, self._objects, self._standings = repository, objects, standings
        self.people: dict[str, Person] = {}
        self.merges: list[str] = []

    def note(self, merge: str, parents: Sequence[str], after: Standing) -> None:
        """Hold the commits of each side that a merge brings against the posts as the merge has them."""
        for parent in parents:
            side = self._standings.of(parent)
            if side.rules is None or after.rules is None or side.files == after.files:
                continue
            others = [f"^{each}" for each in parents if each != parent]
            paths = ("cases", "journal", *SETTINGS)
            for commit in commits(self._repository, self._objects, parent, *others, paths=paths):
                author = side.rules.office.person_by_email(commit.author.email)
                day = side.rules.local(commit.authored_at).date()
                if author and _lost(author, after.rules.office.people.get(author.id), day):
                    self.people[author.id] = author
                    self.merges += [] if merge in self.merges else [merge]


def _lost(before: Person, after: Person | None, day: date) -> bool:
    """Whether somebody held a post on a day that he had not by later settings."""
    kept = {(post.grid, post.role) for post in after.posts_on(day)} if after else set()
    return not kept.issuperset((post.grid, post.role) for post in before.posts_on(day))
