"""feedback: who was told the result, and how they took it."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridctl.app.desk import Desk
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.terms import SATISFACTIONS
from gridctl.domain.verbs.feedback import FedBack


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The wish."""

    told: Sequence[str]
    satisfaction: str | None = None
    note: str | None = None


def feedback(desk: Desk, case: Case, answer: Answer) -> Case:
    """Place the feedback."""
    satisfaction = answer.satisfaction and texts.key_of(
        answer.satisfaction, SATISFACTIONS, "--satisfaction"
    )
    return desk.place(
        case,
        FedBack(
            **desk.common(case),
            told=tuple(texts.line("--told", whom) for whom in answer.told),
            satisfaction=satisfaction or None,  # type: ignore[arg-type]
            note=texts.prose("--note", answer.note) if answer.note else None,
        ),
    )
