"""Scoring by command: a ledger's own method begins, and marks are given by hand."""

import re
from dataclasses import dataclass
from datetime import date

from gridctl.app.acting import Acting
from gridctl.app.ledger import Ledger
from gridctl.app.settings_change import Decide, Wish
from gridctl.domain import texts
from gridctl.domain.expression_tree import marks_in
from gridctl.domain.expressions import parse
from gridctl.domain.naming import closest, meant
from gridctl.domain.periods import parse_period
from gridctl.domain.scoring import ManualMark
from gridctl.domain.scoring_checks import his_own, judges_himself
from gridctl.domain.settings_files import SCORING
from gridctl.errors import NotFound, Refused, Usage
from gridctl.store import settings_edit
from gridctl.words import say

_SCORE = re.compile(r"\d{1,3}(\.\d{1,2})?", re.ASCII)  # float() would take 8_5 and 1e1


@dataclass(frozen=True, kw_only=True)
class NewMark:
    """A mark as wished for. `by` is whoever gives it, where that is not who types."""

    of: str
    name: str
    score: str
    period: str
    note: str
    by: str | None = None


def begin() -> Decide:
    """Put the built-in method into scoring.yaml, to be made the ledger's own."""

    def decide(ledger: Ledger, _today: date) -> Wish:
        if SCORING in ledger.settings:
            raise Refused(
                "A05",
                say("The ledger has a method of appraisal of its own: {path}", path=SCORING),
                say("See it: gridctl appraisal show"),
            )
        data = settings_edit.new_scoring(ledger.office.settings.language)
        told = say(
            "{path} holds the built-in method now; edit it, then run: gridctl record", path=SCORING
        )
        return Wish(SCORING, data, "appraisal init", told)

    return decide


def mark(new: NewMark, acting: Acting) -> Decide:
    """Give a unit or grid a mark; a second one for the same takes the place of the first."""

    def decide(ledger: Ledger, today: date) -> Wish:
        from gridctl.app.acting import hand_of

        office = ledger.office
        marked = office.unit(new.of)
        by = office.person(new.by) if new.by else hand_of(ledger, acting).entry.typist
        given = ManualMark(
            period=parse_period(new.period, today).name,
            of=marked,
            name=_asked_for(ledger, new.name),
            score=_score(new.score),
            by=by.id,
            note=texts.line("--note", new.note),
        )
        if judges_himself(office, given):
            raise Refused(
                "A06",
                his_own(office, given.by, given.of),
                say("Somebody of another unit has to give the mark: --by STAFF"),
            )
        return _wish(ledger, given)

    return decide


def _wish(ledger: Ledger, given: ManualMark) -> Wish:
    known = ledger.scoring.file.marks
    same = (
        index
        for index, each in enumerate(known)
        if (each.period, each.of, each.name) == (given.period, given.of, given.name)
    )
    whole = int(given.score) if given.score == int(given.score) else given.score
    entry = {
        "period": given.period,
        "of": given.of,
        "name": given.name,
        "score": whole,
        "by": given.by,
        "note": given.note,
    }
    data = settings_edit.with_mark(
        ledger.settings.get(SCORING) or b"", entry, instead=next(same, None)
    )
    told = say(
        "{unit} has {score} for {name} in {period}.",
        unit=ledger.office.unit_name(given.of),
        score=whole,
        name=given.name,
        period=given.period,
    )
    subject = f"appraisal mark {given.of} {given.name} {given.period}"
    return Wish(SCORING, data, subject, told)


def _asked_for(ledger: Ledger, word: str) -> str:
    """The name of a mark that an expression asks for."""
    known = dict.fromkeys(
        name for term in ledger.scoring.file.terms() for name in marks_in(parse(term.expression))
    )
    if not known:
        raise Refused(
            "A04",
            say("The method of appraisal asks for no mark by hand."),
            say(
                "Put one into a term of {path}, for example expression: mark(team). "
                "Where there is no such file yet: gridctl appraisal init",
                path=SCORING,
            ),
        )
    if word not in known:
        near = closest(word, known)
        raise NotFound(
            say("No expression asks for mark({name}).", name=word),
            meant(near, near, "gridctl appraisal show"),
        )
    return word


def _score(text: str) -> float:
    score = float(text) if _SCORE.fullmatch(text) else -1.0
    if not 0 <= score <= 100:
        raise Usage(
            say("“{text}” is no score.", text=text),
            say("A score is a number from 0 to 100 with at most two decimals."),
        )
    return score
