"""Values put into a text in the manner of their neighbours, every other line left as it was."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridctl.store.yaml_edit import Draft
from gridctl.store.yaml_text import load

DAY = date(2026, 11, 24)


def added(text, place, item, after=-1):
    draft = Draft(text.encode())
    draft.add(place, item, after=after)
    return draft.result().decode()


def put(text, place, key, value, order=()):
    draft = Draft(text.encode())
    draft.put(place, key, value, order)
    return draft.result().decode()


ITEM = {"id": "b", "name": "新", "since": DAY}
ADDED = {
    "block items": (
        "x:\n- id: a\n  name: 甲\ny: 1\n",
        "x:\n- id: a\n  name: 甲\n- id: b\n  name: 新\n  since: 2026-11-24\ny: 1\n",
    ),
    "set in by two": (
        "x:\n  - id: a\n    name: 甲\n",
        "x:\n  - id: a\n    name: 甲\n  - id: b\n    name: 新\n    since: 2026-11-24\n",
    ),
    "a wide dash": (
        "x:\n-   id: a\n",
        "x:\n-   id: a\n-   id: b\n    name: 新\n    since: 2026-11-24\n",
    ),
    "one a line in brackets": (
        "x:\n- {id: a, name: 甲}  # kept\n# below\n",
        "x:\n- {id: a, name: 甲}  # kept\n- {id: b, name: 新, since: 2026-11-24}\n# below\n",
    ),
    "keys in the neighbour's order": (
        "x:\n- {since: 2012-05-01, id: a, name: 甲}\n",
        "x:\n- {since: 2012-05-01, id: a, name: 甲}\n- {since: 2026-11-24, id: b, name: 新}\n",
    ),
    "a list in brackets": (
        "x: [{id: a}]  # kept\n",
        "x: [{id: a}, {id: b, name: 新, since: 2026-11-24}]  # kept\n",
    ),
    "a list in brackets over lines": (
        "x: [\n  {id: a},\n  {id: c}   # kept\n]\n",
        "x: [\n  {id: a},\n  {id: c}, {id: b, name: 新, since: 2026-11-24}   # kept\n]\n",
    ),
    "items that stand apart": (
        "x:\n- id: a\n\n- id: c\n",
        "x:\n- id: a\n\n- id: c\n\n- id: b\n  name: 新\n  since: 2026-11-24\n",
    ),
    "an item with a remark of its own": (
        "x:\n- id: a\n  # later: more\n# of the file\n",
        "x:\n- id: a\n  # later: more\n- id: b\n  name: 新\n  since: 2026-11-24\n# of the file\n",
    ),
    "an empty list": (
        "x: []   # none yet\ny: 1\n",
        "x:   # none yet\n- id: b\n  name: 新\n  since: 2026-11-24\ny: 1\n",
    ),
    "no list yet": ("y: 1\n", "y: 1\nx:\n- {id: b, name: 新, since: 2026-11-24}\n"),
    "no end of the last line": (
        "x:\n- id: a",
        "x:\n- id: a\n- id: b\n  name: 新\n  since: 2026-11-24\n",
    ),
    "text in a block": (
        "x:\n- id: a\n  name: |-\n    # no remark\n    乙\n\n# below\n",
        "x:\n- id: a\n  name: |-\n    # no remark\n    乙\n- id: b\n  name: 新\n  since: 2026-11-24\n\n# below\n",
    ),
    "a file in brackets": (
        "{x: [{id: a}], y: 1}\n",
        "{x: [{id: a}, {id: b, name: 新, since: 2026-11-24}], y: 1}\n",
    ),
}


@pytest.mark.parametrize("manner", ADDED)
def test_an_item_is_added_in_the_manner_of_its_neighbours(manner):
    before, after = ADDED[manner]
    assert added(before, ("x",), ITEM) == after


def test_an_item_may_stand_behind_any_other():
    assert added("x:\n- id: a\n- id: c\n", ("x",), {"id": "b"}, after=0) == (
        "x:\n- id: a\n- id: b\n- id: c\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- {id: a}\n", "- {id: a, posts: [{grid: g}]}\n"),
        ("- {id: a, posts: []}\n", "- {id: a, posts: [{grid: g}]}\n"),
        ("- id: a\n  days: 1\n", "- id: a\n  days: 1\n  posts:\n  - {grid: g}\n"),
        ("- id: a\n  posts: []\n", "- id: a\n  posts:\n  - {grid: g}\n"),
        ("- id: a\n  posts:\n    - grid: f\n", "- id: a\n  posts:\n    - grid: f\n    - grid: g\n"),
    ],
)
def test_an_inner_list_is_begun_or_goes_on(before, after):
    head = "staff:\n"
    assert added(head + before, ("staff", 0, "posts"), {"grid": "g"}) == head + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- {id: a}\n", "- {id: a, posts: [{grid: g}, {grid: f}]}\n"),
        ("- {id: a, posts: []}\n", "- {id: a, posts: [{grid: g}, {grid: f}]}\n"),
        ("- id: a\n  posts: []\n", "- id: a\n  posts:\n  - {grid: g}\n  - {grid: f}\n"),
        (
            "- id: a\n  posts:\n  - {grid: e}   # why\n",
            "- id: a\n  posts:\n  - {grid: e}   # why\n  - {grid: g}\n  - {grid: f}\n",
        ),
    ],
)
def test_several_items_stand_in_the_order_in_which_they_were_given(before, after):
    draft = Draft(f"staff:\n{before}".encode())
    draft.add_all(("staff", 0, "posts"), [{"grid": "g"}, {"grid": "f"}])
    assert draft.result().decode() == "staff:\n" + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- id: a\n  parent: p   # why\n", "- id: a\n  parent: q   # why\n"),
        ("- id: a\n  parent: 'p'\n", "- id: a\n  parent: 'q'\n"),
        ('- id: a\n  parent: "p"\n', '- id: a\n  parent: "q"\n'),
        ("- {id: a, parent: p}  # why\n", "- {id: a, parent: q}  # why\n"),
        ("- id: a   # why\n  until: 1\n", "- id: a   # why\n  parent: q\n  until: 1\n"),
        ("- {id: a, until: 1}\n", "- {id: a, parent: q, until: 1}\n"),
        ("- id: a\n  own:\n  - 1\n  # end\n", "- id: a\n  own:\n  - 1\n  parent: q\n  # end\n"),
    ],
)
def test_a_key_is_replaced_or_stands_in_its_order(before, after):
    order = ("id", "own", "parent", "until")
    assert put("x:\n" + before, ("x", 0), "parent", "q", order) == "x:\n" + after


def test_what_could_be_read_as_something_else_is_quoted():
    text = put("x:\n- {id: a}\n", ("x", 0), "id", "no")
    assert text == "x:\n- {id: 'no'}\n"
    assert added("x:\n- {id: a}\n", ("x",), {"id": "a, b: c #"}).endswith("- {id: 'a, b: c #'}\n")


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
        lambda t: not set(t) & {"\ufeff", "\ufffe", "\uffff", "\u2028", "\u2029"}
    ),
    st.sampled_from(sorted(ADDED)),
)
def test_any_text_comes_back_and_no_line_is_lost(name, manner):
    before, _after = ADDED[manner]
    text = added(before, ("x",), {"id": name})
    item = load("", text.encode())["x"][-1]
    assert item == {"id": name}
    remarks = [line.partition("#")[2] for line in before.splitlines() if "#" in line]
    assert all(remark in text for remark in remarks)


def test_a_text_that_would_not_read_back_as_meant_is_never_handed_out(monkeypatch):
    monkeypatch.setattr("gridctl.store.yaml_edit.flow", lambda _value: "other")
    with pytest.raises(AssertionError):
        put("x:\n- {id: a}\n", ("x", 0), "id", "b")
