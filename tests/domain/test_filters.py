"""The words after `list`: each picks what it says, together they narrow, and a wrong one is named."""

from datetime import datetime, timedelta

import pytest
from positions import at, event

from gridctl.domain.facts_of_case import facts_of
from gridctl.domain.filters import Asked, parse
from gridctl.domain.names import GridName, Names, UnitName
from gridctl.domain.steps import advance
from gridctl.errors import NotFound, Usage

NOW = datetime.fromisoformat("2026-11-24T13:59:00+08:00")
HERE = ("collected", "reported", "settled", "duplicate", "filed", "dispatched", "handled", "closed")


@pytest.fixture(scope="module")
def names(office):
    grids = {each.id: GridName(each.id, each.name, each.parent) for each in office.grids.values()}
    units = {
        each.id: UnitName(each.id, each.name, each.aliases) for each in office.departments.values()
    }
    return Names(grids, units, "Asia/Shanghai")


@pytest.fixture
def picked(names):
    cases = {here: facts_of(at(here)) for here in HERE}

    def pick(*words, now=NOW, everything=False):
        test = parse(words, Asked(names, now), everything=everything)
        return [here for here, facts in cases.items() if test(facts)]

    return pick


OPEN = ["collected", "reported", "settled", "filed", "dispatched", "handled"]


def test_without_a_word_on_the_state_only_current_cases_are_meant(picked):
    assert picked() == OPEN
    assert picked(everything=True) == list(HERE)
    assert picked("grid:qy") == OPEN


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["state:closed"], ["duplicate", "closed"]),
        (["state:已结案"], ["duplicate", "closed"]),
        (["state:open,closed"], list(HERE)),
        (["closure:duplicate"], ["duplicate"]),
        (["step:triage"], ["reported", "settled"]),
        (["step:triage", "state:open,closed"], ["reported", "settled", "duplicate"]),
        (["waits:file"], ["reported", "filed"]),
        (["waits:file", "step:file"], ["filed"]),
        (["waits:建档立案"], ["reported", "filed"]),
        (["waits:handle,feedback"], ["settled", "dispatched", "handled"]),
        (["kind:problem"], OPEN),
        (["kind:隐患"], []),
        (["severity:normal"], OPEN),
        (["severity:urgent"], []),
        (["category:E0406"], ["reported", "settled", "filed", "dispatched", "handled"]),
        (["category:e04"], ["reported", "settled", "filed", "dispatched", "handled"]),
        (["category:E05"], []),
        (["grid:qy-dh-1"], OPEN),
        (["grid:东河"], OPEN),
        (["grid:qy-xs"], []),
        (["grid:qy-dh-1a"], []),
        (["unit:chengguan"], ["dispatched", "handled"]),
        (["unit:城管"], ["dispatched", "handled"]),
        (["unit:交警大队"], ["dispatched", "handled"]),
        (["unit:huanbao"], []),
        (["source:patrol"], OPEN),
        (["source:巡查发现"], OPEN),
        (["source:hotline"], []),
        (["text:占道"], OPEN),
        (["text:噪音"], []),
        (["number:1号"], ["filed", "dispatched", "handled"]),
        (["number:号", "state:closed"], ["closed"]),
    ],
)
def test_a_filter_picks_what_it_says(picked, words, wanted):
    assert picked(*words) == wanted


def test_overdue_is_past_the_deadline_while_the_clock_runs(picked):
    """The order of the walks is due at 14:00; what was handed back has no clock."""
    assert picked("overdue", now=NOW + timedelta(minutes=1)) == []
    assert picked("overdue", now=NOW + timedelta(minutes=1, seconds=1)) == ["dispatched"]


def test_text_is_looked_for_beyond_the_title_and_after_a_colon(names):
    case = at("collected")
    facts = facts_of(case)
    from dataclasses import replace

    facts = replace(facts, title="无题", text="比例 1:2 的水泥")
    assert parse(["text:1:2"], Asked(names, NOW))(facts)
    assert not parse(["text:1:3"], Asked(names, NOW))(facts)


def test_a_source_of_the_ledgers_own_is_found_by_its_id(names):
    from dataclasses import replace

    facts = replace(facts_of(at("collected")), source="mayor-line")
    assert parse(["source:mayor-line"], Asked(names, NOW))(facts)


def test_an_urgent_case_is_not_normal(names):
    case = at("collected")
    facts = facts_of(advance(case, event("triage", case, severity="urgent")))
    assert parse(["severity:urgent"], Asked(names, NOW))(facts)
    assert not parse(["severity:normal"], Asked(names, NOW))(facts)


@pytest.mark.parametrize(
    ("word", "error", "said"),
    [
        ("stat:open", Usage, "There is no filter “stat”; did you mean state?"),
        ("overdu", Usage, "There is no filter “overdu”; did you mean overdue?"),
        ("qqq", Usage, "There is no filter “qqq”."),
        ("step:", Usage, "The filter “step:” has no value."),
        ("step:hande", Usage, "step: cannot be “hande”."),
        ("step:handle,x", Usage, "step: cannot be “x”."),
        ("kind:", Usage, "The filter “kind:” has no value."),
        ("grid:qy-d", NotFound, "There is no grid “qy-d”."),
        ("unit:nobody", NotFound, "There is no unit “nobody”."),
    ],
)
def test_a_wrong_filter_is_named(names, word, error, said):
    with pytest.raises(error) as refusal:
        parse([word], Asked(names, NOW))
    assert str(refusal.value.message) == said
