"""Folding: no category is lost or gained, and nothing could be gathered wider."""

from hypothesis import given
from hypothesis import strategies as st

from gridctl.domain.catalogue import class_of
from gridctl.domain.folding import folded
from gridctl.store.catalogue_file import built_in

EVERY = built_in().categories
CODES = list(EVERY)


def fold(values):
    return [(f.code, f.codes, f.whole, f.value) for f in folded(values, EVERY, lambda v: v)]


def test_a_whole_class_a_part_and_a_single_category():
    street = [code for code in CODES if code.startswith("E04")]
    assert fold(dict.fromkeys(street, 1)) == [("E04", tuple(street), True, 1)]
    assert fold({"E0405": 1, "E0406": 1}) == [("E04", ("E0405", "E0406"), False, 1)]
    assert fold({"E0406": 1}) == [("E0406", ("E0406",), True, 1)]


def test_all_events_are_one_group_and_all_but_one_are_not():
    events = [code for code in CODES if code.startswith("E")]
    assert [code for code, *_ in fold(dict.fromkeys(events, 1))] == ["E"]
    less = dict.fromkeys(events, 1) | {"E0406": 2}
    groups = [code for code, *_ in fold(less)]
    assert groups == ["E01", "E02", "E03", "E04", "E0406", "E05", "E06"]


@given(st.dictionaries(st.sampled_from(CODES), st.integers(0, 2), max_size=60))
def test_the_groups_hold_exactly_what_went_in(values):
    groups = fold(values)
    back = {code: value for _code, codes, _whole, value in groups for code in codes}
    assert back == values
    assert sum(len(codes) for _code, codes, *_ in groups) == len(values)
    # In one class no value stands twice.
    parts = [(class_of(codes[0]), value) for code, codes, _w, value in groups if len(code) > 1]
    assert len(parts) == len(set(parts))
