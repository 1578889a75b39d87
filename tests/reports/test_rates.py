"""Rates: integers until they are printed, then two decimals, half up."""

import pytest

from gridctl.reports.report import Rate


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (96, 98, "97.96%"),  # 97.9591…
        (996, 1054, "94.50%"),  # 94.4971…
        (911, 972, "93.72%"),  # 93.7242…
        (1, 800, "0.13%"),  # 0.125 goes up
        (9071, 9995, "90.76%"),
        (0, 3, "0.00%"),
        (3, 3, "100.00%"),
        (0, 0, "–"),
    ],
)
def test_a_rate_prints_with_two_decimals(part, whole, printed):
    assert str(Rate(part, whole)) == printed
