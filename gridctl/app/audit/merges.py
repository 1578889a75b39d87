"""Merges: a merge adds no event and drops none, and settles settings only as both sides have them."""

from collections.abc import Iterator, Sequence

from gridctl.app.audit.act import Act, act_of
from gridctl.app.audit.authors import check_author
from gridctl.app.audit.cases import case_of
from gridctl.app.audit.founding import changed
from gridctl.app.audit.outside_git import check_outside
from gridctl.app.audit.settings import check_settings_change
from gridctl.app.audit.stale import Stale
from gridctl.app.audit.standing import Standing, Standings
from gridctl.app.journal_files import sound
from gridctl.app.past import Past
from gridctl.domain.case import Case
from gridctl.domain.journal.month import Month
from gridctl.domain.settings_files import SETTINGS
from gridctl.domain.violation import Violation
from gridctl.git.history import Change, Edge
from gridctl.git.objects import FILE, Objects
from gridctl.git.repository import Repository
from gridctl.store.sizes import LARGEST
from gridctl.words import say

_There = tuple[str, str] | None


class Merges:
    """What merges made of the cases, journals and settings of their parents."""

    def __init__(
        self, repository: Repository, objects: Objects, past: Past, standings: Standings
    ) -> None:
        self._repository = repository
        self._objects = objects
        self._past = past
        self._standings = standings
        self.stale = Stale(repository, objects, standings)

    def check(self, act: Act, edges: Sequence[Edge], after: Standing) -> Iterator[Violation]:
        """What a merge did that it may not."""
        by_parent = [{change.path: change for change in edge.changes} for edge in edges]
        yield from check_outside(act.commit, changed(edges))
        for path in sorted(set().union(*by_parent)):
            if path.startswith(("cases/", "journal/")):
                yield from self._of_path(act, path, [known.get(path) for known in by_parent])
        if any(path in SETTINGS for known in by_parent for path in known):
            yield from self._of_settings(act, edges, after)

    def _of_path(
        self, act: Act, path: str, changes: Sequence[Change | None]
    ) -> Iterator[Violation]:
        """It equals one parent's, and every other's is the beginning of it."""
        case = case_of(path)
        if None not in changes:
            message = say("The merge makes of it what neither side had.")
            yield act.broken("H02", message, path, case)
            return
        if any(change and not self._begins(path, change.old, change.new) for change in changes):
            message = say("The merge drops what one side had on record.")
            yield act.broken("H02", message, path, case)

    def _begins(self, path: str, old: _There, new: _There) -> bool:
        """Whether one side's file is the beginning of the merged one; a broken one was named before."""
        if old is None or old[0] != FILE:
            return True
        if path.startswith("journal/"):
            return self._journal_begins(path, old[1], new)
        before = self._past.case(path, old[1])
        if not isinstance(before, Case):
            return True
        if new is None or new[0] != FILE:
            return False
        after = self._past.case(path, new[1], former=old[1])
        return isinstance(after, Case) and self._past.grew(path, old[1], new[1])

    def _journal_begins(self, path: str, old: str, new: _There) -> bool:
        data = self._objects.blob(old, limit=LARGEST)
        if data is None or not isinstance(sound(path, data), Month):
            return True
        if new is None or new[0] != FILE:
            return False
        return (self._objects.blob(new[1], limit=LARGEST) or b"").startswith(data)

    def _of_settings(self, act: Act, edges: Sequence[Edge], after: Standing) -> Iterator[Violation]:
        """Each file is as the one side left it that changed it; else the author changed settings."""
        parents = [edge.parent for edge in edges if edge.parent]
        sides = [self._standings.of(parent) for parent in parents]
        self.stale.note(act.commit.id, parents, after)
        if all(self._made(name, parents) == {after.files.get(name)} for name in SETTINGS):
            return
        for parent, side in zip(parents, sides, strict=True):
            if side.rules and side.files != after.files:
                own = act_of(act.commit, self._standings.ledger(side.rules, parent))
                yield from check_author(own)
                yield from check_settings_change(own, self._standings, side.files, after.files)

    def _made(self, name: str, commits: Sequence[str]) -> set[_There]:
        """What git makes of a settings file without asking anybody: where the sides parted at several
        commits, of these first. Not one thing where it has to ask.
        """
        levels: list[set[_There]] = []
        while not levels or len(levels[-1]) > 1:
            levels.append({self._standings.of(each).files.get(name) for each in commits})
            commits = self._bases(commits) if len(levels[-1]) > 1 else ()
        made = levels.pop()
        for found in reversed(levels):
            made = found - made if len(made) == 1 else found
        return made

    def _bases(self, parents: Sequence[str]) -> list[str]:
        """The commits at which the sides parted."""
        words = ("merge-base", "--all", *(["--octopus"] if len(parents) > 2 else []))
        return self._repository.git(*words, *parents, allow=(0, 1)).decode().split()
