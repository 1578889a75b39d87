"""Audit here: the audit of the ledger that a folder lies in, over the commits that a word names."""

from collections.abc import Sequence
from datetime import datetime

from gridctl.app.auditing import Audited, Watch, audit
from gridctl.app.between import between, names_days
from gridctl.app.earlier import under_sound_settings
from gridctl.app.ledger import Ledger
from gridctl.app.opening import place_of
from gridctl.domain.anchor import Anchor
from gridctl.git.history import Range, range_of
from gridctl.git.objects import Objects
from gridctl.git.repository import Repository


def audit_here(
    folder: str,
    word: str | None,
    now: datetime,
    *,
    watch: Watch,
    anchors: Sequence[Anchor] = (),
) -> Audited:
    """The audit of a range (`A..B`, `A..`, `B`; a period or days; all of HEAD) of the ledger that a
    folder lies in.
    """
    root, repository = place_of(folder)
    with Objects(repository) as objects:
        range_ = _range(root, repository, objects, word, now)
        return audit(repository, objects, range_, watch=watch, anchors=anchors)


def _range(
    root: str, repository: Repository, objects: Objects, word: str | None, now: datetime
) -> Range:
    if not names_days(word, now.date()):
        return range_of(objects, word)  # which needs no settings that can be read
    ledger = under_sound_settings(Ledger(root, repository, objects=objects))
    return between(ledger, word, ledger.local(now).date())
