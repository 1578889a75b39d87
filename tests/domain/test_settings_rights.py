"""Who may change the settings, and that nobody reaches further by his own change."""

from dataclasses import replace
from datetime import date

import pytest

from gridctl.domain.office import Office
from gridctl.domain.people import Post
from gridctl.domain.settings_rights import check_settings_right
from gridctl.errors import Refused

DAY = date(2026, 11, 24)
LONG_AGO = date(2012, 5, 1)


def with_person(office: Office, id_: str, **other) -> Office:
    staff = tuple(replace(p, **other) if p.id == id_ else p for p in office.staff_file.staff)
    return Office(office.grids_file, replace(office.staff_file, staff=staff))


def with_grid(office: Office, id_: str, **other) -> Office:
    grids = tuple(replace(g, **other) if g.id == id_ else g for g in office.grids_file.grids)
    return Office(replace(office.grids_file, grids=grids), office.staff_file)


def may(before: Office, after: Office, who: str, day: date = DAY) -> bool:
    try:
        check_settings_right(before, after, before.people[who], day)
    except Refused as refusal:
        return refusal.rule != "R04"
    return True


@pytest.mark.parametrize(
    ("who", "allowed"),
    [
        ("p01", True),
        ("p02", True),
        ("p03", True),
        ("p04", True),  # a deputy has the head's rights
        ("p05", False),
        ("p22", False),
        ("p18", False),
        ("p23", False),
    ],
)
def test_it_takes_an_office_wide_post(office, who, allowed):
    after = with_person(office, "p10", name="陈拾")
    assert may(office, after, who) is allowed


@pytest.mark.parametrize(
    "other",
    [{"home": "chengguan"}, {"kind": "delegate"}, {"email": "new@example.org"}, {"email": None}],
)
def test_nobody_makes_himself_another_but_others_may(office, other):
    assert not may(office, with_person(office, "p01", **other), "p01")
    assert may(office, with_person(office, "p01", **other), "p02")
    assert may(office, with_person(office, "p01", name="赵壹", days=3), "p01")


def test_nobody_takes_anothers_entry_by_his_address(office):
    address = office.people["p01"].email
    after = with_person(office, "p02", email=address)
    after = with_person(after, "p01", email=None)
    assert not may(office, after, "p01")


@pytest.mark.parametrize(
    ("new", "allowed"),
    [
        ({}, True),
        ({"until": DAY}, True),
        ({"since": date(2020, 1, 1)}, True),
        ({"since": date(2000, 1, 1)}, False),
        ({"role": "leader"}, False),
        ({"grid": "qy-dh"}, False),
    ],
)
def test_a_post_of_ones_own_may_shrink_and_not_grow(office, new, allowed):
    (post,) = office.people["p01"].posts
    assert may(office, with_person(office, "p01", posts=(replace(post, **new),)), "p01") is allowed


def with_offices(office: Office, *ids: str) -> Office:
    """Further offices beside the first, without grids of their own."""
    grids = office.grids_file.grids
    new = tuple(replace(grids[0], id=i, code_name=i, rooms=(), duties=()) for i in ids)
    return Office(replace(office.grids_file, grids=(*grids, *new)), office.staff_file)


def test_no_grid_is_put_under_ones_own_post(office):
    here = with_offices(office, "yy")
    there = with_grid(here, "qy-xs", parent="yy")
    assert may(here, there, "p03")  # giving away
    assert not may(there, here, "p03")  # taking


@pytest.mark.parametrize(("until", "allowed"), [(None, False), (DAY, False), (LONG_AGO, True)])
def test_a_post_that_is_over_reaches_nothing_any_more(office, until, allowed):
    posts = (
        Post(grid="yy", role="head", since=LONG_AGO),
        Post(grid="zz", role="patroller", since=LONG_AGO, until=until),
    )
    before = with_person(with_offices(office, "yy", "zz"), "p03", posts=posts)
    assert may(before, with_grid(before, "qy-xs", parent="zz"), "p03") is allowed


def test_a_new_grid_below_ones_own_is_no_gain(office):
    grids = office.grids_file.grids
    new = replace(grids[-1], id="qy-dh-9", until=None)
    after = Office(replace(office.grids_file, grids=(*grids, new)), office.staff_file)
    assert may(office, after, "p03")
