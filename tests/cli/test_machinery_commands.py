"""Names of commands: aliases lead to the same command, typing errors to a suggestion."""

import subprocess
import sys

import pytest

from gridctl import words
from gridctl.cli.entry import Entry
from gridctl.cli.suggest import similar
from gridctl.cli.tree import TREE


def entries(sections=TREE):
    for section in sections:
        for entry in section.entries:
            yield entry
            yield from entry.entries


def test_every_alias_leads_to_its_command(call_fake):
    assert call_fake("查看", "a") == call_fake("look", "a") == (0, "a red None\n", "")
    assert call_fake("组", "里面") == (0, "", "")
    assert call_fake("建档立案")[0] == 0


def test_no_two_commands_of_a_group_share_a_name():
    groups = [[e for s in TREE for e in s.entries], *(e.entries for e in entries() if e.entries)]
    for group in groups:
        called = [name for entry in group for name in (entry.name, *entry.aliases)]
        assert len(called) == len(set(called))


def test_every_command_of_the_table_is_complete():
    for entry in entries():
        assert entry.aliases, entry.name
        assert bool(entry.module) != bool(entry.entries), entry.name
        assert entry.help.endswith("."), entry.name


def test_the_seven_steps_stand_first_and_in_order():
    steps = [int(entry.step) for entry in TREE[0].entries]
    assert steps == sorted(steps)
    assert set(steps) == set(range(1, 8))


@pytest.mark.parametrize("word", ["归档", "nope", "look2look2look"])
def test_an_unknown_name_is_a_usage_error(call_fake, word):
    code, out, err = call_fake(word)
    assert (code, out) == (2, "")
    assert err.startswith(f"Error: There is no command gridctl {word}.\n")


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("lst", "en", "list"),
        ("dispach", "en", "dispatch"),
        ("verfy", "en", "verify"),
        ("立安", "zh", "立案"),
        ("核查结", "zh", "核查结案"),
        ("结果反溃", "zh", "结果反馈"),
        ("立安", "en", "file"),
        ("tree", "en", "grid tree"),
        ("推荐", "zh", "catalogue 推荐"),
    ],
)
def test_a_typing_error_is_answered_with_what_was_meant(typed, language, meant):
    words.use(language)
    assert similar(typed, TREE)[0] == meant


def test_nothing_is_suggested_for_what_resembles_nothing():
    words.use("zh")
    assert similar("归档", TREE) == []
    assert similar("xyzzy", TREE) == []


def test_a_suggestion_can_be_pasted(call_fake):
    assert "Did you mean gridctl advance?" in call_fake("advanse")[2]
    assert "Did you mean gridctl group inner?" in call_fake("group", "iner")[2]


def test_without_a_command_the_page_goes_to_standard_error(call_fake):
    code, out, err = call_fake()
    assert (code, out) == (2, "")
    assert err.startswith("Usage: gridctl [OPTIONS] COMMAND ...")
    code, out, err = call_fake("group")
    assert (code, out) == (2, "")
    assert "inner" in err
    assert call_fake("--json")[0] == 2


def test_a_command_may_return_its_exit_code(call_fake):
    assert call_fake("look", "found")[0] == 1
    assert call_fake("look", "nothing")[0] == 0


def test_help_imports_no_command():
    script = (
        "import sys\n"
        "from gridctl.cli.main import run\n"
        "run(['--help'])\n"
        "loaded = [m for m in sys.modules if m.startswith('gridctl.cli.commands')]\n"
        "sys.exit(' '.join(loaded) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "completion" in done.stdout


def test_the_version_is_the_package_s(call_fake):
    code, out, err = call_fake("--version")
    assert (code, err) == (0, "")
    assert out.startswith("gridctl 0.")


def test_an_entry_says_by_default_that_it_reads():
    assert "as_of" in Entry("x", (), "").honours
    assert "dry_run" not in Entry("x", (), "").honours
