"""What is held over a category: the narrowest line of a unit, and every unit beside every other."""

from hypothesis import given
from hypothesis import strategies as st
from offices import duty, office_with, power

from gridctl.domain.holdings import Holding, over


def held(office, code):
    return [(h.unit, h.rule, h.lead) for h in over(office.holdings, code)]


def test_a_class_holds_for_every_category_in_it_and_for_no_other():
    office = office_with(chengguan=[power("E04")])
    assert held(office, "E0406") == [("chengguan", "E04 enforce", True)]
    assert held(office, "E0501") == []


def test_within_a_unit_the_narrower_line_takes_the_place_of_the_wider():
    office = office_with(chengguan=[power("E04"), power("E0406", lead=False, basis="《窄》")])
    (only,) = over(office.holdings, "E0406")
    assert (only.rule, only.lead, only.basis) == ("E0406 enforce", False, "《窄》")
    assert held(office, "E0405") == [("chengguan", "E04 enforce", True)]


def test_a_narrower_line_of_another_action_takes_nothing_away():
    office = office_with(chengguan=[power("E04"), power("E0406", "serve")])
    assert len(held(office, "E0406")) == 2


def test_between_units_the_narrower_line_does_not_win():
    office = office_with(chengguan=[power("E04")], jiaojing=[power("E0406")])
    assert held(office, "E0406") == [
        ("chengguan", "E04 enforce", True),
        ("jiaojing", "E0406 enforce", True),
    ]


def test_leads_stand_before_those_who_join_and_duties_last():
    office = office_with(
        duties=[duty("E04", "patrol", 3)],
        chengguan=[power("E04", lead=False)],
        jiaojing=[power("E04")],
    )
    assert [unit for unit, _rule, _lead in held(office, "E0406")] == ["jiaojing", "chengguan", "lz"]


def test_a_basis_of_blanks_is_none():
    office = office_with(chengguan=[power("E04", basis="' '")])
    assert office.holdings[0].basis is None


LINES = st.builds(
    Holding,
    st.sampled_from(["a", "b"]),
    st.sampled_from(["E", "E04", "E0406", "E0405", "D"]),
    st.sampled_from(["enforce", "serve"]),
    st.booleans(),
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["E0406", "E0501", "D17"]))
def test_each_unit_and_action_has_one_line_and_none_is_narrower(lines, code):
    found = over(lines, code)
    keys = [(h.unit, h.action) for h in found]
    covering = [h for h in lines if h.covers(code)]
    assert sorted(keys) == sorted({(h.unit, h.action) for h in covering})
    for each in found:
        same = [h for h in covering if (h.unit, h.action) == (each.unit, each.action)]
        assert len(each.category) == max(len(h.category) for h in same)
