"""Periods as they are written, and the days that they hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridctl.domain.periods import month_of, parse_period, previous, week_of, year_of
from gridctl.errors import Usage

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "name", "first", "last"),
    [
        ("2026", "2026", "2026-01-01", "2026-12-31"),
        ("2026-Q4", "2026-Q4", "2026-10-01", "2026-12-31"),
        ("2024-Q1", "2024-Q1", "2024-01-01", "2024-03-31"),
        ("2026-11", "2026-11", "2026-11-01", "2026-11-30"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2026-12", "2026-12", "2026-12-01", "2026-12-31"),
        ("2026-W47", "2026-W47", "2026-11-16", "2026-11-22"),
        ("2026-W01", "2026-W01", "2025-12-29", "2026-01-04"),
        ("2026-W53", "2026-W53", "2026-12-28", "2027-01-03"),
        ("2026-11-24", "2026-11-24", "2026-11-24", "2026-11-24"),
        ("2026-11-01..2026-11-15", "2026-11-01..2026-11-15", "2026-11-01", "2026-11-15"),
        ("2026-10..2026-11", "2026-10..2026-11", "2026-10-01", "2026-11-30"),
        ("today", "2026-11-24", "2026-11-24", "2026-11-24"),
        ("本周", "2026-W48", "2026-11-23", "2026-11-29"),
        ("last-week", "2026-W47", "2026-11-16", "2026-11-22"),
        ("本月", "2026-11", "2026-11-01", "2026-11-30"),
        ("上月", "2026-10", "2026-10-01", "2026-10-31"),
        ("this-year", "2026", "2026-01-01", "2026-12-31"),
        ("去年", "2025", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_period_is_these_days(text, name, first, last):
    found = parse_period(text, TUESDAY)
    shown = (found.name, found.first.isoformat(), found.last.isoformat())
    assert shown == (name, first, last)


@pytest.mark.parametrize(
    "text",
    ["", "2026-13", "2026-Q5", "2025-W53", "2026-02-29", "26-11", "２０２６", "2026-11\n..", "..",
     "2026-11-15..2026-11-01", "0000", "November"],
)  # fmt: skip
def test_anything_else_is_no_period(text):
    with pytest.raises(Usage):
        parse_period(text, TUESDAY)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_lies_in_its_week_month_and_year_and_their_names_say_so(day):
    for period in (week_of(day), month_of(day), year_of(day)):
        assert day in period
        assert parse_period(period.name, TUESDAY) == period
        assert period.first - timedelta(days=1) not in period
        assert period.last + timedelta(days=1) not in period
    assert len(list(week_of(day).days())) == 7


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2026-11", "2026-10"),
        ("2026-01", "2025-12"),
        ("2026-W01", "2025-W52"),
        ("2026-Q1", "2025-Q4"),
        ("2026", "2025"),
        ("2026-03-01", "2026-02-28"),
        ("2026-11-11..2026-11-15", "2026-11-06..2026-11-10"),
        ("2026-11-01..2026-11-30", "2026-10-02..2026-10-31"),  # written as days, so as many days
    ],
)
def test_the_period_before_is_of_the_same_kind(text, name):
    assert previous(parse_period(text, TUESDAY)).name == name


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_the_period_before_ends_where_the_period_begins(day, more):
    for period in (
        month_of(day),
        week_of(day),
        year_of(day),
        parse_period(f"{day}..{day + timedelta(days=more)}", day),
    ):
        assert previous(period).last == period.first - timedelta(days=1)
