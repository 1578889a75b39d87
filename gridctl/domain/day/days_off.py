"""The office calendar in a plan: the next days off, the next holiday, the next make-up workday."""

from collections.abc import Iterator
from datetime import date, timedelta

from gridctl.domain.calendar import WEEKEND, Calendar
from gridctl.domain.day.plan import Item, Morning, Part
from gridctl.words import Both, _, listed, say

_ONE_DAY = timedelta(days=1)


def days_off(morning: Morning) -> Iterator[Part]:
    """What the calendar brings next; a plan that is not out yet is said."""
    calendar, day = morning.calendar, morning.day
    planned = sorted(each for each in calendar.days if each > day)
    holiday = next((each for each in planned if not calendar.is_workday(each)), None)
    makeup = next((e for e in planned if calendar.is_workday(e) and e.weekday() >= 5), None)
    first = _next_off(calendar, day)
    items = [_off(calendar, first)]
    if holiday and holiday > _last(calendar, first):
        items.append(_off(calendar, holiday))
    if makeup:
        items.append(_worked(calendar, makeup))
    if holiday is None:
        known = calendar.known_until
        items.append(
            Item(
                say("no holiday plan is known after {day}", day=known),
                {"known_until": known},
                f"gridctl calendar add {_('FILE')}",
            )
        )
    yield Part("days-off", tuple(items))


def _next_off(calendar: Calendar, day: date) -> date:
    day += _ONE_DAY
    while calendar.is_workday(day):
        day += _ONE_DAY
    return day


def _last(calendar: Calendar, first: date) -> date:
    while not calendar.is_workday(first + _ONE_DAY):
        first += _ONE_DAY
    return first


def _off(calendar: Calendar, first: date) -> Item:
    """A run of days off, with the holidays in it, or as a weekend."""
    last = _last(calendar, first)
    days = [first + _ONE_DAY * n for n in range((last - first).days + 1)]
    reasons = dict.fromkeys(calendar.reason(day) for day in days)
    named: list[Both] = [each for each in reasons if each != WEEKEND] or [WEEKEND]
    return Item(
        say("{first} to {last}: {reason}", first=first, last=last, reason=listed(named))
        if last > first
        else say("{day}: {reason}", day=first, reason=listed(named)),
        {"first": first, "last": last, "reason": listed(named), "workday": False},
    )


def _worked(calendar: Calendar, day: date) -> Item:
    reason = calendar.reason(day)
    return Item(
        say("{day}: {reason}", day=day, reason=reason),
        {"first": day, "last": day, "reason": str(reason), "workday": True},
    )
