"""`gridctl today` and the journal: signing in, what meetings left, and places seen already."""

import json

import pytest

DAY = "2026-11-24T{}:00+08:00"


@pytest.fixture
def parts(gridctl):
    """The parts of a person's day that hold anything, at a time, as texts."""

    def of(staff, time="09:00", day=None):
        asked = gridctl(
            "today", "--staff", staff, "--json", now=day or DAY.format(time), lang="zh"
        )  # fmt: skip
        assert asked.code == 0, asked.err
        every = json.loads(asked.out)["parts"]
        return {p["name"]: [i["text"] for i in p["items"]] for p in every if p["items"]}

    return of


def sign(gridctl, *words, time):
    done = gridctl("--as", "p10", "sign", *words, now=DAY.format(time))
    assert done.code == 0, done.err


def test_who_is_due_at_the_office_is_told_to_sign_in_until_it_is_done(gridctl, parts):
    assert parts("p10")["attendance"] == ["还没有签到"]
    sign(gridctl, "in", time="08:05")
    assert parts("p10")["attendance"] == ["已签到，08:05"]
    sign(gridctl, "out", time="18:01")
    assert parts("p10", "18:30")["attendance"] == ["已签退，18:01"]


def test_nobody_signs_in_on_a_day_off_or_without_days_agreed(parts):
    assert "attendance" not in parts("p10", day="2026-11-28T09:00:00+08:00")  # a Saturday
    assert "attendance" not in parts("p05")


def test_who_is_on_leave_is_not_asked_to_sign_in(gridctl, parts):
    leave = ("leave", "--since", "2026-11-24", "--until", "2026-11-25", "--kind", "sick")
    sign(gridctl, *leave, time="08:00")
    assert parts("p10")["attendance"] == ["请假至 2026-11-25（病假）"]


def test_what_a_meeting_left_is_told_a_week_before_until_a_month_after(gridctl, parts):
    left = ("--follow-up", "报送台账@2026-11-30", "--follow-up", "年终总结@2026-12-20")
    meeting = ("journal", "add", "meeting", "周例会", "--attendees", "12", *left)
    done = gridctl("--as", "p05", *meeting, now=DAY.format("10:00"))
    assert done.code == 0, done.err
    assert parts("p05", "11:00")["follow-ups"] == ["报送台账，2026-11-30 前完成"]
    later = "2026-12-14T09:00:00+08:00"
    told = ["报送台账，2026-11-30 前完成", "年终总结，2026-12-20 前完成"]
    assert parts("p05", day=later)["follow-ups"] == told
    assert "follow-ups" not in parts("p10")
