"""Routing: which unit the matrix gives a case to, and when it gives none."""

from datetime import date

import pytest
from offices import duty, office_with, power

from gridctl.domain.routing import SETTLING, route, the_one, undecided
from gridctl.errors import Refused

DAY = date(2026, 11, 23)


def routed(office, code="E0406", kind="problem", grid="lz-a-1", day=DAY, without=()):
    found = route(office, code, kind, grid, day, without)
    return [n.unit for n in found.leads], [n.unit for n in found.joint]


def test_the_one_lead_has_it_and_who_joins_is_named():
    office = office_with(chengguan=[power("E04")], jiaojing=[power("E0406", lead=False)])
    assert routed(office) == (["chengguan"], ["jiaojing"])


def test_a_lead_has_it_wherever_its_people_are():
    office = office_with(huanbao=[power("E0406")])
    assert routed(office) == (["huanbao"], [])


def test_of_two_leads_the_one_with_people_for_the_grid_has_it():
    office = office_with(chengguan=[power("E04")], jiaojing=[power("E0406")])
    assert routed(office)[0] == ["chengguan", "jiaojing"]
    assert routed(office, grid="lz-b-1") == (["jiaojing"], ["chengguan"])
    # Since the 24th jiaojing has nobody anywhere, so in lz-b nothing tells the two apart.
    after = date(2026, 11, 24)
    assert routed(office, day=after)[0] == ["chengguan"]
    assert routed(office, grid="lz-b-1", day=after)[0] == ["chengguan", "jiaojing"]


@pytest.mark.parametrize("kind", SETTLING)
def test_the_actions_are_asked_in_the_order_of_the_kind(kind):
    first, second, *_ = SETTLING[kind]
    office = office_with(chengguan=[power("E04", second)], jiaojing=[power("E04", first)])
    assert routed(office, kind=kind)[0] == ["jiaojing"]
    office = office_with(
        chengguan=[power("E04", second)], jiaojing=[power("E04", first, lead=False)]
    )
    assert routed(office, kind=kind)[0] == ["chengguan"]


def test_wages_go_to_who_may_compel_and_a_quarrel_to_who_mediates():
    office = office_with(chengguan=[power("D07")], jiaojing=[power("D", "mediate")])
    assert routed(office, "D07", "dispute")[0] == ["chengguan"]
    assert routed(office, "D17", "dispute")[0] == ["jiaojing"]


def test_a_department_goes_before_the_duty_of_the_office():
    duties = [duty("D", "mediate", 2)]
    office = office_with(duties=duties, jiaojing=[power("D", "mediate")])
    assert routed(office, "D17", "dispute")[0] == ["jiaojing"]
    assert routed(office_with(duties=duties), "D17", "dispute")[0] == ["lz-a"]


@pytest.mark.parametrize(
    ("level", "grid", "unit"),
    [(1, "lz-a-1", "lz"), (2, "lz-a-1", "lz-a"), (3, "lz-a-1", "lz-a-1"), (3, "lz-a", "lz-a")],
)
def test_a_duty_goes_to_the_grid_of_its_level(level, grid, unit):
    office = office_with(duties=[duty("D", "mediate", level)])
    assert routed(office, "D17", "dispute", grid)[0] == [unit]


def test_patrol_settles_nothing():
    assert routed(office_with(duties=[duty("E04", "patrol", 3)])) == ([], [])


def test_who_gave_it_back_does_not_get_it_again():
    office = office_with(chengguan=[power("E04")], jiaojing=[power("E0406")])
    assert routed(office, without={"chengguan"})[0] == ["jiaojing"]


def refusal_of(office, **where):
    found = route(office, "E0406", "problem", "lz-a-1", DAY, **where)
    assert found.answer is None
    with pytest.raises(Refused) as refusal:
        the_one(found)
    assert refusal.value.rule == "D07"
    return f"{refusal.value.message} {refusal.value.hint}", str(undecided(found))


def test_two_leads_none_and_nobody_are_refused_with_the_candidates_named():
    both, why = refusal_of(office_with(chengguan=[power("E04")], jiaojing=[power("E0406")]))
    assert why in both
    assert "more than one lead" in why
    assert "城管 (chengguan), 交警 (jiaojing)" in both
    joins, why = refusal_of(office_with(chengguan=[power("E04", lead=False)]))
    assert "Nobody leads" in why
    assert "城管 (chengguan)" in joins
    nobody, why = refusal_of(office_with())
    assert why == "Nobody holds E0406."
    assert nobody.endswith("--to UNIT.")
