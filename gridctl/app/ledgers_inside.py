"""Ledgers inside: what breaks the rules in any of the ledgers that a repository holds."""

from collections.abc import Iterator
from dataclasses import replace

from gridctl.app.auditing import audit
from gridctl.app.ledger_folders import ledger_folders
from gridctl.domain.violation import Violation
from gridctl.git.history import Range
from gridctl.git.objects import Objects
from gridctl.git.repository import Repository


def violations(repository: Repository, objects: Objects, range_: Range) -> tuple[Violation, ...]:
    """What the commits of a range did against the rules, in this ledger and in those beside it."""
    ends = [each for each in range_ if each]
    beside = {folder for each in ends for folder in ledger_folders(objects, each)}
    return (
        *audit(repository, objects, range_).violations,
        *_beside(repository, objects, range_, sorted(beside - {repository.prefix})),
    )


def _beside(
    repository: Repository, objects: Objects, range_: Range, folders: list[str]
) -> Iterator[Violation]:
    for folder in folders:
        for found in audit(replace(repository, prefix=folder), objects, range_).violations:
            yield replace(found, path=f"/{folder}{found.path}" if found.path else None)
