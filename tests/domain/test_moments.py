"""A moment has one form in files; as people type it, what is left out is taken from now."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridctl.domain.moments import as_typed, read_stamp, stamp, zone
from gridctl.errors import Usage


def is_stamp(text):
    try:
        return bool(read_stamp(text))
    except ValueError:
        return False


NOW = datetime.fromisoformat("2026-11-24T16:20:30+08:00")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-24T08:31:00+08:00", "2026-11-24T08:31:00+08:00"),
        ("2026-11-24T00:31:00Z", "2026-11-24T08:31:00+08:00"),
        ("2026-11-24T01:31:00+01:00", "2026-11-24T08:31:00+08:00"),
        ("2026-11-23T23:31:00-01:00", "2026-11-24T08:31:00+08:00"),
        ("2026-11-24 08:31", "2026-11-24T08:31:00+08:00"),
        ("2026-11-24 08:31:07", "2026-11-24T08:31:07+08:00"),
        ("2026-11-24T8:31", "2026-11-24T08:31:00+08:00"),
        ("08:31", "2026-11-24T08:31:00+08:00"),
        ("8:31", "2026-11-24T08:31:00+08:00"),
        ("  8:31 ", "2026-11-24T08:31:00+08:00"),
        ("00:00", "2026-11-24T00:00:00+08:00"),
        ("23:59:59", "2026-11-24T23:59:59+08:00"),
    ],
)
def test_a_time_as_people_type_it(typed, meant):
    assert stamp(as_typed(typed, now=NOW)) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "now",
        "24:00",
        "08:60",
        "08:31:60",
        "8",
        "831",
        "2026-11-24",
        "2026-02-30 08:00",
        "26-11-24 08:00",
        "2026-11-24 08:31 +25:00",
        "2026-11-24T08:31:00+25:00",
        "2026/11/24 08:31",
        "24.11.2026 08:31",
        "٠٨:٣١",
        "０８：３１",
        "08:31\n09:00",
        "1999-12-31 23:59",
        "9999-12-31T23:59:59-23:59",
        "0001-01-01T00:00:00+23:59",
    ],
)
def test_what_is_no_time_is_refused_with_the_forms(typed):
    with pytest.raises(Usage) as refusal:
        as_typed(typed, now=NOW)
    assert "2026-11-24 08:31" in str(refusal.value.hint)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24T08:31:00",
        "2026-11-24T08:31:00Z",
        "2026-11-24T08:31+08:00",
        "2026-11-24 08:31:00+08:00",
        "2026-11-24t08:31:00+08:00",
        "2026-11-24T08:31:00+0800",
        "2026-11-24T08:31:00+08",
        "2026-11-24T08:31:00.000+08:00",
        "2026-11-24T08:31:00-00:00",
        "2026-11-24T08:31:00+08:00:30",
        "2026-11-24T24:00:00+08:00",
        "20261124T083100+0800",
        "2026-W48-2T08:31:00+08:00",
        " 2026-11-24T08:31:00+08:00",
        "2026-11-24T08:31:00+08:00\n",
        "2026-11-24T08:31:00+24:00",
    ],
)
def test_a_file_writes_a_moment_in_one_form_only(text):
    assert not is_stamp(text)


@given(
    st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 28)),  # noqa: DTZ001 - the zone comes next
    st.integers(-23 * 60 - 59, 23 * 60 + 59),
)
def test_a_moment_comes_back_from_its_stamp(moment, offset):
    moment = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=offset)))
    assert is_stamp(stamp(moment))
    again = read_stamp(stamp(moment))
    assert again == moment
    assert again.utcoffset() == moment.utcoffset()


def test_the_zone_of_china_needs_no_zone_data_and_has_no_summer():
    china = zone("Asia/Shanghai")
    for month in (1, 7):
        assert datetime(1988, month, 1, tzinfo=china).utcoffset() == timedelta(hours=8)
    assert zone("PRC") is china


def test_other_zones_are_known_with_their_summer():
    assert datetime(2026, 7, 1, tzinfo=zone("Europe/Berlin")).utcoffset() == timedelta(hours=2)
    assert datetime(2026, 1, 1, tzinfo=zone("UTC")).utcoffset() == timedelta()


@pytest.mark.parametrize("name", ["", "Asia/Shangahi", "../../etc/passwd", "/etc/localtime", "\0"])
def test_a_zone_that_is_none_is_said_to_be_none(name):
    with pytest.raises(KeyError):
        zone(name)


def test_a_typed_time_keeps_an_offset_alone_so_that_the_file_gives_it_back():
    berlin = NOW.astimezone(zone("Europe/Berlin"))
    typed = as_typed("08:31", now=berlin)
    assert typed.tzinfo == timezone(timedelta(hours=1))
    assert read_stamp(stamp(typed)) == typed
    assert as_typed("08:31", now=NOW.astimezone(UTC)).utcoffset() == timedelta()
