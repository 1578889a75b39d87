"""Anchoring: the anchor of a recorded state."""

from gridctl.app.ledger import Ledger
from gridctl.domain.anchor import Anchor
from gridctl.domain.facts import Facts
from gridctl.domain.journal.month import Month
from gridctl.errors import Broken, Problem
from gridctl.words import say


def anchor_of(ledger: Ledger) -> Anchor:
    """What the ledger holds as of its commit; raises Broken where a file of it cannot be read."""
    read = [*ledger.cases.facts(), *ledger.journal.all()]
    problems = [each for each in read if isinstance(each, Problem)]
    if problems:
        raise Broken(
            say("What cannot be read cannot be counted."),
            problems,
            say("See what is wrong: gridctl check"),
        )
    return Anchor(
        commit=ledger.commit.id,
        tree=ledger.commit.tree,
        cases=len(ledger.cases.blobs),
        events=sum(each.version for each in read if isinstance(each, Facts)),
        entries=sum(len(each.entries) for each in read if isinstance(each, Month)),
        day=ledger.local(ledger.commit.committed_at).date(),
    )
