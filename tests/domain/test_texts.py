"""What people write is taken as it is, or refused; never changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridctl.domain.terms import KINDS, STEPS, SUPERVISION
from gridctl.domain.texts import key_of, line, prose, quantities
from gridctl.errors import Usage


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_a_text_is_taken_as_it_is(text):
    if text.strip():
        assert prose("--note", text) == text
        if "\n" not in text and "\r" not in text:
            assert line("--told", text) == text


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\n\t ", "\x1f", "\udc80", "a\ud800b"])
def test_nothing_and_half_characters_are_refused(text):
    for take in (line, prose):
        with pytest.raises(Usage):
            take("--note", text)


def test_lines_and_lengths_have_their_bounds():
    assert line("--told", "字" * 200)
    assert prose("--note", "字" * 20_000)
    for take, text in (
        (line, "字" * 201),
        (prose, "字" * 20_001),
        (line, "一\n二"),
        (line, "一\r二"),
    ):
        with pytest.raises(Usage):
            take("--x", text)


@pytest.mark.parametrize(
    ("pair", "what", "amount"),
    [
        ("清理占道经营=30余处", "清理占道经营", "30余处"),
        (" 摊位 = 3 ", "摊位", "3"),
        ("沙=1.5吨", "沙", "1.5吨"),
        ("人=约20余人", "人", "约20余人"),
        ("a=b=1".replace("b=", ""), "a", "1"),
        ("三轮车=2辆", "三轮车", "2辆"),
        ("字" * 100 + "=1", "字" * 100, "1"),
    ],
)
def test_a_quantity_keeps_its_words(pair, what, amount):
    assert quantities("--count", [pair]) == {what: amount}


@pytest.mark.parametrize(
    "pair",
    [
        "",
        "=",
        "摊位",
        "摊位=",
        "=3",
        "摊位=三处",
        "摊位=很多",
        "a=b=1",
        "摊位=3 处 又",
        "摊位=.5",
        "摊位=٣",
        "摊位=3" + "处" * 21,
        "字" * 101 + "=1",
        "a\nb=1",
        "摊位=1\n2",
    ],
)
def test_what_is_no_quantity_is_refused(pair):
    with pytest.raises(Usage):
        quantities("--count", [pair])


def test_several_quantities_keep_their_order_and_none_stands_twice():
    assert list(quantities("--count", ["b=1", "a=2"]).items()) == [("b", "1"), ("a", "2")]
    with pytest.raises(Usage):
        quantities("--count", ["a=1", " a =2"])


@pytest.mark.parametrize(
    ("word", "key"),
    [("problem", "problem"), ("PROBLEM", "problem"), ("问题", "problem"), (" 隐患 ", "hazard")],
)
def test_a_term_is_understood_by_key_and_by_label(word, key):
    assert key_of(word, KINDS, "--kind") == key


def test_the_label_in_english_counts_as_well():
    for key, label in {**KINDS, **STEPS}.items():
        table = KINDS if key in KINDS else STEPS
        assert key_of(label.en, table, "x") == key
        assert key_of(label.zh, table, "x") == key


def test_the_beginning_that_only_one_chinese_label_has_is_enough():
    assert key_of("黄牌", SUPERVISION, "LEVEL") == "yellow"
    for word in ("黄", "督办", "yell"):
        with pytest.raises(Usage):
            key_of(word, SUPERVISION, "LEVEL")
    with pytest.raises(Usage) as refusal:
        key_of("黄牌督力", SUPERVISION, "LEVEL")
    assert str(refusal.value.hint).startswith("Did you mean yellow (yellow card)?")


def test_a_term_that_is_none_is_answered_with_the_nearest_and_with_all():
    with pytest.raises(Usage) as refusal:
        key_of("problm", KINDS, "--kind")
    assert str(refusal.value.message) == "--kind cannot be “problm”."
    assert str(refusal.value.hint).startswith("Did you mean problem? One of: problem, hazard")
    with pytest.raises(Usage) as refusal:
        key_of("", KINDS, "--kind")
    assert str(refusal.value.hint).startswith("One of: problem, hazard")
