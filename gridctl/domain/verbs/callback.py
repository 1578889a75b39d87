"""callback 回访: after closing, who reported is asked again."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from gridctl.domain.case import Case
from gridctl.domain.event import Event


@dataclass(frozen=True, kw_only=True)
class CalledBack(Event):
    """What they said; `solved` is whether the matter is solved in their eyes."""

    did: ClassVar[str] = "called_back"
    satisfaction: Literal["satisfied", "neutral", "unsatisfied"]
    solved: Literal["yes", "no"] | None = None
    note: str | None = None

    @property
    def is_dissatisfied(self) -> bool:
        """Whether it gives cause to reopen the case."""
        return self.satisfaction == "unsatisfied" or self.solved == "no"


def effect(case: Case, event: CalledBack) -> Case:
    """Nothing moves; dissatisfaction may lead to reopening."""
    return case.after(event)
