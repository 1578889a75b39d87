"""Limits are read in every spelling that real tables have, and in no other."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridctl import words
from gridctl.domain.limits import MOST, UNITS, Limit, parse_limit
from gridctl.errors import Usage


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    before = words.language()
    words.use("en")
    yield
    words.use(before)


# Every limit in a city's table of 519 filing conditions, and in its older edition.
IN_REAL_TABLES = {
    "1天": "1 work_day",
    "2天": "2 work_day",
    "3天": "3 work_day",
    "4天": "4 work_day",
    "5天": "5 work_day",
    "7天": "7 work_day",
    "10天": "10 work_day",
    "15天": "15 work_day",
    "2小时": "2 work_hour",
    "4小时": "4 work_hour",
    "1紧急工作时": "1 urgent_hour",
    "2紧急工作时": "2 urgent_hour",
    "4紧急工作时": "4 urgent_hour",
    "1紧急工作日": "1 natural_day",
    "2紧急工作日": "2 natural_day",
    "1紧急工作时制止": "1 urgent_hour",
    "1紧急工作时\n": "1 urgent_hour",
    "种植季节15工作日": "15 work_day",
    " 5工作日": "5 work_day",
}

AS_PEOPLE_WRITE = {
    "2 urgent_hour": "2 urgent_hour",
    "2 urgent_hours": "2 urgent_hour",
    "3 work_days": "3 work_day",
    "3-work_day": "3 work_day",
    "3work_day": "3 work_day",
    "30 natural_days": "30 natural_day",
    "3个工作日": "3 work_day",
    "3 个工作日": "3 work_day",
    "3 工作日": "3 work_day",
    "2个小时": "2 work_hour",
    "4工作时": "4 work_hour",
    "15自然日": "15 natural_day",
    "15日历日": "15 natural_day",
    "１５天": "15 work_day",
    "２ urgent_hour": "2 urgent_hour",
    "一天": "1 work_day",
    "三个工作日": "3 work_day",
    "十天": "10 work_day",
    "\u30002天\t": "2 work_day",
}

REFUSED = [
    "",
    "2",
    "天",
    "work_day",
    "0天",
    "0 work_day",
    "-1 work_day",
    "-1天",
    "--1天",
    "1--work_day",
    "1.5天",
    "1,5天",
    "3651天",
    "3651 natural_day",
    "9999999天",
    "半天",
    "半小时",
    "十一天",
    "二十天",
    "零天",
    "百天",
    "٣天",
    "٣ work_day",
    "३ work_day",
    "²天",
    "3日",
    "3时",
    "3周",
    "3个月",
    "3天以内",
    "约3天",
    "立即",
    "雨季15工作日",
    "1紧急工作时处理",
    "制止1紧急工作时",
    "15工作日种植季节",
    "1天/3天",
    "2天2天",
    "2天\n3天",
    "2 work_weeks",
    "2 urgent_day",
    "2 urgent_hourss",
    "2 URGENT_HOUR",
    "2h",
    "two work_days",
    "P2D",
    "1天\x00",
    "1\u200b天",
]


@pytest.mark.parametrize(("text", "normal"), (IN_REAL_TABLES | AS_PEOPLE_WRITE).items())
def test_every_known_spelling_is_read(text: str, normal: str) -> None:
    assert str(parse_limit(text)) == normal


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_refused_with_its_text_and_the_accepted_forms(text: str) -> None:
    with pytest.raises(Usage) as refused:
        parse_limit(text)
    assert f"“{text}”" in str(refused.value.message)
    assert "2 urgent_hour" in str(refused.value.hint)
    assert "5 natural_day" in str(refused.value.hint)
    assert refused.value.exit_code == 2


def test_a_long_text_is_quoted_in_part() -> None:
    with pytest.raises(Usage) as refused:
        parse_limit("1" * 100_000 + "天")
    assert len(str(refused.value.message)) < 120


def test_the_largest_amount_is_ten_years() -> None:
    assert parse_limit(f"{MOST}天") == Limit(3650, "work_day")


@given(st.integers(1, MOST), st.sampled_from(sorted(UNITS)))
def test_the_normal_form_reads_back(amount: int, unit: str) -> None:
    limit = Limit(amount, unit)
    assert parse_limit(str(limit)) == limit


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        limit = parse_limit(text)
    except Usage:
        return
    assert parse_limit(str(limit)) == limit


@pytest.mark.parametrize(("amount", "unit"), [(0, "work_day"), (-1, "work_day"), (1, "work_week")])
def test_a_limit_that_means_nothing_cannot_be_made(amount: int, unit: str) -> None:
    with pytest.raises(ValueError, match=unit):
        Limit(amount, unit)


def test_every_unit_has_a_word_in_both_languages() -> None:
    assert all(unit.zh and unit.en for unit in UNITS.values())
    assert UNITS["urgent_hour"].zh == "紧急工作时"
