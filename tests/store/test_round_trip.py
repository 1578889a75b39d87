"""Text given in is text given back, through either loader, in either version of YAML.

A few hundred examples over all classes; as many as GRIDCTL_EXAMPLES says where it is set.
"""

from datetime import datetime

import oryaml
import pytest
from anything import BEFORE, cases, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from gridctl.domain.identifiers import case_path
from gridctl.domain.verb_table import EVENTS
from gridctl.records.case_document import document
from gridctl.store.case_file import read, write
from gridctl.store.case_text import render
from gridctl.store.yaml_guard import first_stop
from gridctl.store.yaml_marks import parse

PER_CLASS = settings().max_examples // len(BEFORE)


def as_yaml_1_1(text):
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 1)
    return yaml.load(text)


def same(loaded, given):
    """Whether a YAML 1.1 reader saw the same; a time may be text to it, or a time."""
    if isinstance(given, datetime):
        return True
    if isinstance(given, dict):
        # The format's own key `n`, whose value is a number, is a boolean to the strictest of them.
        keys = ["n" if key is False and type(loaded[key]) is int else key for key in loaded]
        return keys == list(given) and all(map(same, loaded.values(), given.values()))
    if isinstance(given, list | tuple):
        return len(loaded) == len(given) and all(map(same, loaded, given))
    return type(loaded) is type(given) and loaded == given


@pytest.mark.parametrize("shape", BEFORE, ids=lambda shape: shape.__name__)
@settings(max_examples=PER_CLASS)
@given(st.data())
def test_a_case_comes_back_from_its_file(shape, data):
    case = data.draw(cases(shape))
    written = write(case)
    assert read(case_path(case.id), written) == case
    assert first_stop(written.decode()) is None
    assert parse(written.decode()) == oryaml.loads(written.decode())


@pytest.mark.parametrize("shape", BEFORE, ids=lambda shape: shape.__name__)
@settings(max_examples=PER_CLASS)
@given(st.data())
def test_a_yaml_1_1_reader_sees_the_same_texts(shape, data):
    case = data.draw(cases(shape))
    assert same(as_yaml_1_1(write(case).decode()), document(case))


@given(
    st.lists(texts, min_size=1, max_size=4),
    st.dictionaries(texts.filter(lambda t: len(t) < 100), texts, min_size=1, max_size=3),
)
def test_any_text_comes_back_in_every_place_of_a_file(some, mapping):
    plain = {
        "format": some[0],
        "list": some,
        "map": mapping,
        "history": [{"n": 1, "note": some[-1], "text": some[0], "evidence": [mapping]}],
    }
    written = render(plain).decode()
    assert first_stop(written) is None
    assert oryaml.loads(written) == plain
    assert parse(written) == plain


@given(st.lists(texts, min_size=1, max_size=3))
def test_what_is_written_can_be_seen(some):
    """No control, no direction mark, no joiner stands in a file as it is."""
    import unicodedata

    written = render({"x": some[0], "history": [{"note": each, "text": each} for each in some]})
    hidden = [
        c
        for c in written.decode()
        if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") and c != "\n"
    ]
    assert hidden == []


def test_every_event_class_goes_the_round_trip():
    assert set(BEFORE) == set(EVENTS.values())


# Written by hand: the form itself, so that no change of it goes unseen.
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("晋王庙村东口占道经营", "x: 晋王庙村东口占道经营"),
        ("no", "x: 'no'"),
        ("0123", "x: '0123'"),
        ("12:30", "x: '12:30'"),
        ("2026-11-24", "x: '2026-11-24'"),
        ("~", "x: '~'"),
        ("", "x: ''"),
        ("it's", "x: it's"),
        ("'it", "x: '''it'"),
        ("a: b", "x: 'a: b'"),
        ("a:b", "x: a:b"),
        ("a #b", "x: 'a #b'"),
        ("a#b", "x: a#b"),
        (" a", "x: ' a'"),
        ("- a", "x: '- a'"),
        ("-a", "x: -a"),
        ("*a", "x: '*a'"),
        ("?a", "x: '?a'"),
        ("a?", "x: a?"),
        ("R&D", "x: R&D"),
        ("a\tb", 'x: "a\\tb"'),
        ("a\r\nb", 'x: "a\\r\\nb"'),
        ("\u202eabc", 'x: "\\u202eabc"'),
        ("\ufeff", 'x: "\\ufeff"'),
        ("\U000e0041", 'x: "\\U000e0041"'),
        ("a\nb", "x: |-\n  a\n  b"),
        ("a\nb\n", "x: |\n  a\n  b"),
        ("a\n\nb", "x: |-\n  a\n\n  b"),
        ("a \nb", 'x: "a \\nb"'),
        (" a\nb", 'x: " a\\nb"'),
        ("a\n\n", 'x: "a\\n\\n"'),
        ("\n", 'x: "\\n"'),
    ],
)
def test_a_text_has_one_written_form(text, line):
    assert render({"x": text}).decode() == line + "\n"


def test_lists_maps_and_evidence_have_one_written_form():
    plain = {
        "assist": ["jiaojing", "a, b", "a?"],
        "none": [],
        "counts": {"清理: 占道": "30余处", "no": "1"},
        "secret": True,
        "due": datetime.fromisoformat("2026-11-24T12:31:00+08:00"),
        "history": [
            {"n": 1, "text": "一行", "evidence": [{"name": "a.jpg", "kind": "after"}]},
            {"n": 2, "pinned": {"catalogue": "cn@1"}},
        ],
    }
    assert render(plain).decode() == (
        "assist: [jiaojing, 'a, b', 'a?']\n"
        "none: []\n"
        "counts: {'清理: 占道': 30余处, 'no': '1'}\n"
        "secret: true\n"
        "due: 2026-11-24T12:31:00+08:00\n"
        "history:\n"
        "- n: 1\n"
        "  text: |-\n"
        "    一行\n"
        "  evidence:\n"
        "  - {name: a.jpg, kind: after}\n"
        "- n: 2\n"
        "  pinned: {catalogue: cn@1}\n"
    )
