"""Office hours are read from settings, with their seasons; what makes no sense is refused."""

from collections.abc import Iterator
from datetime import date

import pytest

from gridctl import words
from gridctl.domain.working_time import STANDARD, Hours, parse_hours
from gridctl.errors import Usage


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    before = words.language()
    words.use("en")
    yield
    words.use(before)


DAY = ["08:00-12:00", "14:00-18:00"]


def season(first: str, until: str, *hours: str) -> dict[str, object]:
    return {"since": first, "until": until, "hours": list(hours) or ["08:00-12:00", "15:00-18:30"]}


@pytest.mark.parametrize(
    "spans",
    [
        DAY,
        list(reversed(DAY)),
        ["8:00-12:00", "14:00 - 18:00"],
    ],
)
def test_spans_are_read_and_put_in_order(spans: list[str]) -> None:
    assert parse_hours(spans) == STANDARD


def test_spans_may_touch() -> None:
    assert parse_hours(["08:00-12:00", "12:00-14:00"]).spans == ((480, 720), (720, 840))


def test_the_last_minute_of_a_day_can_be_an_end() -> None:
    assert parse_hours(["00:00-23:59"]).spans == ((0, 1439),)


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ([], "at least one"),
        ("08:00-12:00", "at least one"),
        (None, "at least one"),
        ({"am": "08:00-12:00"}, "at least one"),
        (["08:00-12:00", "11:59-18:00"], "overlap at 11:59"),
        (["08:00-18:00", "09:00-10:00"], "overlap at 09:00"),
        (["08:00-12:00", "08:00-12:00"], "overlap at 08:00"),
        (["12:00-08:00"], "ends before"),
        (["08:00-08:00"], "ends before"),
        (["22:00-06:00"], "ends before"),
        (["08:00-24:00"], "no clock shows"),
        (["08:00-25:00"], "no clock shows"),
        (["24:00-24:30"], "no clock shows"),
        (["08:60-12:00"], "no clock shows"),
        (["08:00"], "not a span"),
        (["08:00-12:00\n"], "not a span"),
        (["٠٨:٠٠-١٢:٠٠"], "not a span"),
        (["8-12"], "not a span"),
        (["08:00-12:00-14:00"], "not a span"),
        ([800], "not a span"),
    ],
)
def test_other_spans_are_refused(spans: object, said: str) -> None:
    with pytest.raises(Usage) as refused:
        parse_hours(spans)
    assert said in str(refused.value.message)
    assert refused.value.hint is not None


def test_a_season_includes_both_of_its_ends() -> None:
    hours = parse_hours(DAY, [season("06-01", "09-30")])
    summer = ((480, 720), (900, 1110))
    assert hours.on(date(2012, 5, 31)) == STANDARD.spans
    assert hours.on(date(2012, 6, 1)) == summer
    assert hours.on(date(2012, 9, 30)) == summer
    assert hours.on(date(2012, 10, 1)) == STANDARD.spans
    assert (hours.minutes(date(2012, 5, 31)), hours.minutes(date(2012, 6, 1))) == (480, 450)


def test_a_season_may_wrap_over_new_year() -> None:
    hours = parse_hours(DAY, [season("11-01", "02-29", "08:30-12:00")])
    winter = ((510, 720),)
    assert hours.on(date(2011, 10, 31)) == STANDARD.spans
    assert hours.on(date(2011, 11, 1)) == winter
    assert hours.on(date(2012, 1, 1)) == winter
    assert hours.on(date(2012, 2, 29)) == winter
    assert hours.on(date(2013, 2, 28)) == winter
    assert hours.on(date(2012, 3, 1)) == STANDARD.spans


def test_a_season_may_be_one_day() -> None:
    hours = parse_hours(DAY, [season("12-31", "12-31", "08:00-12:00")])
    assert hours.on(date(2012, 12, 31)) == ((480, 720),)
    assert hours.on(date(2013, 1, 1)) == STANDARD.spans


@pytest.mark.parametrize(
    ("seasons", "said"),
    [
        (
            [season("06-01", "09-30"), season("09-30", "10-31")],
            "overlap: from 06-01 and from 09-30",
        ),
        ([season("06-01", "09-30"), season("07-01", "07-31")], "overlap"),
        ([season("07-01", "07-31"), season("06-01", "09-30")], "overlap"),
        ([season("11-01", "03-01"), season("02-01", "04-01")], "overlap"),
        ([season("11-01", "03-01"), season("12-31", "01-01")], "overlap"),
        ([season("02-30", "03-01")], "not a day"),
        ([season("06-31", "07-01")], "not a day"),
        ([season("13-01", "01-01")], "not a day"),
        ([season("6-1", "9-30")], "not a day"),
        ([season("2012-06-01", "09-30")], "not a day"),
        ([season("06-01\n", "09-30")], "not a day"),
        ([season("06-01", "09-30", "08:00-24:00")], "no clock shows"),
        ([{"since": "06-01", "until": "09-30", "hours": []}], "at least one"),
        ([{"since": "06-01", "until": "09-30"}], "and nothing else"),
        ([season("06-01", "09-30") | {"note": "summer"}], "and nothing else"),
        (["06-01"], "and nothing else"),
    ],
)
def test_other_seasons_are_refused(seasons: list[object], said: str) -> None:
    with pytest.raises(Usage) as refused:
        parse_hours(DAY, seasons)
    assert said in str(refused.value.message)
    assert refused.value.hint is not None


def test_seasons_beside_each_other_are_no_overlap() -> None:
    seasons = [season("06-01", "09-30"), season("10-01", "05-31", "08:30-12:00")]
    assert parse_hours(DAY, seasons).on(date(2012, 10, 1)) == ((510, 720),)


def test_a_working_day_has_hours() -> None:
    with pytest.raises(ValueError, match="needs hours"):
        Hours(())
