"""A journal file comes back as it was, in one form, and each state begins with the one before it."""

from dataclasses import fields
from datetime import date, datetime, timedelta, timezone

import oryaml
import pytest
from anything import texts
from hypothesis import given, settings
from hypothesis import strategies as st

from gridctl.domain.journal.attendance import EntryCorrected, SignedIn, SignedOut, TookLeave
from gridctl.domain.journal.entries import ENTRIES, KIND_OF, WORK
from gridctl.domain.journal.month import Key, Month, key_of_path
from gridctl.domain.journal.work import (
    FollowUp,
    Met,
    Patrolled,
    Publicised,
    Registered,
    Trained,
    Visited,
)
from gridctl.store.journal_file import read, write
from gridctl.store.yaml_guard import first_stop
from gridctl.store.yaml_marks import parse

CHINA = timezone(timedelta(hours=8))
FIRST = datetime(2026, 11, 1, tzinfo=CHINA)
moments = st.integers(0, 30 * 86400 - 1).map(lambda seconds: FIRST + timedelta(seconds=seconds))
days = st.dates(date(2026, 1, 1), date(2030, 1, 1))
amounts = st.from_regex(r"\A[0-9]{1,6}余?[块份]?\Z")
some = st.lists(texts, max_size=3).map(tuple)
maybe = st.none() | texts
keys = texts.filter(lambda text: len(text) < 100)
work = {
    "grid": st.just("lz"),
    "title": texts,
    "counts": st.none() | st.dictionaries(keys, amounts, min_size=1, max_size=3),
    "note": maybe,
}
numbers = st.none() | st.integers(0, 10**6)
OWN = {
    Patrolled: {"places": some, "found": some},
    Met: {
        "attendees": numbers,
        "decisions": some,
        "follow_ups": st.lists(
            st.builds(FollowUp, what=texts, due=st.none() | days), max_size=2
        ).map(tuple),
    },
    Trained: {"attendees": numbers, "term": st.sampled_from([None, "1/2", "2/2", "10/12"])},
    Publicised: {"into": st.lists(st.sampled_from(["campus", "family"]), max_size=2).map(tuple)},
    Visited: {"households": numbers},
    Registered: {"counts": st.dictionaries(keys, amounts, min_size=1, max_size=3)},
}


def entries(number):
    """Any entry of work that may stand as the n-th."""
    common = {"n": st.just(number), "at": moments, "by": st.just("s031"), "entered": maybe}
    return st.one_of(*(st.builds(shape, **common, **(work | own)) for shape, own in OWN.items()))


@st.composite
def months(draw):
    count = draw(st.integers(1, 5))
    return Month("s031", "2026-11", tuple(draw(entries(n)) for n in range(1, count + 1)))


@given(months())
@settings(max_examples=100)
def test_a_month_comes_back_from_its_file_through_either_loader(month):
    written = write(month)
    assert read("journal/2026/11/s031.yaml", written) == month
    assert first_stop(written.decode()) is None
    assert parse(written.decode()) == oryaml.loads(written.decode())


@given(months(), st.data())
@settings(max_examples=50)
def test_a_month_with_one_entry_more_begins_with_the_file_before(month, data):
    more = month.after(data.draw(entries(len(month.entries) + 1)))
    before, after = write(month), write(more)
    assert after.startswith(before)
    assert after[len(before) :].count(b"\n") == 1


def test_every_kind_of_entry_is_a_line_of_its_own_in_one_form():
    def at(text):
        return datetime.fromisoformat(f"2026-11-{text}:00+08:00")

    month = Month("s031", "2026-11")
    for entry in (
        SignedIn(n=1, at=at("16T08:45"), by="s031", entered="s001", grid="lz"),
        SignedOut(n=2, at=at("16T18:00"), by="s031"),
        TookLeave(
            n=3,
            at=at("16T18:00"),
            by="s031",
            leave="sick",
            since=date(2026, 11, 17),
            until=date(2026, 11, 18),
        ),
        EntryCorrected(
            n=4,
            at=at("17T09:00"),
            by="s001",
            entry=1,
            old=at("16T08:45"),
            new=at("16T08:15"),
            reason="机器故障",
        ),
        Met(
            n=5,
            at=at("19T10:00"),
            by="s031",
            grid="lz",
            title="周例会",
            attendees=12,
            kinds={"网格长": 12},
            decisions=("加强巡查",),
            follow_ups=(FollowUp(what="清理: 东口", due=date(2026, 11, 20)),),
        ),
    ):
        month = month.after(entry)
    assert write(month).decode() == (
        "format: 1\n"
        "staff: s031\n"
        "month: '2026-11'\n"
        "entries:\n"
        "- {n: 1, did: signed_in, at: 2026-11-16T08:45:00+08:00, by: s031, entered: s001, grid: lz}\n"
        "- {n: 2, did: signed_out, at: 2026-11-16T18:00:00+08:00, by: s031}\n"
        "- {n: 3, did: took_leave, at: 2026-11-16T18:00:00+08:00, by: s031, leave: sick, since: 2026-11-17, until: 2026-11-18}\n"
        "- {n: 4, did: corrected, at: 2026-11-17T09:00:00+08:00, by: s001, entry: 1, old: 2026-11-16T08:45:00+08:00, new: 2026-11-16T08:15:00+08:00, reason: 机器故障}\n"
        "- {n: 5, did: met, at: 2026-11-19T10:00:00+08:00, by: s031, grid: lz, title: 周例会, attendees: 12, kinds: {网格长: 12}, decisions: [加强巡查], follow_ups: [{what: '清理: 东口', due: 2026-11-20}]}\n"
    )
    assert read(month.key.path, write(month)) == month
    assert [each.at for each in month.counting() if each.n == 1] == [at("16T08:15")]


@pytest.mark.parametrize(
    "path",
    [
        "journal/2026/11/s031.yml",
        "journal/2026/13/s031.yaml",
        "journal/2026/00/s031.yaml",
        "journal/26/11/s031.yaml",
        "journal/2026/11/x/s031.yaml",
        "journal/2026/11/S031.yaml",
        "journal/2026/11/.s031.yaml",
        "journal/2026/11/s031.yaml\n",
        "cases/2026/11/s031.yaml",
    ],
)
def test_a_journal_lies_nowhere_else(path):
    assert key_of_path(path) is None
    assert key_of_path("journal/2026/11/s031.yaml") == Key("s031", "2026-11")


def test_every_kind_of_entry_has_a_name_of_its_own():
    assert len(ENTRIES) == len(KIND_OF) == 10
    assert {KIND_OF[shape.did] for shape in WORK.values()} == set(WORK)
    for shape in ENTRIES.values():
        assert next(field.name for field in fields(shape)) == "n"
