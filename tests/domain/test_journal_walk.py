"""Whatever is noted down in whatever order: what is accepted leaves a journal that holds together."""

from collections import Counter
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gridctl.domain.journal.attendance import EntryCorrected, SignedIn, SignedOut, TookLeave
from gridctl.domain.journal.month import Month
from gridctl.domain.journal.walk import advance, replay
from gridctl.errors import Refused
from gridctl.store.journal_file import read, write

CHINA = timezone(timedelta(hours=8))
moments = st.builds(
    lambda day, hour: datetime(2026, 11, day, hour, tzinfo=CHINA),
    st.integers(1, 4),
    st.integers(6, 20),
)
days = st.integers(1, 6).map(lambda day: date(2026, 11, day))
WISHES = (
    st.tuples(st.just("in"), moments)
    | st.tuples(st.just("out"), moments)
    | st.tuples(st.just("leave"), st.tuples(days, days))
    | st.tuples(st.just("correct"), st.tuples(st.integers(1, 8), st.none() | moments))
)
LATER = datetime(2026, 11, 30, 12, tzinfo=CHINA)


def made(month, kind, wish):
    """The entry that a command would make of a wish; the correction names the time as it stands."""
    common = {"n": len(month.entries) + 1, "by": "s031"}
    if kind == "in":
        return SignedIn(**common, at=wish, grid="lz")
    if kind == "out":
        return SignedOut(**common, at=wish)
    if kind == "leave":
        return TookLeave(**common, at=LATER, leave="sick", since=wish[0], until=wish[1])
    number, new = wish
    old = next((each.at for each in month.counting() if each.n == number), LATER)
    return EntryCorrected(
        n=common["n"], by="s001", at=LATER, entry=number, old=old, new=new, reason="x"
    )


@given(st.lists(WISHES, max_size=25))
@settings(max_examples=150)
def test_any_walk_holds_together(wishes):
    month = Month("s031", "2026-11")
    for kind, wish in wishes:
        try:
            after = advance(month, made(month, kind, wish))
        except Refused:
            continue
        if month.entries:
            assert write(after).startswith(write(month))
        month = after
    counting = month.counting()
    came = Counter(each.at.date() for each in counting if isinstance(each, SignedIn))
    assert all(count == 1 for count in came.values())
    begun = {each.at.date(): each.at for each in counting if isinstance(each, SignedIn)}
    outs = [each for each in counting if isinstance(each, SignedOut)]
    assert all(begun[each.at.date()] <= each.at for each in outs)
    away = Counter(
        each.since + timedelta(days=n)
        for each in counting
        if isinstance(each, TookLeave)
        for n in range((each.until - each.since).days + 1)
    )
    assert all(count == 1 for count in away.values())
    assert replay(Month("s031", "2026-11"), month.entries) == month
    if month.entries:
        assert read(month.key.path, write(month)) == month


@pytest.mark.parametrize(
    ("wishes", "rule"),
    [
        ([("correct", (1, None))], "J09"),
        ([("in", LATER), ("correct", (1, LATER))], "J09"),  # the time that it has already
        ([("leave", (date(2026, 11, 2), date(2026, 11, 1)))], "J08"),
        ([("leave", (date(2026, 11, 2), date(2026, 12, 1)))], "J08"),
        ([("leave", (date(2026, 11, 2), date(2026, 11, 3))), ("correct", (1, LATER))], "J09"),
        ([("in", LATER), ("in", LATER.replace(hour=13))], "J06"),
        ([("out", LATER)], "J07"),
    ],
)
def test_what_does_not_follow_is_refused_by_its_rule(wishes, rule):
    month = Month("s031", "2026-11")
    for wish in wishes[:-1]:
        month = advance(month, made(month, *wish))
    with pytest.raises(Refused) as refused:
        advance(month, made(month, *wishes[-1]))
    assert refused.value.rule == rule
