"""What a parser could expand or read in two ways is stopped before a parser sees it, and nothing else."""

import time

import oryaml
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from gridctl.store.yaml_guard import first_stop, is_suspect
from gridctl.store.yaml_text import Unreadable, load

STOPPED = {
    "a: &x 1\n": (1, "F03"),
    "a: 1\nb: *x\n": (2, "F03"),
    "a: !!python/object/apply:os.system ['id']\n": (1, "F03"),
    "a: !t x\n": (1, "F03"),
    "! a: b\n": (1, "F03"),
    "&x a: b\n": (1, "F03"),
    "- &x a\n": (1, "F03"),
    "[&x a, *x]\n": (1, "F03"),
    "{a: &x b}\n": (1, "F03"),
    '{"a":&x b}\n': (1, "F03"),
    "a: [b,&x c]\n": (1, "F03"),
    "a: b\n<<: {c: d}\n": (2, "F03"),
    "a: {<<: {c: d}}\n": (1, "F03"),
    "? a\n: b\n": (1, "F03"),
    "%YAML 1.1\n---\na: b\n": (1, "F03"),
    "---\na: b\n": (1, "F03"),
    "a: b\n---\nc: d\n": (2, "F03"),
    "a: b\n...\n": (2, "F03"),
    "a:\tb\n": (1, "F03"),
    "\ta: b\n": (1, "F03"),
    "a: b\n\tc\n": (2, "F03"),
    "a: [1,\t2]\n": (1, "F03"),
    # A quote in the middle of plain text hides nothing.
    "a: [b 's, &x q, 't e]\n": (1, "F03"),
    "a: it's\nb: &x it's\n": (2, "F03"),
    # Nor does what looks like a block, or is one but ends earlier than it looks.
    'a: ["x: |\n  y", &a [1], *a]\n': (1, "F03"),
    "a: [x - |\n  , &a q]\n": (2, "F03"),
    "- text: |\n    abc\n  b: &x q\n": (3, "F03"),
    "a: |\nb: &x q\n": (2, "F03"),
    "a: |2\n  b\n": (1, "F03"),
    "a: |\n   b\n  c\n": (3, "F03"),
    # Nor a text that goes on in the next line.
    "a: b\n  [c,\nk, 'v: &z' [1, 1]\n": (2, "F03"),
    "a: 'b\n  c'\n": (1, "F03"),
    "a: b\n c\n": (2, "F03"),
    "- a\n b\n": (2, "F03"),
    # Nor a value right after another, or a key that is none.
    "'a' b\n": (1, "F03"),
    "a: [b] c\n": (1, "F03"),
    "a: ['b' 'c']\n": (1, "F03"),
    "''|\n": (1, "F03"),
    ": |\n": (1, "F03"),
    "[a]: b\n": (1, "F03"),
    "a: {: b}\n": (1, "F03"),
    "a: [b\n c]\n": (2, "F03"),
    "[[[[[[[[[a]]]]]]]]]\n": (1, "F02"),
    "a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}\n": (1, "F02"),
    "- - - - - - - - - a\n": (1, "F02"),
    "a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g:\n       h:\n        i: 1\n": (9, "F02"),
}


@pytest.mark.parametrize("text", STOPPED)
def test_what_does_not_belong_in_a_ledger_is_stopped_where_it_stands(text):
    stop = first_stop(text)
    assert stop is not None
    assert (stop.line, stop.rule) == STOPPED[text]
    with pytest.raises(Unreadable) as unreadable:
        load("grids.yaml", text.encode(), settings=True)
    assert (unreadable.value.problem.line, unreadable.value.problem.rule) == STOPPED[text]


@pytest.mark.parametrize(
    "text",
    [
        "a: R&D\n",
        "a: 5 * 3 & more! really\n".replace("* ", "x ").replace("& ", "and "),
        "a: a-&b\n",
        "a: what!\n",
        "a: 'x &y *z !t'  # remark with &x and *y\n",
        '# &x *y !z\na: "\t"\n',
        "a: |\n  &x *y !z\n  --- \n  %d\n  [[[[[[[[[[[[\n\n  <<: x\nb: c\n",
        "a: [\n  b,\n  'c',  # last\n]\nd: {e: f,\n  g: h}\n",
        "a: |-\n    deep\n      deeper\nb: >\n  folded\n",
        "a:\n- b: |\n    x\n  c: d\n- [e, {f: g}]\n",
        "a: [b] # [[[[[[[[[[[[[[[[[[[[\n",
        "point: [-113.6, -34.7]\n",
        "a: {\"b\":c, 'd':e, 'f': 'g'}\n'h': i\n",
        "a: x[[[[[[[[[[[[[[[[[\n",
        "a: http://x.example/y?z=1,2\nb: 12:30\n",
    ],
)
def test_what_belongs_in_a_ledger_passes(text):
    assert first_stop(text) is None
    assert load("grids.yaml", text.encode(), settings=True) == oryaml.loads(text)


PIECES = [
    "a", "b c", "x: ", "y:", ": ", "- ", "? ", "[", "]", "{", "}", ", ", ",", "'", '"', "''", "\\", "|", "|-\n", ">\n", "#", " #",
    "&x ", "*x", "!t ", "&x", "*x ", "<<: ", "\n", "\n  ", "\n ", "\n    ", "\n- ", "\n  - ", " ", "  ", "\t", "k: |\n", "k: 'v", "it's",
    "x: [", "x: {", "'q'", '"q"', "\n---\n", "%", "\n...\n", "-", ":", "|2\n", "k: b\n", "[1, 1]", "\nz: ",
]  # fmt: skip


def tricks_of(text):
    """The anchors, aliases, tags and merge keys that ruamel.yaml sees; None where it reads nothing."""
    try:
        events = list(YAML(typ="safe", pure=True).parse(text))
    except (YAMLError, ValueError, AttributeError, IndexError):
        return None
    return [
        event
        for event in events
        if getattr(event, "anchor", None)
        or getattr(event, "tag", None)
        or (getattr(event, "value", "") == "<<" and not event.style)
    ]


@settings(max_examples=5 * settings().max_examples)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_trick_that_a_parser_sees_gets_past(text):
    if tricks_of(text):
        stop = first_stop(text)
        assert stop is not None
        assert stop.rule in ("F02", "F03")
        assert is_suspect(text)


def problem_of(data, *, settings):
    try:
        load("x.yaml", data, settings=settings)
    except Unreadable as error:
        return error.problem
    return None


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.booleans())
def test_any_text_is_read_or_refused_on_one_of_its_lines(text, settings):
    problem = problem_of(text.encode(), settings=settings)
    if problem:
        assert problem.rule in ("F03", "F04", "F02")
        assert 0 <= problem.line <= text.count("\n") + 1


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    problem = problem_of(data, settings=True)
    assert problem is None or problem.rule in ("F01", "F02", "F03", "F04")


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n"
    for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "[" * 100_000,
        "- " * 100_000,
        "a: " + "{a: " * 60_000,
        "? " * 100_000,
        "a: '" + "''" * 100_000,
        'a: "' + "\\" * 200_001,
        "a: " + "b: " * 60_000,
        "a: [" + "b, " * 80_000 + "]\n",
        "a: " + " " * 250_000 + "&x\n",
        "&" * 250_000,
        "a: b" + " #" * 100_000 + "\n&",
        "".join(f"{' ' * n}a:\n" for n in range(600)),
        "a: |\n" + "  x\n" * 60_000,
    ],
    ids=lambda text: text[:12],
)
def test_no_text_of_permitted_size_takes_a_second_to_guard(text):
    assert len(text) <= 256 * 1024
    begun = time.perf_counter()
    first_stop(text)
    assert time.perf_counter() - begun < 1
