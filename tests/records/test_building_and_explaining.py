"""Building takes exactly what explaining finds no fault with, and every fault has a place and a rule."""

import copy
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_data import VALID

from gridctl.domain.grids import GridsFile
from gridctl.domain.people import StaffFile
from gridctl.domain.rules import RULES
from gridctl.domain.verb_table import EVENTS
from gridctl.records.building import Misfit, build
from gridctl.records.explaining import faults

ODD = [
    None, True, False, 0, 1, 1.0, -1, 2, 5, 10**30, 10**400, 0.5, 1e300, "", " ", "1", "x", "true",
    float("nan"), float("inf"), float("-inf"), [], {}, [[]], [None], {"a": None}, {"a": "b"},
    {1: "a"}, {"": "a"}, {"a": ""}, {None: "x"}, {"1": "a", 1: "b"}, ["a"], ["", "a"], [1, 2], [113.6],
    "2026-11-24", "2026-11-24T00:00:00", "2026-11-24T08:31:00", "2026-11-24T08:31:00Z",
    "2026-11-24T08:31:00+08:00", "2026-11-24T08:31+08:00", "2026-11-24 08:31:00+08:00",
    "2026-11-24T08:31:00+0800", "2026-11-24T08:31:00.5+08:00", "2026-11-24T08:31:00-00:00",
    "2026-11-24T08:31:00+08:00:30", "2026-11-24T24:00:00+08:00", "2026-11-24T23:59:60+08:00",
    "20261124", "2026-W48-2", "2026-02-30", "0000-01-01", "1764000000", 1764000000,
    "2026-11-24T08:31:00+24:00", "2026-11-24T08:31:00+23:59", "２０２６-11-24", "2026-11-24\n",
    "\ud800", "a\x00b", "𠮷", date(2026, 11, 24), datetime(2026, 11, 24, tzinfo=UTC), "problem", "pass", "head", ("a",),
    b"x", {"n"}, "Problem", "report ",
]  # fmt: skip


def places(data: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in plain data."""
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    return [here, *(place for key, each in inner for place in places(each, (*here, key)))]


def altered(data: Any, place: tuple[Any, ...], how: str, value: Any) -> Any:
    """A copy with one place set, dropped, doubled, or given one more key."""
    if not place:
        return value
    data = copy.deepcopy(data)
    holder = data
    for key in place[:-1]:
        holder = holder[key]
    here = holder[place[-1]]
    if how == "drop":
        del holder[place[-1]]
    elif how == "more" and isinstance(here, dict):
        here["surplus" if value is None else str(value)] = "x"
    elif how == "more" and isinstance(here, list):
        here.append(value)
    elif how == "wrap":
        holder[place[-1]] = [here]
    elif how == "odd key" and isinstance(holder, dict):
        holder[1] = holder.pop(place[-1])
    else:
        holder[place[-1]] = value
    return data


def agree(shape: type, data: Any) -> None:
    found = faults(shape, data)
    try:
        build(shape, data)
    except Misfit:
        assert found, f"building refuses {data!r} and nothing explains it"
    else:
        assert not found, f"building takes {data!r} but {found[0].message.template}"
    for fault in found:
        assert fault.rule in RULES
        assert str(fault.message)


@pytest.mark.parametrize("shape", VALID, ids=lambda shape: shape.__name__)
def test_the_valid_data_is_taken_with_every_key_in_use(shape):
    built = build(shape, VALID[shape])
    assert faults(shape, VALID[shape]) == ()
    assert {field.name for field in fields(shape)} == set(VALID[shape])
    assert is_dataclass(built)


def test_every_event_is_among_the_valid_data():
    assert set(EVENTS.values()) <= set(VALID)


@pytest.mark.parametrize("shape", VALID, ids=lambda shape: shape.__name__)
def test_the_two_agree_on_every_place_set_to_every_odd_value(shape):
    for place in places(VALID[shape]):
        for value in ODD:
            agree(shape, altered(VALID[shape], place, "set", value))
        for how in ("drop", "wrap", "more", "odd key"):
            agree(shape, altered(VALID[shape], place, how, None))


@given(st.data())
def test_the_two_agree_whatever_is_done_to_the_data(data):
    shape = data.draw(st.sampled_from(list(VALID)))
    plain = VALID[shape]
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(places(plain)))
        how = data.draw(st.sampled_from(["set", "drop", "more", "wrap", "odd key"]))
        value = data.draw(
            st.sampled_from(ODD)
            | st.text(max_size=30)
            | st.integers()
            | st.floats()
            | st.datetimes().map(str)
        )
        plain = altered(plain, place, how, value)
    agree(shape, plain)


@pytest.mark.parametrize(
    ("place", "value", "rule", "message"),
    [
        (("at",), "2026-11-24T08:31:00", "F06", "“at” must be a time such as 2026-11-24T08:31:00+08:00, not \"2026-11-24T08:31:00\"."),
        (("n",), True, "F06", "“n” must be a whole number, not true."),
        (("kind",), "problme", "F06", "“kind” cannot be \"problme\"; did you mean problem?"),
        (("titel",), "x", "F05", "There is no key “titel”; did you mean “title”?"),
        (("title",), "", "F06", "“title” is empty."),
        (("evidence", 0, "kind"), "photo", "F06", "“kind” cannot be \"photo\"; one of: before, after, paper"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place_its_rule_and_what_belongs_there(
    place, value, rule, message
):
    shape = EVENTS["collected"]
    plain = copy.deepcopy(VALID[shape])
    holder: Any = plain
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = value
    (found,) = faults(shape, plain)
    assert (found.place, found.rule, str(found.message)) == (place, rule, message)


@pytest.mark.parametrize("given", [True, 1.0, "1", 2])
def test_a_one_is_the_number_one_and_nothing_that_equals_it(given):
    for shape in (GridsFile, StaffFile):
        plain = VALID[shape] | {"format": given}
        with pytest.raises(Misfit):
            build(shape, plain)
        assert [fault.place for fault in faults(shape, plain)] == [("format",)]


def test_a_missing_key_is_told():
    shape = EVENTS["collected"]
    plain = {key: value for key, value in VALID[shape].items() if key != "grid"}
    (found,) = faults(shape, plain)
    assert (found.rule, str(found.message)) == ("F05", "The key “grid” is missing.")


def test_several_faults_are_all_told():
    shape = EVENTS["verified"]
    plain = {"n": "1", "at": 5, "by": "", "outcome": "maybe", "extra": 1}
    assert {fault.place for fault in faults(shape, plain)} == {
        ("n",),
        ("at",),
        ("by",),
        ("outcome",),
        ("extra",),
    }


def test_the_closures_of_the_shapes_are_the_terms_of_the_field():
    from gridctl.domain import terms
    from gridctl.domain.grids import Action
    from gridctl.domain.people import Role
    from gridctl.domain.verbs.collect import Kind
    from gridctl.domain.verbs.handle import Done

    assert set(get_args(Kind)) == set(terms.KINDS)
    assert set(get_args(Role)) == set(terms.ROLES)
    assert set(get_args(Action)) == set(terms.ACTIONS)
    assert set(get_args(Done)) < set(terms.CLOSURES)
