"""The plans that come with the program say what the State Council's notices say."""

import warnings
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module

import pytest

from gridctl.store.holidays import built_in, plan_of

YEARS = range(2007, 2027)
WORKDAYS = {
    2008: 251,
    2009: 250,
    2010: 250,
    2011: 250,
    2012: 249,
    2013: 250,
    2014: 250,
    2015: 249,
    2016: 250,
    2017: 249,
    2018: 250,
    2019: 250,
    2020: 249,
    2021: 250,
    2022: 249,
    2023: 249,
    2024: 251,
    2025: 248,
    2026: 248,
}


def days_of(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    while first.year == year:
        yield first
        first += timedelta(days=1)


@pytest.mark.parametrize(("year", "count"), WORKDAYS.items())
def test_every_year_has_its_number_of_working_days(year: int, count: int) -> None:
    assert sum(map(built_in().is_workday, days_of(year))) == count


def test_the_built_in_calendar_knows_2007_to_2026() -> None:
    calendar = built_in()
    assert (calendar.known_from, calendar.known_until) == (date(2007, 1, 1), date(2026, 12, 31))
    assert calendar.edition == "cn@2026"
    assert calendar.years == frozenset(YEARS)


def test_it_is_read_once_in_a_process() -> None:
    assert built_in() is built_in()


def test_every_holiday_has_an_english_name() -> None:
    calendar = built_in()
    off = [day for day, planned in calendar.days.items() if planned.off]
    assert [day for day in off if not calendar.reason(day).en.isascii()] == []


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2011, 12, 31), True),  # stands in the plan of 2012
        (date(2022, 12, 31), False),
        (date(2012, 9, 29), True),
        (date(2015, 9, 3), False),  # by the notice of 2015-05-13
        (date(2019, 5, 2), False),  # by the notice of 2019-03-22
        (date(2020, 1, 31), False),  # by the notice of 2020-01-27
        (date(2020, 2, 3), True),
        (date(2024, 2, 9), True),
        (date(2026, 10, 10), True),
    ],
)
def test_notices_of_note(day: date, works: bool) -> None:
    assert built_in().is_workday(day) is works


def test_a_plan_without_days_is_not_out_yet() -> None:
    assert plan_of({"year": 2027, "papers": [], "days": []}).days == {}


def test_it_agrees_with_chinesecalendar() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        chinese_calendar = import_module("chinese_calendar")
    differ = [
        day
        for year in YEARS
        for day in days_of(year)
        if chinese_calendar.is_workday(day) != built_in().is_workday(day)
    ]
    assert differ == []


def test_it_agrees_with_holidays() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        holidays = import_module("holidays")
        china = holidays.country_holidays("CN", years=YEARS)
    differ = [
        day
        for year in YEARS
        for day in days_of(year)
        if china.is_working_day(day) != built_in().is_workday(day)
    ]
    assert differ == []
