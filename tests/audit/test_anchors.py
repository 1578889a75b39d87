"""An anchor is one line; what is typed back from paper is the same one, or said to be mistyped."""

import re
import textwrap
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridctl.domain.anchor import Anchor, read
from gridctl.errors import Usage

ONE = Anchor(
    commit="0123456789abcdef0123456789abcdef01234567",
    tree="89abcdef0123456789abcdef0123456789abcdef",
    cases=12,
    events=345,
    entries=20,
    day=date(2026, 11, 24),
)


def test_the_line_is_this():
    assert ONE.line == (
        "gridctl-anchor 1 0123456789abcdef0123456789abcdef01234567 "
        "89abcdef0123456789abcdef0123456789abcdef cases=12 events=345 entries=20 2026-11-24 p7v77"
    )


@pytest.mark.parametrize(
    "typed",
    [
        ONE.line,
        ONE.line.upper(),
        "\n".join(textwrap.wrap(ONE.line, 30)),
        ONE.line.replace(" ", "\u3000").replace("=", "＝").replace("1", "１").replace("-", "－"),
        ONE.line.replace("-", "–"),
        ONE.line.replace("0123", "O l 23"),
        re.sub("(....)", r"\1 ", ONE.line),
    ],
)
def test_it_is_read_as_it_was_meant(typed):
    assert read(typed) == ONE


@given(st.data())
def test_any_other_digit_is_a_slip(data):
    line = ONE.line
    digits = [
        place for place, letter in enumerate(line) if letter in "0123456789abcdef" and place > 17
    ]
    place = data.draw(st.sampled_from(digits))
    other = data.draw(st.sampled_from("0123456789abcdef".replace(line[place], "")))
    with pytest.raises(Usage):
        read(line[:place] + other + line[place + 1 :])


@pytest.mark.parametrize("typed", ["", "gridctl-anchor", ONE.line[:-1], ONE.line + "x", "x" * 5000])
def test_what_is_no_anchor_is_said_to_be_none(typed):
    with pytest.raises(Usage, match="is not the line of an anchor"):
        read(typed)


def test_an_anchor_is_proved(town):
    line = town.call("anchor").strip()
    town.call("note", town.fresh, "后来的话")
    found = town.audit("--anchor", line)
    assert found["sound"]
    assert not any("anchor" in each for each in found["unproven"])
    assert read(line).cases == 4
    assert read(line).events == 7 + 2 + 3 + 1
    assert read(line).entries == 3


def test_an_anchor_of_the_past_is_the_same_line(town):
    line, then = town.call("anchor"), town.head
    town.call("note", town.fresh, "后来的话")
    assert town.call("anchor", "--as-of", then) == line
    assert town.call("anchor", "--lang", "zh", "--as-of", then) == line


def test_a_history_without_the_anchored_record_is_named(town):
    town.call("note", town.fresh, "要抹掉的话")
    line = town.call("anchor")
    town.git("reset", "-q", "--hard", "HEAD~1")
    found = town.audit("--anchor", line)
    assert [(each["rule"], each["commit"]) for each in found["violations"]] == [("H04", town.head)]


@pytest.mark.parametrize("field", ["cases", "events", "entries"])
def test_other_counts_are_named(town, field):
    from dataclasses import replace

    true = read(town.call("anchor"))
    false = replace(true, **{field: getattr(true, field) + 1})
    found = town.audit("--anchor", false.line)
    assert [each["rule"] for each in found["violations"]] == ["H04"]


def test_another_tree_is_named(town):
    from dataclasses import replace

    false = replace(read(town.call("anchor")), tree="0" * 40)
    assert [each["rule"] for each in town.audit("--anchor", false.line)["violations"]] == ["H04"]


def test_a_slip_is_a_usage_error(town):
    line = town.call("anchor").strip()
    code, _out, err = town.run("audit", "--anchor", line.replace("cases=4", "cases=5"))
    assert code == 2
    assert err == (
        "Error: The anchor was mistyped: its last five letters do not go with the rest.\n"
        "Compare it with the paper, letter by letter.\n"
    )
