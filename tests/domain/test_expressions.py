"""Expressions of scoring.yaml: worked out exactly, held against plain Python, and nothing else read."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridctl.domain.expression_tree import marks_in, names_in
from gridctl.domain.expression_values import Empty, value
from gridctl.domain.expressions import FUNCTIONS, NAMES, parse
from gridctl.errors import Usage

NUMBERS = {
    "need_dispose": Fraction(8),
    "intime_dispose": Fraction(7),
    "need_archive": Fraction(0),
    "archive": Fraction(0),
    "close_rate": None,
    "intime_handle_rate": Fraction(7, 8),
    "rework_rate": Fraction(1, 3),
}


def worth(text, marks=()):
    return value(parse(text), NUMBERS, dict(marks))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3 - 4 / 8", Fraction(13, 2)),
        ("10 - 3 - 2", 5),  # from left to right
        ("16 / 4 / 2", 2),
        ("-2 * 3", -6),
        ("2 - -2", 4),
        ("87.5%", Fraction(7, 8)),
        ("(1 + 1)% * 50", 1),
        ("（1＋2）×3÷9", 1),  # as a Chinese keyboard has them
        ("100 * intime_handle_rate", Fraction(175, 2)),
        ("rate(intime_dispose, need_dispose)", Fraction(7, 8)),
        ("10 * (1 - rework_rate)", Fraction(20, 3)),  # exact, and a third stays a third
        ("min(3, 2, 5)", 2),
        ("max(0, 70 - 87.5)", 0),
        ("clamp(120, 0, 100)", 100),
        ("clamp(0 - 5, 0, 100)", 0),
        ("7 >= 7", 1),
        ("7 != 7", 0),
        ("if(need_dispose > 5, 50, 20)", 50),
        ("if(need_archive == 0, 100, 100 * archive / need_archive)", 100),  # the other side is not looked at
        ("mark(team) * 70%", Fraction(1281, 20)),  # 91.5 × 0.7 = 64.05
    ],
)  # fmt: skip
def test_an_expression_comes_to(text, result):
    assert worth(text, {"team": Fraction("91.5")}) == result


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("archive / need_archive", "need_archive is 0, and nothing is divided by it"),
        ("5 + 1 / (need_dispose - 8)", "(need_dispose - 8) is 0, and nothing is divided by it"),
        ("min(100, close_rate)", "close_rate has nothing to divide by"),
        ("0 * close_rate", "close_rate has nothing to divide by"),  # empty is not 0
        ("mark(team) + 1", "the mark “team” is missing"),
        ("rate(archive, need_archive)", "need_archive is 0, and nothing is divided by it"),
    ],
)
def test_what_has_no_value_is_empty_and_says_why(text, why):
    with pytest.raises(Empty) as empty:
        worth(text)
    assert str(empty.value.why) == why


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "1 +", "* 2", "2 ** 3", "1 < 2 < 3", "(1", "1)", "1 2", "--1", "1e9", "0x10",
        "1.2.3", ".5", "5.", "1234567890", "0.1234567", "archive.real", "archive[0]", "'archive'",
        '"x"', "lambda: 1", "a = 1", "archive := 1", "1 if 2 else 3", "__import__(archive)",
        "min()", "min(1)", "rate(1)", "if(1, 2)", "clamp(1, 2)", "mark()", "mark('team')",
        "mark(1)", "abs(1)", "min", "archive archive", "1 and 2", "not 1", "1 // 2", "5 %% 2",
        "1 & 2", "~1", "１２", "archive\x00", "é", "(" * 30 + "1" + ")" * 30, "1+" * 250 + "1",
        "min(1, 2, 3, 4, 5, 6, 7, 8, 9)",
    ],
)  # fmt: skip
def test_nothing_else_is_read(text):
    with pytest.raises(Usage):
        parse(text)


def test_a_mistyped_name_is_shown_with_what_was_meant():
    with pytest.raises(Usage) as refused:
        parse("60 * intime_handl_rate + 40")
    assert str(refused.value.message) == (
        "There is no count or rate “intime_handl_rate”; did you mean intime_handle_rate, "
        "intime_close_rate, handle_rate?\n"
        "    60 * intime_handl_rate + 40\n"
        "         ^"
    )


def test_the_caret_stands_below_its_sign_though_characters_are_wide():
    with pytest.raises(Usage) as refused:
        parse("（1＋@")
    assert str(refused.value.message).splitlines()[1:] == ["    （1＋@", "         ^"]


def test_it_says_what_it_draws_on():
    tree = parse("mark(team) + if(archive > 3, close_rate, archive) + mark(street)")
    assert names_in(tree) == ("archive", "close_rate")
    assert marks_in(tree) == ("team", "street")


# Expressions as text, with what Python makes of the same text over exact numbers. Its comparisons are
# no numbers, so they are multiplied.
leaves = st.one_of(
    st.sampled_from(("need_dispose", "intime_dispose", "intime_handle_rate", "rework_rate")),
    st.integers(0, 999).map(str),
    st.decimals(0, 99, places=3).map(lambda d: f"{d:f}"),
)
texts = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "/"]), inner).map(" ".join),
        st.tuples(inner, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), inner)
        .map(" ".join).map("(({}) * 1)".format),
        inner.map("({})".format),
        inner.map("(-({}))".format),
        st.tuples(st.sampled_from(["min", "max"]), inner, inner).map("{0[0]}({0[1]}, {0[2]})".format),
        st.tuples(inner, inner, inner).map("if({0[0]}, {0[1]}, {0[2]})".format),
        st.tuples(inner, inner, inner).map("clamp({0[0]}, {0[1]}, {0[2]})".format),
    ),
    max_leaves=12,
)  # fmt: skip


def by_python(text):
    """The same by Python's own parser; numbers become exact before anything is done with them."""
    import re

    exact = re.sub(r"(?<![\w.])(\d+(?:\.\d+)?)", r"F('\1')", text)
    chosen = exact.replace("if(", "choose(")
    scope = {
        "F": Fraction,
        "choose": lambda c, a, b: a if c else b,
        "clamp": lambda n, low, high: max(low, min(n, high)),
        "min": min,
        "max": max,
        **{name: number for name, number in NUMBERS.items() if number is not None},
    }
    return Fraction(eval(chosen, {"__builtins__": {}}, scope))


@given(texts)
def test_it_comes_to_what_python_makes_of_it(text):
    try:
        expected = by_python(text)
    except ZeroDivisionError:
        expected = None
    if len(text) > 400 or text.count("(") >= 24:
        return  # refused for its length or depth
    tree = parse(text)
    try:
        found = value(tree, NUMBERS, {})
    except Empty:
        assert expected is None
    else:
        # Python works out both sides of choose(), so it may divide by 0 where nothing here does.
        assert expected in (None, found)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text):
    try:
        tree = parse(text)
    except Usage:
        return
    assert set(names_in(tree)) <= set(NAMES)


def test_no_name_is_a_function():
    assert not set(NAMES) & {*FUNCTIONS, "mark"}
