"""Whatever the start and the limit, working time keeps its laws."""

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from gridctl.domain.limits import UNITS, Limit
from gridctl.domain.working_time import (
    STANDARD,
    WORK_DAYS,
    Hours,
    add_work,
    due,
    parse_hours,
    worked,
)
from gridctl.store.holidays import built_in

CHINA = timezone(timedelta(hours=8))
CALENDAR = built_in()
SUMMER = parse_hours(
    ["08:00-12:00", "14:00-18:00"],
    [{"since": "07-01", "until": "09-30", "hours": ["08:00-12:00", "15:00-18:30"]}],
)

moments = st.datetimes(
    datetime(2007, 1, 1),  # noqa: DTZ001
    datetime(2027, 6, 30),  # noqa: DTZ001
    timezones=st.just(CHINA),
)
amounts = st.integers(1, 120)
any_hours = st.sampled_from([STANDARD, SUMMER, parse_hours(["00:00-23:59"])])
one_season = st.sampled_from([STANDARD, parse_hours(["09:00-09:01", "22:00-23:59"])])
units = st.sampled_from(sorted(UNITS))
conventions = st.sampled_from(sorted(WORK_DAYS))


@given(moments, amounts, any_hours)
def test_what_was_added_was_worked(start: datetime, amount: int, hours: Hours) -> None:
    end = due(start, Limit(amount, "work_hour"), CALENDAR, hours).at
    assert worked(start.replace(microsecond=0), end, CALENDAR, hours) == timedelta(hours=amount)


@given(moments, st.integers(1, 40 * 60 * 60), any_hours)
def test_work_is_added_to_the_second(start: datetime, seconds: int, hours: Hours) -> None:
    work = timedelta(seconds=seconds)
    end = add_work(start, work, CALENDAR, hours).at
    assert worked(start, end, CALENDAR, hours) == work
    assert worked(start, end - timedelta(seconds=1), CALENDAR, hours) < work


def test_the_last_second_before_close_is_worked() -> None:
    start = datetime(2012, 6, 13, 17, 59, 59, tzinfo=CHINA)
    second = timedelta(seconds=1)
    assert add_work(start, second, CALENDAR, STANDARD).at == start + second


@given(moments, st.integers(0, 2 * 24 * 60), any_hours)
def test_worked_is_the_count_of_office_minutes(start: datetime, length: int, hours: Hours) -> None:
    start = start.replace(second=0, microsecond=0)
    minutes = [start + timedelta(minutes=n) for n in range(length)]
    at_work = sum(
        CALENDAR.is_workday(minute.date())
        and any(
            opens <= minute.hour * 60 + minute.minute < closes
            for opens, closes in hours.on(minute.date())
        )
        for minute in minutes
    )
    end = start + timedelta(minutes=length)
    assert worked(start, end, CALENDAR, hours) == timedelta(minutes=at_work)


@given(moments, amounts)
def test_rolling_days_are_eight_hours_each(start: datetime, amount: int) -> None:
    days = due(start, Limit(amount, "work_day"), CALENDAR, STANDARD)
    assert days == due(start, Limit(8 * amount, "work_hour"), CALENDAR, STANDARD)


@given(moments, moments, amounts, units, conventions, one_season)
def test_who_starts_later_ends_no_sooner(
    one: datetime, other: datetime, amount: int, unit: str, work_day: str, hours: Hours
) -> None:
    limit = Limit(amount, unit)
    earlier, later = sorted([one, other])
    first = due(earlier, limit, CALENDAR, hours, work_day).at
    assert first <= due(later, limit, CALENDAR, hours, work_day).at


@given(moments, moments, amounts)
def test_who_starts_later_ends_no_sooner_in_any_season(
    one: datetime, other: datetime, amount: int
) -> None:
    limit = Limit(amount, "work_hour")
    earlier, later = sorted([one, other])
    first = due(earlier, limit, CALENDAR, SUMMER).at
    assert first <= due(later, limit, CALENDAR, SUMMER).at


@given(moments, amounts, amounts, units, conventions, any_hours)
def test_a_longer_limit_ends_later(
    start: datetime, amount: int, more: int, unit: str, work_day: str, hours: Hours
) -> None:
    shorter = due(start, Limit(amount, unit), CALENDAR, hours, work_day).at
    assert shorter < due(start, Limit(amount + more, unit), CALENDAR, hours, work_day).at


@given(moments, amounts, any_hours)
def test_an_end_lies_within_office_hours_of_a_working_day(
    start: datetime, amount: int, hours: Hours
) -> None:
    end = due(start, Limit(amount, "work_hour"), CALENDAR, hours).at
    clock = end.hour * 60 + end.minute
    assert CALENDAR.is_workday(end.date())
    assert any(opens <= clock <= closes for opens, closes in hours.on(end.date()))


@given(moments, amounts, conventions)
def test_skipped_are_exactly_the_days_off_on_the_way(
    start: datetime, amount: int, work_day: str
) -> None:
    result = due(start, Limit(amount, "work_day"), CALENDAR, STANDARD, work_day)
    first = start.date() + timedelta(days=work_day == "civil")
    way = [first + timedelta(days=n) for n in range((result.at.date() - first).days + 1)]
    assert [day for day, _ in result.skipped] == [d for d in way if not CALENDAR.is_workday(d)]


@given(moments, amounts)
def test_a_civil_limit_ends_as_many_working_days_later(start: datetime, amount: int) -> None:
    end = due(start, Limit(amount, "work_day"), CALENDAR, STANDARD, "civil").at
    way = [start.date() + timedelta(days=n) for n in range(1, (end.date() - start.date()).days + 1)]
    assert sum(map(CALENDAR.is_workday, way)) == amount
    assert (end.hour, end.minute, end.second) == (18, 0, 0)
