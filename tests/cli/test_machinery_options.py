"""Global options: before and after the command, the later one wins, none is ignored in silence."""

import json
import os

import pytest


def session(answer):
    code, out, err = answer
    assert (code, err) == (0, "")
    return json.loads(out)


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        (["--as", "s001"], "actor", "s001"),
        (["--json"], "json", True),
        (["--at", "2026-11-24T08:00"], "at", "2026-11-24T08:00"),
        (["--if-version", "3"], "if_version", 3),
        (["--dry-run"], "dry_run", True),
        (["--no-color"], "colour", False),
        (["--lang", "en"], "language", "en"),
    ],
)
def test_a_global_option_means_the_same_before_and_after_the_command(call_fake, words, key, value):
    assert session(call_fake(*words, "advance"))[key] == value
    assert session(call_fake("advance", *words))[key] == value


def test_the_later_of_two_wins(call_fake):
    assert session(call_fake("--as", "s001", "advance", "--as", "s002"))["actor"] == "s002"
    assert session(call_fake("advance", "--as", "s001", "--as", "s002"))["actor"] == "s002"


def test_what_stands_before_the_command_is_not_undone_by_the_environment(call_fake, monkeypatch):
    monkeypatch.setenv("GRIDCTL_AS", "s009")
    assert session(call_fake("advance"))["actor"] == "s009"
    assert session(call_fake("--as", "s001", "advance"))["actor"] == "s001"


def test_the_folder_comes_from_the_option_then_the_environment_then_here(
    call_fake, monkeypatch, tmp_path
):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    assert session(call_fake("advance"))["folder"] == "."
    monkeypatch.setenv("GRIDCTL_LEDGER", "a")
    assert session(call_fake("advance"))["folder"] == "a"
    assert session(call_fake("advance", "-C", "b"))["folder"] == "b"
    assert session(call_fake("-Cb", "advance"))["folder"] == "b"
    assert os.getcwd() == str(tmp_path)


def test_a_folder_that_is_not_there_is_a_usage_error(call_fake):
    code, out, err = call_fake("-C", "nowhere", "advance")
    assert (code, out) == (2, "")
    assert err.startswith("Error: There is no folder nowhere.\n")


@pytest.mark.parametrize(
    "words",
    [
        ["look", "a", "--dry-run"],
        ["--dry-run", "look", "a"],
        ["look", "a", "--at", "now"],
        ["look", "a", "--if-version", "1"],
        ["look", "a", "--as", "s001"],
        ["advance", "--as-of", "HEAD~1"],
        ["group", "--as", "s001", "inner"],
    ],
)
def test_an_option_that_a_command_cannot_honour_is_a_usage_error(call_fake, words):
    code, out, err = call_fake(*words)
    assert (code, out) == (2, "")
    option = next(word for word in words if word.startswith("--"))
    assert f"cannot honour {option}." in err
    assert "Traceback" not in err


def test_an_actor_in_the_environment_does_not_keep_anyone_from_reading(call_fake, monkeypatch):
    monkeypatch.setenv("GRIDCTL_AS", "s001")
    assert call_fake("look", "a") == (0, "a red None\n", "")


def test_only_what_a_command_honours_stands_in_its_help(call_fake):
    _code, reads, _err = call_fake("look", "--help")
    _code, writes, _err = call_fake("advance", "--help")
    for option in ("--at TIME", "--if-version", "--dry-run", "--as STAFF"):
        assert option in writes
        assert option not in reads
    assert "--as-of" in reads
    assert "--as-of" not in writes
    for option in ("-C DIR", "--lang", "--json", "--no-color", "-h, --help"):
        assert option in reads
        assert option in writes


def test_reading_takes_a_past_state(call_fake):
    assert call_fake("look", "a", "--as-of", "2026-11-01")[1] == "a red 2026-11-01\n"
    assert call_fake("--as-of", "HEAD~2", "查看", "a")[1] == "a red HEAD~2\n"


def test_the_clock_is_the_one_that_is_fixed(call_fake, monkeypatch):
    monkeypatch.setenv("GRIDCTL_NOW", "2026-11-24T08:31:00+08:00")
    monkeypatch.setenv("GRIDCTL_ID_SEED", "7")
    seen = session(call_fake("advance"))
    assert (seen["now"], seen["fixed_clock"], seen["id_seed"]) == (
        "2026-11-24 08:31:00+08:00",
        True,
        "7",
    )
    monkeypatch.delenv("GRIDCTL_NOW")
    assert session(call_fake("advance"))["fixed_clock"] is False
    assert session(call_fake("advance"))["now"].endswith("+00:00")


@pytest.mark.parametrize("now", ["yesterday", "2026-11-24T08:31:00", "2026-13-01T00:00:00Z"])
def test_a_malformed_clock_is_a_usage_error(call_fake, monkeypatch, now):
    monkeypatch.setenv("GRIDCTL_NOW", now)
    code, out, err = call_fake("advance")
    assert (code, out) == (2, "")
    assert now in err


@pytest.mark.parametrize("version", ["0", "-1", "x"])
def test_a_version_is_a_whole_number_from_one_on(call_fake, version):
    assert call_fake("advance", "--if-version", version)[0] == 2
