"""note 备注: a remark in the file of the case, at any time; it moves nothing."""

from dataclasses import dataclass
from typing import ClassVar

from gridctl.domain.case import Case
from gridctl.domain.event import Event


@dataclass(frozen=True, kw_only=True)
class Noted(Event):
    """The remark."""

    did: ClassVar[str] = "noted"
    text: str


def effect(case: Case, event: Noted) -> Case:
    """Nothing moves."""
    return case.after(event)
