"""Names that plain git let into the settings are shown for what they are, whatever asks for them."""

import json
import subprocess

import pytest

BIDI = "\u202e"
NAMES = (
    *("青云街道", "东河北片", "东河", "城管执法中队", "陈十", "赵一", "朱执", "市容条例"),
    *("东河桥头", "区长专线"),
)


@pytest.fixture
def steered(ledger_folder, gridctl):
    """A ledger with a case, whose names were then made to run backwards."""
    said = ("--grid", "qy-dh-1", "--source", "mayor-line", "--place", "dh-qt")
    assert gridctl("--as", "p10", "collect", "占道", *said).code == 0
    ending = gridctl("list", "--ids").out.strip()[-5:]
    for words in (("triage", ending, "--category", "E0406"), ("file", ending)):
        assert gridctl(*words).code == 0
    assert gridctl("dispatch", ending, "--to", "chengguan").code == 0
    for name in ("grids.yaml", "staff.yaml"):
        path = ledger_folder / name
        text = path.read_text()
        for word in NAMES:
            for end in ("\n", "}", ","):
                text = text.replace(f": {word}{end}", f': "{word}\\u202e"{end}')
        path.write_text(text.replace("aliases: [城管]", 'aliases: ["城管\\u202e"]'))
    subprocess.run(["git", "-C", ledger_folder, "commit", "-aqm", "by hand"], check=True)
    return ending


CALLS = [
    ("list",),
    ("show", "@"),
    ("why", "@"),
    ("grid", "tree"),
    ("grid", "show", "qy-dh-1"),
    ("grid", "show", "qy"),
    ("grid", "who", "qy-dh-1"),
    ("grid", "check"),
    ("team", "qy"),
    ("staff", "list"),
    ("staff", "list", "--units"),
    ("staff", "show", "p17"),
    ("staff", "show", "chengguan"),
    ("dispatch", "@", "--to", "jiaojing", "--note", "x", "--dry-run"),
    ("verify", "@", "--pass"),
    ("staff", "show", "nobody"),
    ("check",),
]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_no_name_steers_the_terminal(gridctl, steered, words, lang):
    found = gridctl(*(steered if word == "@" else word for word in words), lang=lang)
    assert BIDI not in found.out + found.err
    if found.code == 0 and words[0] != "dispatch":
        assert "\\u202e" in found.out


@pytest.mark.parametrize("words", [("grid", "show", "qy-dh-1"), ("staff", "list"), ("show", "@")])
def test_json_has_the_names_as_they_are_and_shows_none(gridctl, steered, words):
    found = gridctl("--json", *(steered if word == "@" else word for word in words))
    assert found.code == 0
    assert BIDI not in found.out
    if words[0] != "show":
        assert BIDI in json.dumps(json.loads(found.out), ensure_ascii=False)


@pytest.mark.parametrize("words", [("liability", "@"), ("report", "liability")], ids=" ".join)
def test_who_answers_for_a_late_case_is_shown_for_what_he_is(gridctl, steered, words):
    late = "2026-11-27T09:00:00+08:00"
    found = gridctl(*(steered if word == "@" else word for word in words), now=late)
    assert (found.code, BIDI in found.out) == (0, False)
    assert "\\u202e" in found.out
