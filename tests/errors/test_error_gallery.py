"""Every wrong input of the gallery gets its exit code and its whole answer, and changes nothing."""

import importlib.util
import unicodedata
from pathlib import Path

import pytest
from gallery import GROUPS, Error, World, errors

ALL = errors()
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("error", ALL, ids=[error.name for error in ALL])
def test_a_wrong_input_gets_its_answer_and_changes_nothing(error: Error, world: World) -> None:
    world.plant(error)
    before = world.state()
    for language in ("zh", "en"):
        assert world.ask(error, language) == error.expected(language)
    assert world.state() == before


@pytest.mark.parametrize("error", ALL, ids=[error.name for error in ALL])
def test_no_answer_can_steer_a_terminal_or_is_our_fault(error: Error) -> None:
    for language in ("zh", "en"):
        said = error.expected(language)
        assert said.exit in {0, 1, 2, 10, 20, 30, 40, 50}
        assert said.exit == 0 or said.out + said.err
        for char in said.out + said.err:
            assert char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cf", "Cs"), said


def test_every_group_has_errors() -> None:
    assert {error.path.parent.name for error in ALL} == GROUPS.keys()


def test_the_page_of_errors_is_current() -> None:
    spec = importlib.util.spec_from_file_location("error_gallery", ROOT / "tools/error_gallery.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.PAGE.read_text("utf-8") == tool.page(ALL), "run tools/error_gallery.py"
