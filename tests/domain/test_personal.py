"""What is a phone or identity number, and what of it stays in view. All numbers are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from gridctl.domain.personal import find, is_identity, mask, mask_name, mask_number

days = st.dates(date(1900, 1, 1), date(2024, 12, 31))


@st.composite
def numbers(draw):
    """An identity number with a right check character; the region code is one that there is."""
    region = draw(st.sampled_from(["110101", "410108", "440305", "650102", "810000"]))
    number = f"{region}{draw(days):%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return number + ric.calc_check_digit(number + "0")


def kinds(text):
    return [found.kind for found in find(text)]


@given(numbers())
def test_a_number_with_a_right_check_character_is_found(number):
    assert is_identity(number)
    assert kinds(f"身份证{number}，住三楼") == ["identity"]
    assert kinds(number.lower()) == ["identity"]


@given(numbers(), st.sampled_from("0123456789X"))
def test_the_check_character_decides_as_the_oracle_says(number, check):
    other = number[:17] + check
    assert is_identity(other) == (ric.calc_check_digit(other) == check) == (other == number)


@given(st.from_regex(r"(110101|410108)(19|20)[0-9]{9}[0-9X]", fullmatch=True))
def test_what_the_oracle_takes_is_taken(number):
    if ric.is_valid(number):
        assert is_identity(number)


@pytest.mark.parametrize(
    "text",
    [
        "13812345678",
        "电话13812345678。",
        "138 1234 5678",
        "138-1234-5678",
        "１３８１２３４５６７８",
        "＋８６１３８１２３４５６７８",
        "138－1234－5678",
        "+8613812345678",
        "+86 138 1234 5678",
        "86-13812345678",
        "008613812345678",
        "013812345678",
        "A13812345678B",
        "19912345678",
    ],
)
def test_a_mobile_number_is_found_in_every_spelling(text):
    assert kinds(text) == ["phone"]


@pytest.mark.parametrize(
    "text",
    [
        "12812345678",
        "1381234567",
        "138123456789",
        "2138123456780",
        "0371-66554433",
        "12345",
        "20261124083100",
        "138 12345 678",
        "lz-20261124-13812",
        "一三八",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert kinds(text) == []


def test_the_parts_of_an_identity_number_may_stand_apart():
    number = "41010819900307123"
    number += ric.calc_check_digit(number + "0")
    apart = f"{number[:6]} {number[6:14]} {number[14:]}"
    assert kinds(apart) == ["identity"]
    assert mask(f"证号{apart}。") == f"证号410****{number[-4:]}。"


def test_a_full_width_check_character_hides_nothing():
    number = next(n for n in (f"41010819900307{i:03d}X" for i in range(999)) if ric.is_valid(n))
    wide = "".join(chr(ord(char) + 0xFEE0) for char in number)
    assert kinds(wide) == ["identity"]


@pytest.mark.parametrize(
    ("number", "is_one"),
    [
        ("410108900307123", True),
        ("410108901307123", False),
        ("100108900307123", False),
        ("830108900307123", False),
    ],
)
def test_the_old_form_has_15_digits_a_region_and_a_day(number, is_one):
    assert is_identity(number) == is_one
    assert kinds(number) == (["identity"] if is_one else [])


def test_masking_keeps_the_first_three_and_the_last_four():
    assert mask("打13812345678或138-0000-1111") == "打138****5678或138****1111"
    assert mask_number("１３８１２３４５６７８") == "138****5678"
    assert mask_number("66554433") == "******33"
    assert mask_number("12345") == "***45"
    assert mask_number("1") == "**1"
    # Ten digits are no more for the signs around them.
    assert mask_number("+86 6381 2345") == "********45"
    assert mask_number("(0371) 6655-4433") == "037****4433"


@given(st.text(st.sampled_from("0123456789 -Xx，电话+８６１３"), max_size=60))
def test_a_masked_text_holds_no_number(text):
    assert kinds(mask(text)) == []


@given(st.text(max_size=60))
def test_a_text_without_a_number_is_not_touched(text):
    if not kinds(text):
        assert mask(text) == text


@pytest.mark.parametrize(
    ("name", "masked"), [("张三", "张**"), ("欧阳春", "欧**"), (" 李 ", "李**"), ("", "**")]
)
def test_a_name_keeps_its_first_character_and_not_its_length(name, masked):
    assert mask_name(name) == masked
