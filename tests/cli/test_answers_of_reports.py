"""What all reports keep to: the shape of their JSON, one language-free value a key, one clock for the past."""

import json

import pytest

REPORTS = [
    ("overdue",),
    ("liability", "2026-11"),
    ("source", "2026-11"),
    ("counts", "2026-11"),
    ("appraisal", "2026-11"),
    ("attendance", "2026-W48"),
    ("journal", "2026-11"),
    ("watch", "2026-W48"),
]
LATER = "2026-12-24T09:00:00+08:00"


@pytest.fixture
def founded():
    return "2026-11-01T08:00:00+08:00"


@pytest.fixture
def late(gridctl):
    """A case that is late on 24 November, and a morning's sign-in."""
    now = "2026-11-20T09:00:00+08:00"
    collect = ("--as", "p10", "collect", "桥头占道", "--grid", "qy-dh-1", "--source", "patrol")
    assert gridctl(*collect, now=now).code == 0
    case = gridctl("list", "--ids").out.strip()
    assert gridctl("triage", case, "--category", "E0406").code == 0
    limit = ("--limit", "1 work_day", "--note", "多家")
    assert gridctl("file", case, "--to", "chengguan", *limit).code == 0
    signed = gridctl("--as", "p10", "sign", "in", now="2026-11-24T08:00:00+08:00")
    assert signed.code == 0
    return case


def answer(gridctl, *words, **manner):
    asked = gridctl("report", *words, "--json", **manner)
    assert asked.code == 0, asked.err
    return json.loads(asked.out)


@pytest.mark.parametrize("words", REPORTS, ids=lambda words: words[0])
def test_every_report_has_the_keys_of_the_schema(gridctl, late, words):
    schema = json.loads(gridctl("schema", "report").out)
    found = answer(gridctl, *words, now="2026-11-24T12:00:00+08:00")
    assert set(schema["required"]) <= set(found) <= set(schema["properties"])
    section = schema["properties"]["sections"]["items"]
    assert found["sections"]
    for each in found["sections"]:
        assert set(each) == set(section["required"])


@pytest.mark.parametrize("words", REPORTS, ids=lambda words: words[0])
def test_a_report_about_the_past_is_the_same_whenever_it_is_asked_for(gridctl, late, words):
    back = ("--as-of", "2026-11-24")
    first = gridctl("report", *words, *back, now="2026-11-25T09:00:00+08:00")
    again = gridctl("report", *words, *back, now=LATER)
    assert first.code == 0, first.err
    assert first.out == again.out


@pytest.mark.parametrize("ask", [("liability",), ("why",), ("show",), ("duties", "trace")])
def test_a_case_in_the_past_is_looked_at_by_the_clock_of_then(gridctl, late, ask):
    back = ("--as-of", "2026-11-20")  # three days before it was due
    first = gridctl(*ask, late, *back, now="2026-11-24T09:00:00+08:00")
    again = gridctl(*ask, late, *back, now=LATER)
    assert (first.code, first.out) == (0, again.out)


def test_a_standing_is_a_key_in_either_language(gridctl, late):
    words = ("appraisal", "2026-11", "--explain", "chengguan")
    standings = {
        answer(gridctl, *words, lang=lang)["sections"][0]["counts"]["standing"]
        for lang in ("zh", "en")
    }
    assert standings == {"few"}


def test_a_number_of_attendees_is_given_once(gridctl):
    meeting = ("journal", "add", "meeting", "例会", "--attendees", "领导=3")
    twice = gridctl(*meeting, "--attendees", "领导=4")
    assert (twice.code, "given twice for 领导" in twice.err) == (2, True)
    assert gridctl(*meeting, "--attendees", "群众=4").code == 0


@pytest.mark.parametrize("name", ["热线", "hotline", "区长电话"])
def test_a_source_has_a_name_of_its_own(gridctl, name):
    assert gridctl("source", "add", "s1", "--name", "区长电话").code == 0
    again = gridctl("source", "add", "s2", "--name", name)
    assert (again.code, f"“{name}” is taken already" in again.err) == (20, True)
