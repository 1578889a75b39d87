"""collect 信息收集: takes a report in and begins its case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from gridctl.domain.case import Case
from gridctl.domain.event import Event, Evidence, Reporter

Kind = Literal[
    "problem", "hazard", "dispute", "request", "inquiry", "suggestion", "complaint", "campaign"
]


@dataclass(frozen=True, kw_only=True)
class Collected(Event):
    """The intake, whole. `source` is one of the built-in channels or of the ledger's own."""

    did: ClassVar[str] = "collected"
    title: str
    kind: Kind
    grid: str
    place: str | None = None
    source: str
    text: str | None = None
    reporter: Reporter | None = None
    external: Mapping[str, str] | None = None
    evidence: tuple[Evidence, ...] = ()


def begin(case_id: str, event: Collected) -> Case:
    """The case that this report begins."""
    return Case(
        id=case_id,
        title=event.title,
        kind=event.kind,
        grid=event.grid,
        place=event.place,
        step="collect",
        waits="triage",
        history=(event,),
    )
