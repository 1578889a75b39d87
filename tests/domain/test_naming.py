"""A thing is found by its id or whole name; a mistyped word is answered with what it may have meant."""

import pytest

from gridctl.domain.naming import closest
from gridctl.errors import NotFound


def hint(act, word):
    with pytest.raises(NotFound) as missing:
        act(word)
    assert missing.value.exit_code == 10
    assert word in str(missing.value.message)
    return str(missing.value.hint)


def test_a_grid_is_found_by_id_in_any_case_and_by_its_whole_name(office):
    for word in ("qy-dh-1", "QY-DH-1", "东河北片"):
        assert office.grid(word).id == "qy-dh-1"


def test_a_part_of_a_name_is_not_enough_but_is_understood(office):
    assert "东河北片" in hint(office.grid, "东河北")
    assert "qy-dh-1" in hint(office.grid, "qy-dh1")
    assert hint(office.grid, "zzzzzz") == "See gridctl grid tree"


def test_a_unit_is_found_by_id_name_or_alias_and_may_be_a_grid(office):
    for word in ("chengguan", "城管执法中队", "城管"):
        assert office.unit(word) == "chengguan"
    assert office.unit("东河") == "qy-dh"
    assert "城管执法中队" in hint(office.unit, "城管执法队")


def test_a_person_is_found_by_id_or_name(office):
    for word in ("p10", "P10", "陈十"):
        assert office.person(word).id == "p10"
    assert "陈十" in hint(office.person, "陈时")


def test_a_name_that_several_have_is_answered_with_their_ids(office):
    from dataclasses import replace

    from gridctl.domain.office import Office

    staff = office.staff_file.staff
    doubled = replace(office.staff_file, staff=(*staff, replace(staff[9], id="p99")))
    with pytest.raises(NotFound) as missing:
        Office(office.grids_file, doubled).person("陈十")
    assert str(missing.value.message) == "Several have the name 陈十: p10, p99"


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("chenguan", "chengguan"),
        ("CHENGGUAN", "chengguan"),
        ("ｃｈｅｎｇｇｕａｎ", "chengguan"),
        ("jiaojin", "jiaojing"),
        ("城管", "城管科"),
        ("交警", "交警队"),
    ],
)
def test_the_nearest_word_comes_first(word, nearest):
    assert closest(word, ["chengguan", "jiaojing", "huanbao", "城管科", "交警队"])[0] == nearest


def test_nothing_near_is_nothing():
    assert closest("zzz", ["chengguan", "jiaojing"]) == []
    assert closest("", ["chengguan", "jiaojing"]) == []
    assert closest("x", []) == []


def test_never_more_than_three_are_named():
    assert len(closest("abcd", [f"abcd{n}" for n in range(9)])) == 3


def test_an_office_is_a_tree(office):
    assert office.line_of("qy-dh-1a") == ("qy-dh-1a", "qy-dh-1", "qy-dh", "qy")
    assert office.line_of("nowhere") == ()
    assert office.top_of("qy-dh-1a").id == "qy"
    assert [each.id for each in office.children("qy")] == ["qy-dh", "qy-xs"]
    assert [each.id for each in office.children(None)] == ["qy"]
    assert office.unit_name("chengguan") == "城管执法中队"
    assert office.unit_name("gone") == "gone"
    assert office.person_name("p10") == "陈十"
    assert office.person_name("chengguan") == "城管执法中队"
