"""Every error ends in one place: a sentence on standard error, and the documented exit code."""

import os
import re
import stat

import pytest


@pytest.mark.parametrize(
    ("how", "expected", "said"),
    [
        ("usage", 2, "Error: Off.\nDo so.\n"),
        ("notfound", 10, "Error: No such thing as a\\x0ab\\x1b[31m\\u202e.\n"),
        (
            "refused",
            20,
            """Refused by the rule other-verifier: Not you.
Ask another.
Possible now:
  gridctl show a
  gridctl note a
""",
        ),
        (
            "broken",
            30,
            """Error: Cannot go on.
cases/a.yaml:7: [unknown-key] The key x is unknown.
  Drop it.
grids.yaml: [missing] It is missing.
""",
        ),
        ("store", 40, "Error: Disk.\n"),
        ("busy", 50, "Error: Busy.\n"),
        ("plain", 70, "Error: Odd.\n"),
        ("interrupt", 130, "Interrupted.\n"),
        ("abort", 130, "Interrupted.\n"),
        ("exit", 7, ""),
    ],
)
def test_each_error_has_its_exit_code_and_its_words(call_fake, how, expected, said):
    assert call_fake("fail", how) == (expected, "", said)


def test_json_leaves_standard_output_empty_when_it_fails(call_fake):
    assert call_fake("--json", "fail", "refused")[:2] == (20, "")


def test_what_nobody_foresaw_is_one_line_and_a_trace_in_a_file(call_fake, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    code, out, err = call_fake("fail", "bug")
    assert (code, out) == (70, "")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    path = re.search(r"(\S+\.log)", err)[1]
    assert os.path.dirname(path) == str(tmp_path / "state" / "gridctl")
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert "ZeroDivisionError: one\ntwo" in text
    assert "Traceback (most recent call last)" in text


def test_the_trace_goes_to_the_home_folder_and_where_that_fails_to_a_temporary_one(
    call_fake, monkeypatch, tmp_path
):
    assert str(tmp_path / "home" / ".local" / "state" / "gridctl") in call_fake("fail", "bug")[2]
    (tmp_path / "blocked").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "blocked"))
    code, _out, err = call_fake("fail", "bug")
    path = re.search(r"(\S+\.log)", err)[1]
    assert code == 70
    os.remove(path)


def test_the_trace_does_not_hold_the_words_of_the_call(call_fake, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    _code, _out, err = call_fake("-C", ".", "fail", "bug")
    with open(re.search(r"(\S+\.log)", err)[1], encoding="utf-8") as file:
        assert "-C" not in file.read()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["advance", "--limit", "x"], "--limit: x is not a whole number."),
        (["advance", "--limit", "12"], "--limit: 12 is out of range (1 to 9)."),
        (["advance", "--limit"], "--limit needs a value: --limit N"),
        (["advance", "--limt", "1"], "There is no option --limt. Did you mean --limit?"),
        (["advance", "more", "words"], "This is too much: more words"),
        (["advance", "--dry-run=yes"], "--dry-run takes no value."),
        (["look"], "The argument ID is missing."),
        (
            ["look", "a", "--tint", "green"],
            "--tint: green is not among the choices. Choose from: red, blue",
        ),
        (["look", "a", "--depth", "deep"], "--depth: deep is not a number."),
        (["fail"], "The argument HOW is missing."),
        (["-x", "look"], "There is no option -x."),
        (["--json"], "A command is missing."),
    ],
)
def test_typer_s_complaints_are_said_in_our_words(call_fake, words, said):
    code, out, err = call_fake(*words)
    assert (code, out) == (2, "")
    assert err.splitlines()[0] == f"Error: {said}"
    assert err.splitlines()[1].startswith("How it is called: gridctl")
    chinese = call_fake(*words, "--lang", "zh")[2] if words[-1] != "--limit" else ""
    assert not re.search(
        r"[A-Za-z]{2,} [A-Za-z]{2,} [a-z]{2,}", chinese.replace("gridctl advance", "")
    )


def test_an_option_that_is_not_shown_is_not_suggested(call_fake):
    assert "--dry-run" not in call_fake("look", "a", "--dry-ru")[2]
    assert "--dry-run" in call_fake("advance", "--dry-ru")[2]


def test_steering_characters_of_the_call_do_not_reach_the_terminal(call_fake):
    for words in (
        ["\x1b[31m"],
        ["advance", "\x1b[31m"],
        ["advance", "--\x1b[31m"],
        ["look", "a", "--depth", "\x1b"],
    ):
        _code, _out, err = call_fake(*words)
        assert "\x1b" not in err
        assert "x1b" in err


def test_a_failing_disk_is_exit_40_and_leaves_a_trace(call_fake, monkeypatch, tmp_path):
    monkeypatch.setattr("gridctl.cli.streams.hush", lambda: None)
    code, out, err = call_fake("fail", "disk")
    assert (code, out) == (40, "")
    assert "grids.yaml: Permission denied" in err
    assert err.count("\n") == 1
