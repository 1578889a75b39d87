"""A calendar is the plans of all years as one, and says why a day is off or worked."""

from datetime import date

import pytest

from gridctl.domain.calendar import Calendar, Plan, PlannedDay, merge
from gridctl.words import Both

OFF, WORKED = True, False


def plan(year: int, **days: tuple[bool, str]) -> Plan:
    """`plan(2012, d20120123=(OFF, "春节"))`."""
    named = {date.fromisoformat(day[1:]): PlannedDay(*planned) for day, planned in days.items()}
    return Plan(year, named)


P2011 = plan(2011, d20111003=(OFF, "国庆节"))
P2012 = plan(
    2012,
    d20111231=(WORKED, "元旦"),
    d20120102=(OFF, "元旦"),
    d20120929=(WORKED, "国庆节、中秋节"),
    d20120930=(OFF, "国庆节、中秋节"),
)


@pytest.fixture
def calendar() -> Calendar:
    return merge([P2011, P2012])


def test_a_plan_reaches_into_the_year_before_it(calendar: Calendar) -> None:
    assert date(2011, 12, 31).weekday() == 5
    assert calendar.is_workday(date(2011, 12, 31))


@pytest.mark.parametrize("plans", [[P2011, P2012], [P2012, P2011]])
def test_the_order_of_plans_does_not_matter(plans: list[Plan], calendar: Calendar) -> None:
    merged = merge(plans)
    assert merged.days == calendar.days
    assert merged.edition == calendar.edition == "cn@2012"


def test_the_known_years_are_those_whose_plan_has_days() -> None:
    calendar = merge([P2011, P2012, Plan(2013, {})], name="zz")
    assert calendar.known_from == date(2011, 1, 1)
    assert calendar.known_until == date(2012, 12, 31)
    assert calendar.edition == "zz@2012"
    assert calendar.knows(date(2011, 1, 1), date(2012, 12, 31))
    assert not calendar.knows(date(2012, 12, 31), date(2013, 1, 1))
    assert not calendar.knows(date(2010, 12, 31), date(2011, 1, 1))


def test_a_year_missing_between_two_plans_is_not_known() -> None:
    calendar = merge([P2011, plan(2013, d20130101=(OFF, "元旦"))])
    assert not calendar.knows(date(2011, 6, 1), date(2013, 6, 1))
    assert calendar.knows(date(2013, 6, 1), date(2013, 6, 2))


def test_outside_the_known_years_only_weekends_are_off(calendar: Calendar) -> None:
    assert calendar.is_workday(date(1999, 10, 1))
    assert not calendar.is_workday(date(1999, 10, 2))
    assert calendar.is_workday(date(2013, 10, 1))


@pytest.mark.parametrize(
    ("day", "works", "reason"),
    [
        (date(2011, 10, 3), False, Both("国庆节", "National Day")),
        (date(2011, 12, 31), True, Both("元旦补班", "make-up workday for New Year")),
        (date(2012, 1, 7), False, Both("周末", "weekend")),
        (date(2012, 1, 9), True, Both("工作日", "working day")),
        (
            date(2012, 9, 30),
            False,
            Both("国庆节、中秋节", "National Day and Mid-Autumn Festival"),
        ),
    ],
)
def test_every_day_has_its_reason(calendar: Calendar, day: date, works: bool, reason: Both) -> None:
    assert (calendar.is_workday(day), calendar.reason(day)) == (works, reason)


def test_a_weekday_that_a_plan_calls_worked_is_no_make_up_day() -> None:
    calendar = merge([plan(2020, d20200203=(WORKED, "春节"))])
    assert calendar.reason(date(2020, 2, 3)) == Both("工作日", "working day")


def test_a_holiday_of_ones_own_keeps_its_name_in_both_languages() -> None:
    calendar = merge([P2012], local={date(2012, 5, 8): PlannedDay(OFF, "停电")})
    assert calendar.reason(date(2012, 5, 8)) == Both("停电", "停电")


def test_plans_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="off in one plan, worked in another"):
        merge([P2012, plan(2011, d20111231=(OFF, "元旦"))])


def test_plans_that_say_the_same_agree() -> None:
    assert merge([P2012, plan(2011, d20111231=(WORKED, "元旦"))]).is_workday(date(2011, 12, 31))


def test_local_days_stand_above_the_plans_and_make_no_year_known() -> None:
    local = {
        date(2012, 9, 29): PlannedDay(OFF, "街道搬迁"),
        date(2013, 3, 1): PlannedDay(OFF, "街道搬迁"),
    }
    calendar = merge([P2012], local=local)
    assert not calendar.is_workday(date(2012, 9, 29))
    assert not calendar.is_workday(date(2013, 3, 1))
    assert calendar.known_until == date(2012, 12, 31)


def test_a_calendar_gives_its_plans_back_for_one_with_more(calendar: Calendar) -> None:
    later = merge([*calendar.plans, plan(2013, d20130101=(OFF, "元旦"))])
    assert later.known_until == date(2013, 12, 31)
    assert later.is_workday(date(2011, 12, 31))


def test_a_calendar_needs_a_plan_with_days() -> None:
    with pytest.raises(ValueError, match="no plan"):
        merge([Plan(2027, {})])
