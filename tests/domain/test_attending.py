"""Days required, present, late, away and absent, each figure counted by hand on a calendar."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridctl.domain.grids import Attendance
from gridctl.domain.journal.attendance import SignedIn, SignedOut, TookLeave
from gridctl.domain.journal.attending import Attended, Measure, attended
from gridctl.domain.people import Person, Post
from gridctl.domain.periods import parse_period
from gridctl.store.holidays import built_in

TIMES = Attendance(late_after="08:30", early_before="17:30")
AFTER = Measure(built_in(), TIMES, date(2027, 1, 4))
FOUR = Person(
    id="p",
    name="朱",
    home="qy",
    kind="enforcement",
    days=4,
    posts=(Post(grid="qy", role="enforcer", since=date(2012, 5, 1)),),
)


def at(text):
    return datetime.fromisoformat(f"{text}:00+08:00")


def came(*moments):
    return [SignedIn(n=1, at=at(each), by="p", grid="qy") for each in moments]


def went(*moments):
    return [SignedOut(n=1, at=at(each), by="p") for each in moments]


def leave(since, until):
    days = {"since": date.fromisoformat(since), "until": date.fromisoformat(until)}
    return TookLeave(n=1, at=at("2026-11-01T08:00"), by="p", leave="sick", **days)


def reckoned(period, entries=(), person=FOUR, by=AFTER):
    return attended(person, entries, parse_period(period, date(2026, 11, 24)), by)


@pytest.mark.parametrize(
    ("period", "required"),
    [
        ("2026-W47", 4),  # 16 to 20 November: five working days, 4 × 5 ÷ 5
        ("2026-W40", 2),  # National Day from 1 October: 28 to 30 September, 4 × 3 ÷ 5 = 2.4
        ("2026-W38", 4),  # Sunday 20 September made up: six working days, 4 × 6 ÷ 5 = 4.8
        ("2026-W41", 2),  # 8, 9 and the make-up Saturday 10 October: 4 × 3 ÷ 5 = 2.4
        ("2026-W08", 0),  # Spring Festival, 16 to 22 February: nobody works
        ("2026-11", 16),  # four whole weeks, and Monday the 30th alone: 4 × 1 ÷ 5 = 0.8
        ("2026-11-16", 0),  # one day of a week: 0.8
    ],
)
def test_required_is_in_proportion_to_the_working_days_of_each_week(period, required):
    assert reckoned(period).required == required


def test_only_days_on_which_a_post_is_held_are_required():
    wednesday = replace(FOUR.posts[0], since=date(2026, 11, 18))
    assert reckoned("2026-W47", person=replace(FOUR, posts=(wednesday,))).required == 2  # 2.4
    left = replace(FOUR.posts[0], until=date(2026, 11, 15))
    assert reckoned("2026-W47", person=replace(FOUR, posts=(left,))) == Attended()


def test_nothing_is_required_of_who_has_no_days():
    found = reckoned("2026-W47", came("2026-11-16T08:00"), replace(FOUR, days=None))
    assert (found.required, found.present, found.absent) == (0, 1, 0)


@pytest.mark.parametrize(
    ("clock", "late"), [("08:29", 0), ("08:30", 0), ("08:31", 1), ("12:00", 1)]
)
def test_late_is_after_the_minute_of_the_settings(clock, late):
    assert reckoned("2026-W47", came(f"2026-11-16T{clock}")).late == late


@pytest.mark.parametrize(
    ("outs", "early", "unclosed"),
    [
        (["17:29"], 1, 0),
        (["17:30"], 0, 0),
        (["12:00", "17:45"], 0, 0),  # the last one counts
        ([], 0, 1),
    ],
)
def test_early_is_by_the_last_sign_out(outs, early, unclosed):
    entries = [*came("2026-11-16T08:00"), *went(*(f"2026-11-16T{each}" for each in outs))]
    found = reckoned("2026-W47", entries)
    assert (found.early, found.unclosed) == (early, unclosed)


def test_a_day_off_counts_as_present_and_never_as_late_or_early():
    saturday = [*came("2026-11-21T10:00"), *went("2026-11-21T11:00")]
    found = reckoned("2026-W47", saturday)
    assert (found.present, found.late, found.early, found.absent) == (1, 0, 0, 3)


def test_leave_takes_from_absence_and_presence_takes_from_leave():
    entries = [leave("2026-11-16", "2026-11-18"), *came("2026-11-18T08:00")]
    found = reckoned("2026-W47", entries)
    assert (found.leave, found.present, found.absent) == (2, 1, 1)  # 4 − 1 − 2
    weekend = reckoned("2026-W47", [leave("2026-11-21", "2026-11-22")])
    assert (weekend.leave, weekend.absent) == (0, 4)


@pytest.mark.parametrize(
    ("came_on", "left"),
    [
        ((), (4, 0, 0)),  # five days of leave, four required
        ((16, 17), (2, 2, 0)),  # leave on the other three, two required
        ((21,), (3, 1, 0)),  # there on the Saturday
        ((16, 17, 18, 19), (0, 4, 0)),
    ],
)
def test_leave_is_of_the_days_required_and_no_more(came_on, left):
    entries = [leave("2026-11-16", "2026-11-20")]
    found = reckoned("2026-W47", [*entries, *came(*(f"2026-11-{day}T08:00" for day in came_on))])
    assert found.required == 4
    assert (found.leave, found.present, found.absent) == left


def test_no_days_required_are_no_days_on_leave():
    none = reckoned("2026-W47", [leave("2026-11-16", "2026-11-20")], replace(FOUR, days=None))
    assert (none.required, none.leave) == (0, 0)


@given(
    st.sets(st.integers(16, 22)),
    st.tuples(st.integers(16, 22), st.integers(16, 22)).map(sorted),
    st.integers(1, 7),
)
def test_a_week_that_is_over_is_required_there_away_and_missed(days, span, due):
    entries = [
        leave(*(f"2026-11-{day}" for day in span)),
        *came(*(f"2026-11-{day}T08:00" for day in days)),
    ]
    found = reckoned("2026-W47", entries, replace(FOUR, days=due))
    assert found.leave + found.absent == max(0, found.required - found.present)


def test_more_in_one_week_makes_up_for_nothing_in_another():
    five = came(*(f"2026-11-{day}T08:00" for day in (10, 11, 12, 13)))
    five += came("2026-11-09T08:00")
    three = came(*(f"2026-11-{day}T08:00" for day in (16, 17, 18)))
    found = reckoned("2026-11-09..2026-11-22", [*five, *three])
    assert (found.required, found.present, found.absent) == (8, 8, 1)


@pytest.mark.parametrize(
    ("today", "absent"),
    [
        (date(2026, 11, 16), 0),  # five days to come
        (date(2026, 11, 17), 0),  # Monday was missed, four are left
        (date(2026, 11, 18), 1),
        (date(2026, 11, 20), 3),
        (date(2026, 11, 21), 4),
    ],
)
def test_nobody_is_absent_on_days_to_come(today, absent):
    assert reckoned("2026-W47", by=replace(AFTER, today=today)).absent == absent


def test_without_times_in_the_settings_nobody_is_late_or_early():
    found = reckoned("2026-W47", came("2026-11-16T11:00"), by=replace(AFTER, times=None))
    assert (found.late, found.early, found.present) == (None, None, 1)
