"""feedback 结果反馈: what was told to whom, and whether they were satisfied."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from gridctl.domain.case import Case
from gridctl.domain.event import Event


@dataclass(frozen=True, kw_only=True)
class FedBack(Event):
    """The answer to who reported or was concerned; `told` names them without personal data."""

    did: ClassVar[str] = "fed_back"
    told: tuple[str, ...]
    satisfaction: Literal["satisfied", "neutral", "unsatisfied"] | None = None
    note: str | None = None


def effect(case: Case, event: FedBack) -> Case:
    """Answered, and waiting to be verified."""
    return case.after(event, step="feedback", waits="verify")
