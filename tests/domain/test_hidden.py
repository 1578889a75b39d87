"""One table of hidden characters: what a file writes as an escape, a terminal sees as one."""

import sys
from unicodedata import bidirectional, category

import pytest

from gridctl.domain.hidden import BLANKS, NEVER_RAW, RANGES, is_hidden, visible
from gridctl.store.case_text import scalar
from gridctl.store.yaml_text import Unreadable, decoded

EVERY = [chr(code) for code in range(sys.maxunicode + 1)]
STEERS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"}


def inside(char, ranges):
    return any(first <= ord(char) <= last for first, last in ranges)


def test_what_unicode_has_for_controls_separators_and_directions_is_hidden():
    open_ = [char for char in EVERY if not is_hidden(char)]
    assert not [char for char in open_ if category(char) in ("Cc", "Cs", "Zl", "Zp")]
    odd = [char for char in open_ if bidirectional(char) in STEERS and category(char) != "Cn"]
    assert not odd


def test_what_a_person_reads_and_writes_is_not():
    for text in ("简体中文，標點。", "Ωж", "é", "😀", "　", "½", "\xa0"):
        assert visible(text) == text
    assert not [c for c in EVERY if is_hidden(c) and category(c) in ("Ll", "Lu", "Nd", "Po", "Sm")]


def test_every_hidden_character_is_an_escape_in_a_file_and_on_a_terminal():
    for char in EVERY:
        if inside(char, RANGES):
            assert char not in visible(f"a{char}b")
        if inside(char, (*RANGES, *BLANKS)) and not "\ud800" <= char <= "\udfff":
            assert char not in scalar(f"a{char}b")


@pytest.mark.parametrize("char", ["\u3164", "\u115f", "\uffa0", "\ufe0f", "\U000e0100", "\u180b"])
def test_fillers_and_variation_selectors_are_written_out(char):
    assert visible(char) == scalar(char)[1:-1] != char


def test_what_never_stands_raw_in_a_file_is_hidden():
    for char in EVERY:
        if inside(char, NEVER_RAW):
            assert is_hidden(char)
    for char in "\x00\x1b\x85\u2028\ufeff\ufffe":
        with pytest.raises(Unreadable):
            decoded("x.yaml", f"a: b{char}\n".encode(), limit=99)
