"""The slow loader stands in where the fast one has no wheel: both read the same, right and wrong."""

import sys

import pytest
from gallery import Error, World, errors
from hypothesis import given
from hypothesis import strategies as st

from gridctl.store import yaml_marks

oryaml = pytest.importorskip("oryaml")
WIDE = [2**64, 2**127, 2**127 + 1, 2**128 - 1, 2**128, -(2**127), -(2**127) - 1, 10**60, 10**400]
FILES = [error for error in errors() if error.plants and error.name != "yaml/complex-key"]


def read(load, text: str) -> object:
    """Type and value; of what cannot be read only that."""
    try:
        value = load(f"a: {text}\n")["a"]
    except Exception:  # noqa: BLE001 - each loader has errors of its own
        return "unreadable"
    return type(value), repr(value)


@given(st.text("0123456789..eE+-xobabinfINFN_", max_size=8))
def test_what_looks_like_a_number_is_the_same_to_both(text: str) -> None:
    assert read(oryaml.loads, text) == read(yaml_marks.parse, text)


@pytest.mark.parametrize("number", WIDE)
def test_wide_numbers_are_the_same_to_both(number: int) -> None:
    sign = "-" if number < 0 else ""
    for text in (str(number), f"{sign}{abs(number):#x}"):
        assert read(oryaml.loads, text) == read(yaml_marks.parse, text)


@pytest.mark.parametrize("error", FILES, ids=[error.name for error in FILES])
def test_a_wrong_file_gets_the_same_answer_without_the_fast_loader(
    error: Error, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "oryaml", None)
    world.plant(error)
    assert world.ask(error, "en") == error.expected("en")
