"""Appraisal: composites that offices really use (DOMAIN 1.7.3), worked out by hand, and who is ranked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from measured_cases import AT, WITH_UNIT, case, on

from gridctl.domain.periods import month_of
from gridctl.domain.scoring import (
    Exemption,
    ManualMark,
    Profile,
    Scoring,
    ScoringFile,
    Term,
    Weights,
)
from gridctl.reports.appraisal import Subject, appraise, ranked, two_decimals
from gridctl.reports.counted import Counted, counted

NOVEMBER = month_of(date(2026, 11, 1))
UNIT = Subject("chengguan")


def method(*terms, **more):
    """A method with these terms: expression or (side, expression, weight, optional)."""
    made = []
    for index, term in enumerate(terms):
        side, expression, weight, optional = (
            term if isinstance(term, tuple) else ("block", term, 1, 0)
        )
        made.append(
            Term(id=f"t{index}", zh="项", en="term", side=side, expression=expression, weight=weight,
                 optional=bool(optional))
        )  # fmt: skip
    profile = Profile(of="unit", terms=tuple(made))
    settings = {"weights": Weights(block=60, strip=40)} | more
    return Scoring("qy@1", ScoringFile(format=1, version=1, profiles=(profile,), **settings))


def score(scoring, rows, of=UNIT):
    found = Counted(tuple(rows), tuple(rows), AT)
    return appraise(of, scoring.file.profiles[0], scoring, found, NOVEMBER)


# Ten cases: seven closed in time (one of them reworked, one extended), two closed late, one open and
# late. So 按期处置 7/10 (the two were handed back late), 结案 9/10, 按期结案 7/10; the unit was passed
# through 10 + 1 times, with one rework.
LATE = {"handed_back": on(14), "closed": on(15)}
TEN = (
    case(),
    case(passages=2, reworks=1, fails=1),
    case(granted=1),
    *(case() for _ in range(4)),
    case(**LATE),
    case(**LATE),
    case(**WITH_UNIT),
)


def test_the_unit_index_of_egova():
    # 60 × 7/10 + 30 × 9/10 + 10 × (1 − 1/11) = 42 + 27 + 9.0909… = 78.0909…
    by_terms = method(
        ("block", "100 * intime_handle_rate", 60, 0),
        ("block", "100 * close_rate", 30, 0),
        ("block", "100 * (1 - rework_rate)", 10, 0),
    )
    in_one = method("60 * intime_handle_rate + 30 * close_rate + 10 * (1 - rework_rate)")
    for scoring in (by_terms, in_one):
        assert score(scoring, TEN).score == Fraction(859, 11)
        assert two_decimals(score(scoring, TEN).score) == Decimal("78.09")
    assert [str(two_decimals(w.points)) for w in score(by_terms, TEN).terms] == [
        "42.00", "27.00", "9.09",
    ]  # fmt: skip


YUNCHENG = (
    "(intime_close_rate * 100 + overtime_close_rate * 40) * 0.8"
    " + (1 - extension_rate) * 10 + (1 - rework_case_rate) * 10"
)


def test_the_system_score_of_yuncheng():
    # (0.7×100 + 0.2×40)×0.8 + (1 − 0.1)×10 + (1 − 0.1)×10 = 62.4 + 9 + 9 = 80.4
    assert score(method(YUNCHENG), TEN).score == Fraction(804, 10)


def test_a_final_score_of_yuncheng_is_empty_until_every_mark_is_there():
    final = method(f"({YUNCHENG}) * 0.7 + mark(team) * 0.15 + mark(street) * 0.15")
    team = ManualMark(
        period="2026-11", of="chengguan", name="team", score=92.5, by="p02", note="好"
    )
    street = replace(team, name="street", score=84)
    half = replace(final, file=replace(final.file, marks=(team, replace(street, period="2026-10"))))
    lacking = score(half, TEN)
    assert (lacking.score, lacking.standing) == (None, "missing")
    assert [str(why) for why in lacking.why] == ["term: the mark “street” is missing"]
    # 80.4×0.7 + 92.5×0.15 + 84×0.15 = 56.28 + 13.875 + 12.6 = 82.755, half up 82.76
    whole = replace(final, file=replace(final.file, marks=(team, street)))
    assert score(whole, TEN).score == Fraction(82755, 1000)
    assert two_decimals(score(whole, TEN).score) == Decimal("82.76")


@pytest.mark.parametrize(
    ("late", "points"),
    # 70 % in time → 50, −1 a point below; 90 % closed → 20, −1 a point below; 5 less 0.2 a rework.
    # 3 late: 50 + 20 + 5; 4 late: 40 + 20 + 5; 10 late: 50 − 70 is kept at 0, so 0 + 20 + 5.
    [(1, 75), (3, 75), (4, 65), (10, 25)],
)
def test_the_stepwise_score_of_jinhua(late, points):
    jinhua = (
        "max(0, if(intime_close_rate >= 70%, 50, 50 - (70 - 100 * intime_close_rate)))"
        " + max(0, 20 - max(0, 90 - 100 * close_rate))"
        " + max(0, 5 - 0.2 * rework - 0.3 * rework_from_third)"
    )
    rows = [case(**LATE) for _ in range(late)] + [case() for _ in range(10 - late)]
    assert score(method(jinhua), rows).score == points
    reworked = [*rows[:-1], case(**(LATE if late == 10 else {}) | {"reworks": 4, "passages": 5})]
    assert score(method(jinhua), reworked).score == points - Fraction(14, 10)  # 4×0.2 + 2×0.3


def test_what_the_grids_say_of_a_unit_counts():
    view = method("strip_score_sum / strip_scores", ("strip", "100 * check_pass_rate", 1, 0))
    rows = [case(strip_score=90), case(strip_score=81, fails=1), case()]
    # block (90 + 81)/2 = 85.5 × 60 %, strip 3 of 4 verifications passed = 75 × 40 %: 51.3 + 30
    assert score(view, rows).score == Fraction(813, 10)
    found = score(view, rows)
    assert (found.side("block"), found.side("strip")) == (Fraction(171, 2), 75)


def test_an_optional_term_without_a_value_leaves_its_weight_to_its_side():
    scoring = method(
        ("block", "50", 1, 0), ("block", "100", 3, 0), ("block", "100 * satisfy_rate", 6, 1),
        ("strip", "80", 1, 0),
    )  # fmt: skip
    # block (50×1 + 100×3)/4 = 87.5 × 60 % + 80 × 40 % = 52.5 + 32
    assert score(scoring, [case()]).score == Fraction(169, 2)
    # block (50 + 300 + 0×6)/10 = 35 × 60 % + 32: a real 0 is not left out
    assert score(scoring, [case(satisfaction="unsatisfied")]).score == 53
    alone = method(("block", "80", 1, 0), ("strip", "100 * satisfy_rate", 1, 1))
    assert score(alone, [case()]).score == 80  # the other side makes the whole score


def test_who_has_too_few_cases_or_is_exempt_is_not_ranked_and_named():
    scoring = method("100 * close_rate", minimum=3)
    few = score(scoring, [case(), case()])
    assert (few.standing, str(few.why[0])) == ("few", "2 cases, and 3 are needed")
    out = Exemption(of="chengguan", until=on(1).date(), reason="机构改革")
    exempt = score(replace(scoring, file=replace(scoring.file, exemptions=(out,))), TEN)
    assert (exempt.standing, str(exempt.why[0])) == ("exempt", "exempt until 2026-11-01: 机构改革")
    over = replace(out, until=date(2026, 10, 31))
    back = score(replace(scoring, file=replace(scoring.file, exemptions=(over,))), TEN)
    assert back.standing == "ranked"
    later = replace(out, since=date(2026, 12, 1), until=date(2026, 12, 31))
    assert not later.holds_in(NOVEMBER)
    assert ranked([few, exempt]) == []


def test_equal_scores_as_printed_share_a_rank():
    third, almost = method("100 / 3"), method("33.333")
    best, worst = method("90"), method("10")
    tied = [score(each, TEN, Subject(of)) for each, of in
            ((almost, "b"), (third, "a"), (worst, "d"), (best, "c"))]  # fmt: skip
    assert [(rank, each.of) for rank, each in ranked(tied)] == [
        (1, "c"),
        (2, "a"),
        (2, "b"),
        (4, "d"),
    ]


def test_halves_are_rounded_up_from_the_exact_value():
    assert two_decimals(Fraction(87345, 1000)) == Decimal("87.35")
    assert two_decimals(Fraction(87344999, 1000000)) == Decimal("87.34")
    assert two_decimals(Fraction(-1, 200)) == Decimal("-0.01")
    assert two_decimals(None) is None


def test_the_basis_says_which_cases_belong_to_the_period():
    rows = (
        case(id="qy-1-aaaaa", due=on(30, 10), closed=on(2)),  # closed in November only
        case(id="qy-1-bbbbb", begun=on(30, 10), dispatched=on(31, 10)),  # due and closed in it
        case(id="qy-1-ccccc", due=on(2, 12), **WITH_UNIT),
    )
    for basis, wanted in {
        "deadline": ["b"], "dispatched": ["a", "c"], "reported": ["a", "c"], "closed": ["a", "b"],
    }.items():  # fmt: skip
        found = counted(rows, NOVEMBER, basis, AT)
        assert [id_[-1] for id_ in found.cases("need_dispose")] == wanted
        assert [id_[-1] for id_ in found.cases("report")] == ["a", "c"]  # whatever the basis


def test_a_day_is_one_of_the_ledgers_zone():
    from datetime import UTC

    eve = on(1).replace(hour=1).astimezone(UTC)  # 31 October, 17:00 UTC
    found = counted((case(due=eve),), NOVEMBER, "deadline", AT)
    assert found.number("need_dispose") == 1
