"""A limit ends where the law and the plans put it, under either convention for a working day."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from gridctl.domain.limits import MOST, UNITS, Limit, parse_limit
from gridctl.domain.working_time import (
    STANDARD,
    WORK_DAYS,
    Due,
    add_work,
    due,
    parse_hours,
    worked,
)
from gridctl.store.holidays import built_in
from gridctl.words import Both

CHINA = timezone(timedelta(hours=8))
CALENDAR = built_in()
SUMMER = parse_hours(
    ["08:00-12:00", "14:00-18:00"],
    [{"since": "07-01", "until": "09-30", "hours": ["08:00-12:00", "15:00-18:30"]}],
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def ends(start: str, limit: str, work_day: str = "rolling") -> datetime:
    return due(at(start), parse_limit(limit), CALENDAR, STANDARD, work_day).at


GOLDEN = [
    ("2012-06-13 10:00", "4 work_hour", "2012-06-13 16:00", None),
    ("2012-06-13 17:00", "2 work_hour", "2012-06-14 09:00", None),
    ("2012-06-15 16:00", "1 work_day", "2012-06-18 16:00", "2012-06-18 18:00"),
    ("2012-06-21 17:00", "1 work_day", "2012-06-25 17:00", "2012-06-25 18:00"),
    ("2012-09-28 17:00", "4 work_hour", "2012-09-29 11:00", None),
    ("2012-09-29 17:00", "2 work_hour", "2012-10-08 09:00", None),
    ("2012-09-28 10:00", "5 work_day", "2012-10-11 10:00", "2012-10-11 18:00"),
    ("2024-02-09 10:00", "2 work_day", "2024-02-19 10:00", "2024-02-19 18:00"),
    ("2025-09-27 10:00", "1 work_day", "2025-09-28 18:00", "2025-09-28 18:00"),
    ("2026-02-13 16:00", "1 work_day", "2026-02-14 16:00", "2026-02-14 18:00"),
    ("2026-02-14 17:00", "4 work_hour", "2026-02-24 11:00", None),
    ("2026-10-09 16:00", "1 work_day", "2026-10-10 16:00", "2026-10-10 18:00"),
]


@pytest.mark.parametrize(("start", "limit", "rolling", "civil"), GOLDEN)
def test_golden(start: str, limit: str, rolling: str, civil: str | None) -> None:
    assert ends(start, limit) == at(rolling)
    # Hours have no civil form: the convention is about working days alone.
    assert ends(start, limit, "civil") == at(civil or rolling)


@pytest.mark.parametrize(
    ("start", "limit", "end"),
    [
        ("2012-09-29 23:30", "2 urgent_hour", "2012-09-30 01:30"),
        ("2026-11-24 10:31", "2 urgent_hour", "2026-11-24 12:31"),
        ("2012-09-29 17:00", "2 natural_day", "2012-10-01 17:00"),
        ("2012-02-28 09:00", "1 natural_day", "2012-02-29 09:00"),
    ],
)
@pytest.mark.parametrize("work_day", WORK_DAYS)
def test_urgent_hours_and_natural_days_run_through(
    start: str, limit: str, end: str, work_day: str
) -> None:
    result = due(at(start), parse_limit(limit), CALENDAR, STANDARD, work_day)
    assert result == Due(at(end), False, ())


@pytest.mark.parametrize(
    ("start", "limit", "end"),
    [
        ("2012-06-15 16:00", "2 work_hour", "2012-06-15 18:00"),  # an end stays at close
        ("2012-06-15 18:00", "2 work_hour", "2012-06-18 10:00"),  # a start does not
        ("2012-06-15 10:00", "2 work_hour", "2012-06-15 12:00"),
        ("2012-06-15 12:00", "1 work_hour", "2012-06-15 15:00"),
        ("2012-06-15 13:00", "1 work_hour", "2012-06-15 15:00"),
        ("2012-06-15 05:00", "1 work_hour", "2012-06-15 09:00"),
        ("2012-06-15 23:59:59", "1 work_hour", "2012-06-18 09:00"),
        ("2012-06-16 10:00", "1 work_hour", "2012-06-18 09:00"),
        ("2012-06-15 17:59:59", "1 work_hour", "2012-06-18 08:59:59"),
        ("2012-06-15 18:00", "1 work_day", "2012-06-18 18:00"),
        ("2012-06-15 08:00", "1 work_day", "2012-06-15 18:00"),
    ],
)
def test_working_time_begins_at_the_next_opening_and_may_end_at_close(
    start: str, limit: str, end: str
) -> None:
    assert ends(start, limit) == at(end)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2012-06-15 00:00", "2012-06-18 18:00"),  # even before opening, the day is not counted
        ("2012-06-15 23:59", "2012-06-18 18:00"),
        ("2012-06-17 10:00", "2012-06-18 18:00"),
    ],
)
def test_the_civil_day_of_start_is_not_counted(start: str, end: str) -> None:
    assert ends(start, "1 work_day", "civil") == at(end)


def test_every_day_skipped_is_named_with_its_reason() -> None:
    weekend, festival = Both("周末", "weekend"), Both("端午节", "Dragon Boat Festival")
    three = tuple((date(2012, 6, day), festival) for day in (22, 23, 24))
    assert due(at("2012-06-21 17:00"), Limit(1, "work_day"), CALENDAR, STANDARD).skipped == three
    saturday = due(at("2012-06-16 10:00"), Limit(1, "work_hour"), CALENDAR, STANDARD)
    assert saturday.skipped == ((date(2012, 6, 16), weekend), (date(2012, 6, 17), weekend))
    civil = due(at("2012-06-16 10:00"), Limit(1, "work_day"), CALENDAR, STANDARD, "civil")
    assert civil.skipped == ((date(2012, 6, 17), weekend),)


@pytest.mark.parametrize(
    ("start", "limit", "provisional"),
    [
        ("2026-12-31 10:00", "6 work_hour", False),
        ("2026-12-31 10:00", "7 work_hour", True),
        ("2026-12-31 10:00", "1 natural_day", True),
        ("2026-12-31 10:00", "13 urgent_hour", False),
        ("2026-12-31 10:00", "14 urgent_hour", True),
        ("2030-05-01 10:00", "1 work_hour", True),
        ("2006-12-29 17:00", "2 work_hour", True),
        ("2007-01-04 10:00", "1 work_hour", False),
    ],
)
def test_a_moment_outside_the_known_plans_is_provisional(
    start: str, limit: str, provisional: bool
) -> None:
    assert due(at(start), parse_limit(limit), CALENDAR, STANDARD).provisional is provisional


@pytest.mark.parametrize("work_day", WORK_DAYS)
def test_a_working_day_in_an_unknown_year_is_provisional(work_day: str) -> None:
    one = Limit(1, "work_day")
    start = at("2026-12-31 17:00")
    assert due(start, one, CALENDAR, STANDARD, work_day).provisional
    assert not due(at("2026-12-30 17:00"), one, CALENDAR, STANDARD, work_day).provisional


def test_summer_afternoons_end_later() -> None:
    def summer(start: str, limit: str, work_day: str = "rolling") -> datetime:
        return due(at(start), parse_limit(limit), CALENDAR, SUMMER, work_day).at

    # 06-30 is a Saturday; 07-02 is the first working day of the season.
    assert summer("2012-06-29 17:00", "6 work_hour") == at("2012-07-02 16:00")
    assert summer("2012-07-02 14:00", "1 work_hour") == at("2012-07-02 16:00")
    assert summer("2012-06-29 14:00", "1 work_hour") == at("2012-06-29 15:00")
    assert summer("2012-07-02 17:00", "1 work_day", "civil") == at("2012-07-03 18:30")
    # 09-29 is the last working day in summer hours, 10-08 the first without.
    assert summer("2012-09-29 18:00", "5 work_hour") == at("2012-10-08 14:30")
    assert summer("2012-09-28 17:00", "1 work_day", "civil") == at("2012-09-29 18:30")
    assert summer("2012-09-29 17:00", "1 work_day", "civil") == at("2012-10-08 18:00")


def test_a_rolling_day_has_the_hours_of_the_day_on_which_its_clock_begins() -> None:
    def rolling(start: str) -> datetime:
        return due(at(start), Limit(1, "work_day"), CALENDAR, SUMMER).at

    assert SUMMER.minutes(date(2012, 7, 2)) == 450
    assert rolling("2012-07-03 10:00") == at("2012-07-04 10:00")
    assert rolling("2012-06-28 10:00") == at("2012-06-29 10:00")
    # Eight hours begun in June run on into a July day of seven and a half.
    assert rolling("2012-06-29 17:00") == at("2012-07-02 18:00")
    # A Saturday in June begins on a Monday in July.
    assert rolling("2012-06-30 10:00") == at("2012-07-02 18:30")


def test_the_result_stands_in_the_zone_of_the_start() -> None:
    start = datetime(2012, 6, 15, 16, tzinfo=ZoneInfo("Asia/Shanghai"))
    end = due(start, Limit(1, "work_day"), CALENDAR, STANDARD).at
    assert end.tzinfo is start.tzinfo
    assert end.isoformat() == "2012-06-18T16:00:00+08:00"
    assert (
        due(at("2012-06-15 16:00"), Limit(1, "natural_day"), CALENDAR, STANDARD).at.tzinfo is CHINA
    )


def test_urgent_hours_stay_hours_where_the_zone_changes_its_offset() -> None:
    start = datetime(2026, 3, 28, 23, tzinfo=ZoneInfo("Europe/Berlin"))
    end = due(start, Limit(4, "urgent_hour"), CALENDAR, STANDARD).at
    assert end - start.astimezone(UTC) == timedelta(hours=4)
    assert end.isoformat() == "2026-03-29T04:00:00+02:00"


@pytest.mark.parametrize("unit", UNITS)
def test_seconds_are_kept_and_parts_of_a_second_dropped(unit: str) -> None:
    start = at("2012-06-13 10:00:07.999999")
    result = due(start, Limit(1, unit), CALENDAR, STANDARD).at
    assert (result.second, result.microsecond) == (7, 0)


def test_a_moment_without_an_offset_is_a_mistake() -> None:
    naive = datetime(2012, 6, 13, 10)  # noqa: DTZ001
    for limit in (Limit(1, "urgent_hour"), Limit(1, "work_hour"), Limit(1, "work_day")):
        with pytest.raises(ValueError, match="no offset"):
            due(naive, limit, CALENDAR, STANDARD)
    with pytest.raises(ValueError, match="no offset"):
        worked(at("2012-06-13 10:00"), naive, CALENDAR, STANDARD)


def test_less_than_no_work_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="day"):
        add_work(at("2012-06-13 10:00"), timedelta(minutes=-1), CALENDAR, STANDARD)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2012-06-13 10:00", "2012-06-13 10:00"),
        ("2012-06-13 18:00", "2012-06-14 08:00"),
        ("2012-06-16 10:00", "2012-06-18 08:00"),
    ],
)
def test_no_work_ends_at_the_next_opening(start: str, end: str) -> None:
    assert add_work(at(start), timedelta(0), CALENDAR, STANDARD).at == at(end)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2012-06-13 10:00", "2012-06-13 16:00", 4),
        ("2012-06-13 12:00", "2012-06-13 14:00", 0),
        ("2012-06-15 18:00", "2012-06-18 08:00", 0),
        ("2012-09-28 17:00", "2012-10-08 09:00", 10),
        ("2012-06-13 16:00", "2012-06-13 10:00", 0),
        ("2012-06-14 10:00", "2012-06-13 10:00", 0),
    ],
)
def test_worked_counts_office_hours_of_working_days(start: str, end: str, hours: int) -> None:
    assert worked(at(start), at(end), CALENDAR, STANDARD) == timedelta(hours=hours)


def test_worked_takes_the_end_from_any_zone() -> None:
    end = at("2012-06-13 16:00").astimezone(UTC)
    assert worked(at("2012-06-13 10:00"), end, CALENDAR, STANDARD) == timedelta(hours=4)


@pytest.mark.parametrize("unit", UNITS)
def test_the_longest_limit_has_an_end(unit: str) -> None:
    assert due(at("2026-11-24 10:00"), Limit(MOST, unit), CALENDAR, STANDARD).provisional
