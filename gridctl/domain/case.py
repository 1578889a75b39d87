"""Case: what the history of a case adds up to."""

from dataclasses import dataclass
from datetime import date, datetime

from gridctl.domain.event import Event
from gridctl.domain.short_forms import ShortForms


@dataclass(frozen=True, kw_only=True)
class Case(ShortForms):
    """A case as of its last event. Fields stand in the order of the file's head.

    `step` is the last step with an event, `waits` the step the case waits for (None: none).
    `rework` counts failed verifications, `extensions` those granted under the present order.
    `pending` is what the lead unit asked for: `extension`, `suspension` or `appeal`. A suspended case
    is put aside until the end of `until`. `exempt`: its lateness under the present order is not
    counted.
    """

    id: str
    number: str | None = None
    title: str
    kind: str
    category: str | None = None
    severity: str | None = None
    grid: str
    place: str | None = None
    step: str
    waits: str | None
    state: str = "open"
    closure: str | None = None
    rework: int = 0
    duplicate_of: str | None = None
    duplicates: tuple[str, ...] = ()
    lead: str | None = None
    assist: tuple[str, ...] = ()
    due: datetime | None = None
    provisional: bool = False
    extensions: int = 0
    pending: str | None = None
    until: date | None = None
    supervision: str | None = None
    escalated_to: str | None = None
    exempt: bool = False
    links: tuple[str, ...] = ()
    history: tuple[Event, ...]

    @property
    def version(self) -> int:
        """How many events the case has."""
        return len(self.history)

    def after(self, event: Event, **moved: object) -> "Case":
        """The case with `event` appended and the given fields moved."""
        # As `replace` would, which asks for every field anew: half of what a long history costs.
        after = object.__new__(Case)
        after.__dict__.update(self.__dict__, **moved, history=(*self.history, event))
        return after
