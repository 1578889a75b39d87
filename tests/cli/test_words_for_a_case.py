"""By what a case is found: its short id, in any form, and the number that stands on paper."""

import pytest
from past_month import collected, did, edited, extended_case, git

LETTERS = "12"  # the seed of a short id without a digit
ENDING = "jvyss"


@pytest.fixture
def case(gridctl):
    found = collected(gridctl, "店外经营", now="12:00", seed=LETTERS)
    assert found.endswith(ENDING)
    return found


@pytest.mark.parametrize(
    "word", [ENDING, ENDING.upper(), "２４-" + ENDING, ENDING[2:], f"{ENDING}.yaml"]
)
def test_log_finds_an_ending_of_letters_as_show_does(gridctl, case, word):
    assert case in gridctl("show", word).out
    assert case in gridctl("log", word).out


def test_a_person_with_that_name_goes_first(gridctl, ledger_folder, case):
    edited(ledger_folder, "staff.yaml", "施无", ENDING)
    did(gridctl, "record", now="12:06")
    assert case not in gridctl("log", ENDING).out
    assert case in gridctl("show", ENDING).out


def test_what_is_like_no_case_is_still_asked_after_everywhere(gridctl, case):
    told = gridctl("log", "chenguan")
    assert (told.code, "Did you mean chengguan" in told.err) == (10, True), told.err
    assert "There is no case “zzzz9”." in gridctl("log", "zzzz9").err


NUMBER = "青云网案〔2026〕1号"


@pytest.mark.parametrize(
    "word",
    [
        NUMBER,
        "青云网案[2026]1号",
        "青云网案（２０２６）１号",
        " 青云网案 (2026) 1 号",
        "青云网案【2026】1号",
    ],
)
def test_the_number_on_paper_names_the_case(gridctl, word):
    case = extended_case(gridctl)
    assert case in gridctl("show", word).out
    assert case in gridctl("log", word).out
    did(gridctl, "note", word, "又见", now="12:10")
    assert "又见" in gridctl("show", case).out
    assert case in gridctl("why", word, "--json").out


def test_a_number_that_nobody_has(gridctl):
    extended_case(gridctl)
    answer = gridctl("show", "青云网案〔2026〕2号")
    assert (answer.code, "There is no case “青云网案〔2026〕2号”." in answer.err) == (10, True)
    assert gridctl("log", "青云网案〔2026〕2号").code == 10


def test_of_two_with_one_number_both_are_named(gridctl, ledger_folder):
    first = extended_case(gridctl)
    git(ledger_folder, "checkout", "-qb", "other", "HEAD~5")
    second = collected(gridctl, "路灯不亮", now="12:00", seed="2")
    did(gridctl, "triage", second, "--category", "E0406", now="12:01")
    did(gridctl, "file", second, now="12:02")
    git(ledger_folder, "checkout", "-q", "main")
    git(ledger_folder, "merge", "-q", "--no-edit", "other")
    for command in ("show", "log"):
        for lang, said in (
            ("en", "Several cases have the number"),
            ("zh", "有几个案件的立案号都是"),
        ):
            answer = gridctl(command, NUMBER, lang=lang)
            assert answer.code == 10
            assert said in answer.err
            assert first in answer.err
            assert second in answer.err
