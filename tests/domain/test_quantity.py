"""Quantities as written, and sums that say no more than is known."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridctl.domain.journal.quantity import is_quantity, quantity, summed

# The figures of an office's safety month, split into what two reports might have said.
GOLDEN = [
    (["8场", "6场"], "14场"),
    (["10场", "8场"], "18场"),
    (["20余辆"], "20余辆"),
    (["50块", "30余块"], "80余块"),
    (["2万余份", "10000份"], "30000余份"),
    (["4000本", "3000多本"], "7000余本"),
    (["100人次", "70余人次"], "170余人次"),
    (["约30人"], "约30人"),
    (["约30人", "20人"], "约50人"),
    (["1.5吨", "2吨"], "3.5吨"),
    (["30"], "30"),
    (["1.5万份", "2万份"], "35000份"),
    (["1.5万份"], "15000份"),
    (["2.50吨", "1.5吨"], "4吨"),
    (["100场"], "100场"),
    (["30余万份"], "300000余份"),
    (["30多万份", "2万余份", "约5份"], "约320005余份"),
    (["0.0吨"], "0吨"),
]


@pytest.mark.parametrize(("parts", "total"), GOLDEN)
def test_a_sum_is_as_inexact_as_its_parts(parts, total):
    assert [str(each) for each in summed(parts)] == [total]


@pytest.mark.parametrize("text", ["3余万份", "3万余份", "3多万份", "3万多份"])
def test_more_than_some_myriads_is_said_either_way(text):
    assert quantity(text) == (Decimal(30000), False, True, "份")


def test_units_are_never_mixed():
    assert [str(each) for each in summed(["80块", "3个", "5余块"])] == ["85余块", "3个"]


@pytest.mark.parametrize("text", ["若干", "", "余块", "-3块", "３块", "3 块", "3块\n"])
def test_what_does_not_begin_with_a_number_is_none(text):
    assert not is_quantity(text)
    with pytest.raises(ValueError, match="^" if not text else text.strip() or "."):
        quantity(text)


@given(st.lists(st.tuples(st.integers(0, 10**9), st.sampled_from(["", "余", "多"])), min_size=1))
def test_the_sum_is_that_of_the_numbers_in_any_order(parts):
    written = [f"{number}{more}份" for number, more in parts]
    (total,) = summed(written)
    assert total.number == sum(Decimal(number) for number, _more in parts)
    assert total.approx == any(more for _number, more in parts)
    assert summed(written[::-1]) == [total]


@given(st.from_regex(r"\A约?(0|[1-9][0-9]{0,6})余?[块份人次]{0,2}\Z"))
def test_a_single_quantity_prints_as_it_was_written(text):
    assert [str(each) for each in summed([text])] == [text]
