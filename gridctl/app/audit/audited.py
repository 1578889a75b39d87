"""Audited: what an audit of a range comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gridctl.domain.violation import Violation
from gridctl.git.objects import Commit
from gridctl.words import Message


@dataclass(frozen=True)
class Audited:
    """How many commits were looked at, what breaks a rule, and what git alone cannot prove.

    `tip` is the full id of the last commit; `named` holds the commits that violations name.
    """

    commits: int
    violations: tuple[Violation, ...]
    unproven: tuple[Message, ...]
    tip: str
    named: Mapping[str, Commit] = field(default_factory=dict)
