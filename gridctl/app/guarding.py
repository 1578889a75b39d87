"""Guarding: what is pushed is looked through before a repository takes it, or before it goes out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from gridctl.app.audit.act import broken
from gridctl.app.auditing import Audited, audit
from gridctl.app.ledger_folders import ledger_folders
from gridctl.app.opening import place_of
from gridctl.app.place import language_named
from gridctl.domain.guard import AHEAD, BORNE, NOTHING, Turned, Update
from gridctl.domain.moments import minute
from gridctl.domain.settings_files import GRIDS
from gridctl.domain.violation import Violation
from gridctl.git.history import Range, commits
from gridctl.git.lineage import descends
from gridctl.git.objects import Commit, Objects
from gridctl.git.repository import Repository, of_hook
from gridctl.store.sizes import LARGEST_SETTINGS
from gridctl.words import say

_BRANCHES = "refs/heads/"


class Guard(NamedTuple):
    """What is not taken: refs as such, and commits; `language` is the ledger's, where it names one."""

    turned: tuple[Turned, ...]
    audited: tuple[Audited, ...]
    language: str | None

    @property
    def passes(self) -> bool:
        """Whether everything may be taken."""
        return not self.turned and not any(each.violations for each in self.audited)


def guard_server(folder: str, told: str, now: datetime, *, ledger: str | None) -> Guard:
    """Look through what comes into a bare repository: what git tells a `pre-receive`, and the
    ledger's folder where it is named.
    """
    updates = (Update(*line.split(" ", 2)) for line in told.splitlines())
    inside = None if ledger is None else "".join(f"{part}/" for part in ledger.split("/") if part)
    return _guard(of_hook(folder), updates, now, _BRANCHES, inside)


def guard_client(folder: str, told: str, now: datetime) -> Guard:
    """Look through what goes out of a clone: what git tells a `pre-push`."""
    _root, repository = place_of(folder)
    parts = (line.split(" ") for line in told.splitlines())
    updates = (Update(old, new, ref) for _local, new, ref, old in parts)
    return _guard(repository, updates, now, "refs/remotes", repository.prefix)


def _guard(
    repository: Repository, updates: Iterable[Update], now: datetime, had: str, folder: str | None
) -> Guard:
    """`had` are the refs of what the other side has."""
    with Objects(repository) as objects:
        look = _Look(repository, objects, now, had, folder)
        for update in updates:
            look.through(update)
        return Guard(tuple(look.turned), tuple(look.audited), look.language)


class _Look:
    def __init__(
        self,
        repository: Repository,
        objects: Objects,
        now: datetime,
        had: str,
        folder: str | None,
    ) -> None:
        self._repository, self._objects, self._now = repository, objects, now
        self._folder = folder
        told = repository.git("for-each-ref", "--format=%(objectname)", had)
        self._had = tuple(dict.fromkeys(told.decode("ascii").split()))
        self.turned: list[Turned] = []
        self.audited: list[Audited] = []
        self.language: str | None = None

    def through(self, update: Update) -> None:
        """Turn the ref away, or look at every commit that it brings."""
        turned = self._turned(update)
        if turned:
            self.turned.append(turned)
            return
        tip = self._objects.commit(update.new)
        base = self._base(update)
        assert tip
        if base is None and self._had:
            self.turned.append(_another_ledger(update))
            return
        folders = self._folders(base, tip)
        if not folders:
            self.turned.append(_no_ledger(update))
        for folder in folders:
            self.language = self.language or self._language(tip, folder)
            self._audit(replace(self._repository, prefix=folder), Range(base, tip))

    def _turned(self, update: Update) -> Turned | None:
        if not update.ref.startswith(_BRANCHES):
            return _no_branch(update)
        if update.new in NOTHING:
            return _deleted(update)
        there = update.old not in NOTHING and self._objects.commit(update.old)
        if there and not descends(self._repository, update.new, update.old):
            return _rewound(update)
        return None

    def _base(self, update: Update) -> Commit | None:
        """From where on the commits are new: the branch before, or where a new one leaves the others."""
        if update.old not in NOTHING and (known := self._objects.commit(update.old)):
            return known
        if not self._had:
            return None
        words = ("merge-base", update.new, *self._had)
        return self._objects.commit(self._repository.git(*words, allow=(0, 1)).decode().strip())

    def _audit(self, repository: Repository, range_: Range) -> None:
        done = audit(repository, self._objects, range_)
        fresh = list(commits(repository, self._objects, *range_.words))
        ahead = [each for commit in fresh for each in self._ahead(commit)]
        named = {commit.id: commit for commit in fresh}
        self.audited.append(
            replace(done, violations=(*ahead, *done.violations), named={**done.named, **named})
        )

    def _ahead(self, commit: Commit) -> Iterator[Violation]:
        """A date that has not come yet: entries dated so would count as made in time."""
        latest = max(commit.authored_at, commit.committed_at)
        if latest - self._now > BORNE:
            yield broken(
                commit,
                AHEAD,
                say(
                    "It is dated {when}, and here it is {now}.",
                    when=minute(latest),
                    now=minute(self._now.astimezone(latest.tzinfo)),
                ),
            )

    def _folders(self, base: Commit | None, tip: Commit) -> list[str]:
        """The ledgers to look through: the one named, else all that were there before. What is pushed
        tells only where there were none, for it could put another one in front.
        """
        if self._folder is not None:
            return [self._folder]
        return ledger_folders(self._objects, base) or ledger_folders(self._objects, tip)

    def _language(self, commit: Commit, folder: str) -> str | None:
        entry = self._objects.find(commit.tree, folder + GRIDS)
        data = self._objects.blob(entry.id, limit=LARGEST_SETTINGS) if entry else None
        return language_named((data or b"").decode("utf-8", "replace"))


def _no_branch(update: Update) -> Turned:
    return Turned(
        update.ref,
        "G05",
        say("Only branches are taken here, no tags and no other refs."),
        say("Push the branch alone: git push origin HEAD"),
    )


def _deleted(update: Update) -> Turned:
    return Turned(
        update.ref,
        "G03",
        say("The branch {branch} is not deleted: it is the record.", branch=update.branch),
        say("Nothing was changed on the server."),
    )


def _rewound(update: Update) -> Turned:
    return Turned(
        update.ref,
        "G03",
        say(
            "What is pushed to {branch} does not follow what is there ({old}).",
            branch=update.branch,
            old=update.old[:10],
        ),
        say("Put your entries on top of it: gridctl sync"),
    )


def _another_ledger(update: Update) -> Turned:
    return Turned(
        update.ref,
        "G05",
        say("It has no commit in common with the ledger that is here."),
        say("Look at the address. A new clone begins with a copy of the server: git clone"),
    )


def _no_ledger(update: Update) -> Turned:
    return Turned(
        update.ref,
        "G05",
        say("There is no ledger in it: no grids.yaml beside a staff.yaml."),
        say("Name its folder where the hook is installed: gridctl hook install --folder DIR"),
    )
