"""Which language answers: the call, the environment, the ledger, the locale, in this order."""

import pytest

from gridctl import words
from gridctl.cli.language import settle
from gridctl.errors import Usage

LEDGER = "format: 1\nledger:\n  name: x\n  language: {}   # spoken\ngrids: []\n"


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    """A ledger that speaks the given language, with the current folder deep inside."""

    def make(text: str) -> None:
        (tmp_path / "grids.yaml").write_text(text, encoding="utf-8")
        (tmp_path / "staff.yaml").touch()
        (tmp_path / "cases" / "2026").mkdir(parents=True, exist_ok=True)
        monkeypatch.chdir(tmp_path / "cases" / "2026")

    return make


def language(argv=(), **environ):
    settle(argv, environ)
    return words.language()


def test_the_option_comes_first(ledger):
    ledger(LEDGER.format("en"))
    assert language(["list", "--lang", "zh"], GRIDCTL_LANG="en", LANG="en_US.UTF-8") == "zh"
    assert language(["--lang=zh", "list"], GRIDCTL_LANG="en") == "zh"
    assert language(["--lang", "zh", "list", "--lang", "en"]) == "en"


def test_words_after_two_dashes_are_no_options(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert language(["note", "--", "--lang", "zh"], LANG="en_US.UTF-8") == "en"


def test_the_environment_comes_before_the_ledger(ledger):
    ledger(LEDGER.format("en"))
    assert language(GRIDCTL_LANG="zh") == "zh"
    assert language(GRIDCTL_LANG="", LANG="zh_CN.UTF-8") == "en"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LEDGER.format("en"), "en"),
        (LEDGER.format("'en'"), "en"),
        (LEDGER.format("zh"), "zh"),
        ("ledger: {name: x, language: en}\n", "en"),
        ("ledger:\n  # language: en\n  name: x\n", "zh"),
        ("grids:\n- {id: a, language: en}\n", "zh"),
        (LEDGER.format("fr"), "zh"),
    ],
)
def test_the_ledger_comes_before_the_locale_and_is_chinese_where_it_does_not_say(
    ledger, text, expected
):
    ledger(text)
    assert language(LANG="en_US.UTF-8") == expected


def test_the_ledger_is_looked_for_where_the_command_will_look(ledger, tmp_path, monkeypatch):
    ledger(LEDGER.format("zh"))
    monkeypatch.chdir(tmp_path.parent)
    assert language(["list", "-C", str(tmp_path)]) == "zh"
    assert language([f"-C{tmp_path}", "list"]) == "zh"
    assert language(GRIDCTL_LEDGER=str(tmp_path)) == "zh"
    assert language(["list"]) == "en"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LC_ALL": "zh_CN.GBK", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_outside_of_any_ledger_the_locale_decides(tmp_path, monkeypatch, environ, expected):
    monkeypatch.chdir(tmp_path)
    assert language(**environ) == expected


def test_an_unknown_language_is_a_usage_error_that_lists_the_known(
    tmp_path, monkeypatch, call_fake
):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Usage):
        settle(["--lang", "fr"], {})
    with pytest.raises(Usage):
        settle([], {"GRIDCTL_LANG": "FR"})
    code, out, err = call_fake("--lang", "fr", "look", "a")
    assert (code, out) == (2, "")
    assert "zh" in err
    assert "en" in err
