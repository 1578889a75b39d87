"""Facts: the flat row that lists, filters and counts draw from a case, whatever its history holds."""

from dataclasses import dataclass
from datetime import date, datetime

from gridctl.domain.short_forms import ShortForms


@dataclass(frozen=True, eq=False, repr=False)
class Facts(ShortForms):
    """A case's head with what lists need beside it (`BESIDE`): where it came from, what was said,
    when it began, was dispatched and closed, who handled it, and who asked for what is `pending`.
    Names are those of `Case`.
    """

    id: str
    version: int
    number: str | None
    title: str
    kind: str
    category: str | None
    severity: str | None
    grid: str
    place: str | None
    step: str
    waits: str | None
    state: str
    closure: str | None
    rework: int
    duplicate_of: str | None
    duplicates: tuple[str, ...]
    lead: str | None
    assist: tuple[str, ...]
    due: datetime | None
    provisional: bool
    extensions: int
    pending: str | None
    until: date | None
    supervision: str | None
    escalated_to: str | None
    exempt: bool
    links: tuple[str, ...]
    source: str
    text: str | None
    begun: datetime
    dispatched: datetime | None
    closed: datetime | None
    handlers: tuple[str, ...]
    asker: str | None


BESIDE = ("source", "text", "begun", "dispatched", "closed", "handlers", "asker")
