"""Columns and line breaks of Chinese and English text; characters that steer a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridctl.domain.hidden import visible
from gridctl.views.width import columns, padded, wrapped


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("立案", 4), ("（立案）", 8), ("e\u0301", 1), ("a立b", 4), ("🙂", 2)],
)
def test_the_width_of_text(text, width):
    assert columns(text) == width
    assert columns(padded(text, 10)) == 10


def test_chinese_breaks_between_characters_but_not_before_a_full_stop():
    assert wrapped("登记发现的问题。", 14) == ["登记发现的问", "题。"]
    assert wrapped("用（立案）", 4) == ["用", "（立", "案）"]


def test_english_breaks_between_words():
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("a-very-long-word", 5) == ["a-very-long-word"]
    assert wrapped("", 5) == [""]


@given(st.text(alphabet=st.sampled_from("ab 立案。（）,"), max_size=60), st.integers(4, 30))
def test_breaking_lines_loses_nothing_but_blanks(text, width):
    assert "".join("".join(wrapped(text, width)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain 立案", "plain 立案"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("\u202eabc", "\\u202eabc"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("\udc80", "\\udc80"),
        ("\U000e0041", "\\U000e0041"),
        ("a\nb\tc", "a\\x0ab\\x09c"),
        ("\x9b31m", "\\x9b31m"),
    ],
)
def test_what_steers_a_terminal_is_written_out(text, shown):
    assert visible(text) == shown


def test_a_line_break_may_be_kept():
    assert visible("a\nb\x1b", keep="\n") == "a\nb\\x1b"


@given(st.text())
def test_what_is_shown_is_stable(text):
    assert visible(visible(text)) == visible(text)
