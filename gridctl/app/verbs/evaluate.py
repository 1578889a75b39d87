"""evaluate: the closed case is scored for the strip and for the block."""

from dataclasses import dataclass

from gridctl.app.desk import Desk
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.verbs.evaluate import Evaluated


@dataclass(frozen=True, kw_only=True)
class Scores:
    """The wish; scores from 0 to 100."""

    block: int
    strip: int | None = None
    lesson: str | None = None
    praise: str | None = None
    note: str | None = None


def evaluate(desk: Desk, case: Case, scores: Scores) -> Case:
    """Place the evaluation."""
    return desk.place(
        case,
        Evaluated(
            **desk.common(case),
            strip=scores.strip,
            block=scores.block,
            lesson=scores.lesson and texts.prose("--lesson", scores.lesson),
            praise=scores.praise and texts.prose("--praise", scores.praise),
            note=scores.note and texts.prose("--note", scores.note),
        ),
    )
