"""Duty checks, kind by kind and both sides of each, as of a day."""

from datetime import date

from offices import duty, office_with, power

from gridctl.domain.duty_checks import check_duties
from gridctl.domain.duty_findings import Crossing, NoBasis, Overlap
from gridctl.store.catalogue_file import built_in

DAY = date(2026, 11, 23)
CATALOGUE = built_in()


def found(day=DAY, **held):
    return check_duties(office_with(**held), CATALOGUE, day)


def test_two_leads_of_a_class_and_a_category_overlap_in_the_category_alone():
    got = found(chengguan=[power("E04")], jiaojing=[power("E0406")])
    assert got.overlaps == (Overlap("E0406", "enforce", ("chengguan", "jiaojing")),)


def test_who_joins_and_who_does_something_else_does_not_overlap():
    assert not found(chengguan=[power("E04")], jiaojing=[power("E0406", lead=False)]).overlaps
    assert not found(chengguan=[power("E04")], jiaojing=[power("E0406", "serve")]).overlaps


def test_a_department_that_gave_the_lead_up_for_a_category_does_not_overlap():
    got = found(chengguan=[power("E04"), power("E0406", lead=False)], jiaojing=[power("E0406")])
    assert not got.overlaps


def test_a_power_and_a_duty_of_the_same_action_cross():
    got = found(
        duties=[duty("D17", "mediate", 3), duty("E04", "patrol", 3)],
        chengguan=[power("D17", "mediate", lead=False), power("E04")],
    )
    assert got.crossings == (Crossing("D17", "mediate", ("chengguan",), "lz", 3),)


def gap_of(got, code):
    return next((g for g in got.gaps if g.category == code), None)


def test_a_category_that_nobody_holds_is_a_gap():
    gap = gap_of(found(chengguan=[power("E04")]), "E0501")
    assert (gap.why, gap.held, gap.office) == ("nobody", (), "lz")
    assert gap.missing == ("enforce", "serve", "inspect", "patrol")


def test_a_category_that_is_only_patrolled_is_a_gap():
    gap = gap_of(found(duties=[duty("E05", "patrol", 3)]), "E0501")
    assert (gap.why, gap.held) == ("unsettled", (("lz", "patrol"),))
    assert gap.missing == ("enforce", "serve", "inspect")


def test_a_category_that_only_has_who_joins_is_a_gap():
    gap = gap_of(found(chengguan=[power("E05", lead=False)]), "E0501")
    assert (gap.why, gap.missing) == ("unled", ("serve", "inspect", "patrol"))


def test_a_lead_or_a_duty_that_settles_is_no_gap():
    assert gap_of(found(chengguan=[power("E05", "serve")]), "E0501") is None
    assert gap_of(found(duties=[duty("E05", "inspect", 2)]), "E0501") is None
    assert gap_of(found(duties=[duty("D", "mediate", 2)]), "D17") is None


def test_a_license_settles_no_event_but_does_a_request():
    got = found(chengguan=[power("E04", "license"), power("R", "license")])
    assert gap_of(got, "E0406").why == "unsettled"
    assert gap_of(got, "R05") is None


def test_a_gap_for_each_category_without_a_holder():
    """Of the catalogue's categories all but those of E04 are held by nobody."""
    got = found(chengguan=[power("E04")])
    street = sum(1 for code in CATALOGUE.categories if code.startswith("E04"))
    assert len(got.gaps) == len(CATALOGUE.categories) - street


def levels(**held):
    return [(m.action, m.category, m.staff, m.level) for m in found(**held).levels]


def test_patrol_belongs_on_level_3_and_enforcement_on_1_or_2():
    assert levels(duties=[duty("E04", "patrol", 3), duty("E05", "enforce", 1)]) == []
    assert levels(duties=[duty("E04", "patrol", 2)]) == [("patrol", "E04", None, 2)]
    assert levels(duties=[duty("E04", "enforce", 3)]) == [("enforce", "E04", None, 3)]
    assert levels(duties=[duty("D", "mediate", 4)]) == []


def test_people_stand_on_the_level_of_their_action_on_that_day(office):
    """p11 patrols a branch (level 2) all the time, p19 a level-3 grid; p13 begins on the 24th."""
    got = check_duties(office, CATALOGUE, DAY).levels
    assert [(m.staff, m.role, m.level, m.allowed) for m in got] == [("p11", "patroller", 2, (3,))]


def reach(day=DAY, **held):
    return [(u.category, u.units, u.grids) for u in found(day, **held).reach]


def test_a_post_in_the_grid_above_it_or_below_it_reaches():
    assert reach(chengguan=[power("E0406")]) == [("E0406", ("chengguan",), ("lz-b",))]
    assert reach(jiaojing=[power("E0406")]) == []  # at level 1
    assert reach(huanbao=[power("E0406")]) == [("E0406", ("huanbao",), ("lz-a", "lz-b"))]


def test_one_holder_of_the_power_is_enough():
    assert reach(huanbao=[power("E0406")], jiaojing=[power("E0406", lead=False)]) == []


def test_who_left_the_day_before_reaches_nothing():
    assert reach(date(2026, 11, 24), jiaojing=[power("E0406")]) == [
        ("E0406", ("jiaojing",), ("lz-a", "lz-b"))
    ]


def test_a_grid_that_was_there_on_the_day_counts():
    assert reach(date(2020, 12, 31), chengguan=[power("E0406")]) == [
        ("E0406", ("chengguan",), ("lz-b", "lz-c"))
    ]


def test_a_power_without_its_law_is_named():
    got = found(chengguan=[power("E04", basis=None), power("E05")])
    assert got.no_basis == (NoBasis("chengguan", "E04", "enforce"),)
