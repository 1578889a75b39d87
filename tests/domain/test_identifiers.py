"""A case id has one written form, lies where it says, and is found however it is typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridctl.domain.identifiers import ALPHABET, as_meant, case_path, is_case_id, new_case_id

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    ["lz-20261124-k7qf2", "l-20240229-00000", "abcdefghij123456-20261124-zzzzz"],
)
def test_an_id_in_its_written_form_is_one(text):
    assert is_case_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lz-20261124-k7qf",
        "lz-20261124-k7qf22",
        "lz-20261124-K7QF2",
        "LZ-20261124-k7qf2",
        "lz-20261124-k7qfi",
        "lz-20261124-k7qfl",
        "lz-20261124-k7qfo",
        "lz-20261124-k7qfu",
        "lz-20261131-k7qf2",
        "lz-20260229-k7qf2",
        "lz-00001124-k7qf2",
        "lz-2026112-k7qf2",
        "1z-20261124-k7qf2",
        "lz-x-20261124-k7qf2",
        "abcdefghij1234567-20261124-k7qf2",
        "lz-20261124-k7qf2\n",
        " lz-20261124-k7qf2",
        "lz-２０２６1124-k7qf2",
        "lz-٢٠٢٦1124-k7qf2",
        "../lz-20261124-k7qf2",
        "lz-20261124-../..",
        "lz-20261124-k7qf2.yaml",
    ],
)
def test_anything_else_is_none(text):
    assert not is_case_id(text)


@given(st.from_regex(r"[a-z][a-z0-9]{0,15}", fullmatch=True), st.dates(date(1000, 1, 1)))
def test_a_new_id_is_one_and_is_of_its_office_and_day(office, day):
    made = new_case_id(office, day)
    assert is_case_id(made)
    assert made.startswith(f"{office}-{day:%Y%m%d}-")


def test_new_ids_differ_and_seeded_ones_follow_from_the_seed():
    assert len({new_case_id("lz", DAY) for _ in range(200)}) > 195
    assert new_case_id("lz", DAY, seed="a") == new_case_id("lz", DAY, seed="a")
    assert new_case_id("lz", DAY, seed="a") != new_case_id("lz", DAY, seed="b")


def test_the_alphabet_has_no_letter_that_looks_like_a_digit():
    assert len(set(ALPHABET)) == 32
    assert not set(ALPHABET) & set("ilou")


def test_the_path_follows_from_the_day_in_the_id():
    assert case_path("lz-20261124-k7qf2") == "cases/2026/11/24/lz-20261124-k7qf2.yaml"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("k7qf2", "k7qf2"),
        ("K7QF2", "k7qf2"),
        (" k7qf2 ", "k7qf2"),
        ("ｋ７ｑｆ２", "k7qf2"),
        ("okilu", "0k11v"),
        ("OKILU", "0k11v"),
        ("LZ-20261124-KOQFL", "lz-20261124-k0qf1"),
        ("lz-20261124-k7qf2.yaml", "lz-20261124-k7qf2"),
        ("lz－20261124－k7qf2", "lz-20261124-k7qf2"),
        ("f2", "f2"),
        # The letters of an office's own id are meant as they are.
        ("oil-20261124-k7qf2", "oil-20261124-k7qf2"),
        ("", ""),
    ],
)
def test_an_ending_is_read_as_it_was_meant(typed, meant):
    assert as_meant(typed) == meant


@given(st.text(st.sampled_from(ALPHABET), min_size=5, max_size=5))
def test_every_ending_survives_capitals_and_full_width(ending):
    wide = "".join(chr(ord(char) + 0xFEE0) for char in ending)
    assert as_meant(ending.upper()) == as_meant(wide) == as_meant(wide.upper()) == ending
