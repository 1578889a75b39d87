"""Event: what every entry in a case's history or in a journal has in common."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal


@dataclass(frozen=True, kw_only=True, eq=True)
class Event:
    """One entry. `by` acted (a staff id, or a unit's id where the unit has nobody in the ledger);
    `entered` typed it where that was another person. `at` is when it happened.
    """

    did: ClassVar[str]

    n: int
    at: datetime
    by: str
    entered: str | None = None


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A photo or paper outside git: its file name, SHA-256 (hex) and kind."""

    name: str
    sha256: str
    kind: Literal["before", "after", "paper"]


@dataclass(frozen=True, kw_only=True)
class Reporter:
    """Who reported, masked; the real name and number live outside git."""

    masked: str | None = None
    phone: str | None = None
    secret: bool = False
