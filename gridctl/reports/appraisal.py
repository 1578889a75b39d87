"""Appraisal: what a method of scoring gives a unit or grid, term by term, exactly."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gridctl.domain.expression_tree import names_in
from gridctl.domain.expression_values import Empty, value
from gridctl.domain.expressions import parse
from gridctl.domain.indicators import COUNTS, RATES
from gridctl.domain.periods import Period
from gridctl.domain.scoring import Profile, Scoring, ScoringFile, Term
from gridctl.reports.counted import Counted
from gridctl.words import Both, Message, say


@dataclass(frozen=True)
class Worked:
    """A term with its value in points and its share of the score (0 to 1); None and the reason where
    it comes to nothing. `counts` are the base counts that it draws on, `marks` the manual ones.
    """

    term: Term
    value: Fraction | None
    why: Message | None
    share: Fraction
    counts: Mapping[str, int]

    @property
    def points(self) -> Fraction | None:
        """What it adds to the score."""
        return None if self.value is None else self.value * self.share

    @property
    def title(self) -> Both:
        """Its name."""
        return Both(self.term.zh, self.term.en or self.term.zh)


@dataclass(frozen=True)
class Appraised:
    """A unit, or a grid of a level, with its terms. `standing` is a key of report_terms.STANDINGS; `why`
    says what keeps it from being ranked.
    """

    of: str
    level: int | None
    found: Counted
    terms: tuple[Worked, ...]
    score: Fraction | None
    standing: str
    why: tuple[Message, ...] = ()

    def side(self, side: str) -> Fraction | None:
        """The points of one side, out of 100 for itself."""
        counted = [w for w in self.terms if w.term.side == side and w.points is not None]
        share = sum((worked.share for worked in counted), Fraction(0))
        points = sum((worked.points or Fraction(0) for worked in counted), Fraction(0))
        return points / share if share and self.score is not None else None


@dataclass(frozen=True)
class Subject:
    """Who is appraised: a unit, or a grid with its level."""

    of: str
    level: int | None = None


def appraise(
    subject: Subject, profile: Profile, scoring: Scoring, found: Counted, period: Period
) -> Appraised:
    """The score of one unit or grid over its own cases."""
    terms = tuple(_shared(scoring.file, list(_valued(subject, profile, scoring, found, period))))
    lacking = tuple(
        say("{term}: {why}", term=worked.title, why=worked.why)
        for worked in terms
        if worked.value is None and not worked.term.optional
    )
    points = [worked.points for worked in terms if worked.points is not None]
    score = sum(points, Fraction(0)) if points and not lacking else None
    standing, why = _standing(subject, scoring.file, found, period)
    if standing == "ranked" and score is None:
        standing, why = "missing", lacking or (say("no term has a value"),)
    return Appraised(subject.of, subject.level, found, terms, score, standing, why)


def _valued(
    subject: Subject, profile: Profile, scoring: Scoring, found: Counted, period: Period
) -> Iterator[Worked]:
    marks: dict[str, Fraction | None] = {
        mark.name: Fraction(str(mark.score))
        for mark in scoring.file.marks
        if (mark.of, mark.period) == (subject.of, period.name)
    }
    for term in profile.terms:
        tree = parse(term.expression)
        names = names_in(tree)
        drawn = dict.fromkeys(count for name in names for count in _drawn_on(name))
        counts = {count: found.number(count) for count in drawn}
        try:
            result, why = value(tree, {name: _number(name, counts) for name in names}, marks), None
        except Empty as empty:
            result, why = None, empty.why
        yield Worked(term, result, why, Fraction(0), counts)


def _drawn_on(name: str) -> tuple[str, ...]:
    """The base counts behind a name."""
    return (name,) if name in COUNTS else (RATES[name].part, RATES[name].whole)


def _number(name: str, counts: Mapping[str, int]) -> Fraction | None:
    if name in COUNTS:
        return Fraction(counts[name])
    part, whole = (counts[each] for each in _drawn_on(name))
    return Fraction(part, whole) if whole else None


def _shared(file: ScoringFile, terms: list[Worked]) -> Iterator[Worked]:
    """The terms with their share; what is left out leaves its weight to the others of its side, and
    a side without any to the other side.
    """
    sides = {"block": file.weights.block, "strip": file.weights.strip}
    counts = {
        side: sum(w.term.weight for w in terms if w.term.side == side and _weighs(w))
        for side in sides
    }
    whole = sum(weight for side, weight in sides.items() if counts[side])
    for worked in terms:
        side = worked.term.side
        share = Fraction(0)
        if _weighs(worked) and whole:
            share = Fraction(sides[side] * worked.term.weight, whole * counts[side])
        yield Worked(worked.term, worked.value, worked.why, share, worked.counts)


def _weighs(worked: Worked) -> bool:
    return worked.value is not None or not worked.term.optional


def _standing(
    subject: Subject, file: ScoringFile, found: Counted, period: Period
) -> tuple[str, tuple[Message, ...]]:
    for each in file.exemptions:
        if each.of == subject.of and each.holds_in(period):
            why = say("exempt until {until}: {reason}", until=each.until, reason=each.reason)
            return "exempt", (why,)
    cases = found.number("need_dispose")
    if cases < file.minimum:
        why = say("{cases} cases, and {least} are needed", cases=cases, least=file.minimum)
        return "few", (why,)
    return "ranked", ()


def ranked(appraised: Iterable[Appraised]) -> list[tuple[int, Appraised]]:
    """Those that are ranked with their rank, the best first; equal scores as printed share a rank."""
    scores = [
        (two_decimals(each.score) or Decimal(0), each)
        for each in appraised
        if each.standing == "ranked"
    ]
    best = sorted(scores, key=lambda pair: (-pair[0], pair[1].of))
    places = [score for score, _each in best]
    return [(places.index(score) + 1, each) for score, each in best]


def two_decimals(number: Fraction | None) -> Decimal | None:
    """As it is printed, half up, from the exact value."""
    if number is None:
        return None
    hundredths = abs(number) * 100
    whole = int(hundredths + Fraction(1, 2))
    return Decimal(whole if number >= 0 else -whole).scaleb(-2)
