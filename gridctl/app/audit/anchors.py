"""Anchors: what was once printed on paper is still in the history as it was."""

from collections.abc import Iterator

from gridctl.app.anchoring import anchor_of
from gridctl.app.audit.act import broken
from gridctl.app.ledger import Ledger
from gridctl.domain.anchor import Anchor
from gridctl.domain.violation import Violation
from gridctl.errors import Broken
from gridctl.git.objects import Commit, Objects
from gridctl.git.repository import Repository
from gridctl.words import Message, say


def check_anchor(
    repository: Repository, objects: Objects, tip: Commit, anchor: Anchor
) -> Iterator[Violation]:
    """The commit leads to the tip, and holds what the anchor says."""
    commit = objects.commit(anchor.commit)
    if commit is None or not _leads_to(repository, commit, tip):
        message = say(
            "The record of {day} that an anchor names, {commit}, is not in this history.",
            day=anchor.day,
            commit=anchor.commit[:10],
        )
        yield broken(tip, "H04", message)
        return
    difference = _difference(repository, objects, commit, anchor)
    if difference:
        yield broken(commit, "H04", difference)


def _leads_to(repository: Repository, commit: Commit, tip: Commit) -> bool:
    """Whether a commit is the tip or went before it."""
    return not repository.git("rev-list", "--max-count=1", commit.id, f"^{tip.id}").strip()


def _difference(
    repository: Repository, objects: Objects, commit: Commit, anchor: Anchor
) -> Message | None:
    """How the state differs from what the anchor says."""
    if commit.tree != anchor.tree:
        return say("An anchor of {day} names another content for this record.", day=anchor.day)
    ledger = Ledger(repository.root, repository, as_of=commit.id, objects=objects)
    try:
        found = anchor_of(ledger)
    except Broken as error:
        return error.message
    if (found.cases, found.events, found.entries) != (anchor.cases, anchor.events, anchor.entries):
        return say(
            "An anchor of {day} names {cases} cases, {events} events and {entries} journal entries; there were {found_cases}, {found_events} and {found_entries}.",
            day=anchor.day,
            cases=anchor.cases,
            events=anchor.events,
            entries=anchor.entries,
            found_cases=found.cases,
            found_events=found.events,
            found_entries=found.entries,
        )
    return None
