"""collect, triage, link: what a report becomes, and both sides of W03 and W04."""

from dataclasses import replace
from datetime import datetime

import pytest
from positions import CASE_ID, MORNING, OTHER, at, collected, event, walked

from gridctl.domain.case import Case
from gridctl.domain.event import Reporter
from gridctl.domain.steps import advance, rebuild
from gridctl.domain.verbs.link import Linked
from gridctl.domain.verbs.triage import Triaged
from gridctl.errors import Refused


def refused(case, event):
    with pytest.raises(Refused) as refusal:
        advance(case, event)
    return refusal.value.rule


def test_a_report_begins_an_open_case_that_waits_for_triage():
    report = collected(reporter=Reporter(masked="张**", secret=True), text="占了半条路")
    assert rebuild(CASE_ID, [report]) == Case(
        id=CASE_ID,
        number=None,
        title="东河桥头占道经营",
        kind="problem",
        category=None,
        severity=None,
        grid="qy-dh-1",
        place="dh-qt",
        step="collect",
        waits="triage",
        state="open",
        closure=None,
        rework=0,
        duplicate_of=None,
        duplicates=(),
        lead=None,
        assist=(),
        due=None,
        provisional=False,
        history=(report,),
    )


def test_a_reported_case_waits_to_be_filed_under_its_category(case):
    """
    format: 1
    id: qy-20261124-k7qf2
    version: 1
    title: 东河桥头占道经营
    kind: problem
    grid: qy-dh-1
    step: collect
    waits: triage
    state: open
    history:
    - n: 1
      did: collected
      at: 2026-11-24T08:31:00+08:00
      by: p10
      title: 东河桥头占道经营
      kind: problem
      grid: qy-dh-1
      source: patrol
      text: |-
        占了半条路。
    """
    triaged = Triaged(
        n=2,
        at=datetime.fromisoformat("2026-11-24T08:52:00+08:00"),
        by="p05",
        outcome="report",
        severity="urgent",
        category="E0406",
    )
    assert advance(case, triaged) == replace(
        case,
        category="E0406",
        severity="urgent",
        step="triage",
        waits="file",
        history=(*case.history, triaged),
    )


def test_a_duplicate_closes_at_once(case):
    """
    format: 1
    id: qy-20261124-k7qf2
    version: 1
    title: 东河桥头占道经营
    kind: problem
    grid: qy-dh-1
    step: collect
    waits: triage
    state: open
    history:
    - n: 1
      did: collected
      at: 2026-11-24T08:31:00+08:00
      by: p10
      title: 东河桥头占道经营
      kind: problem
      grid: qy-dh-1
      source: patrol
    """
    joined = Triaged(
        n=2,
        at=datetime.fromisoformat("2026-11-24T08:52:00+08:00"),
        by="p05",
        outcome="duplicate",
        duplicate_of=OTHER,
    )
    assert advance(case, joined) == replace(
        case,
        step="triage",
        waits=None,
        state="closed",
        closure="duplicate",
        duplicate_of=OTHER,
        history=(*case.history, joined),
    )


def test_a_rejected_case_goes_to_feedback_and_closes_as_it_was_rejected():
    for closure, closed_as in ((None, "no-action"), ("referred", "referred")):
        case = at("collected")
        case = advance(case, event("reject", case, closure=closure))
        assert (case.step, case.waits, case.state, case.closure) == (
            "triage",
            "feedback",
            "open",
            None,
        )
        for name in ("feedback", "verify"):
            case = advance(case, event(name, case))
        assert (case.state, case.closure) == ("closed", closed_as)


@pytest.mark.parametrize(
    ("name", "lacking"),
    [
        ("triage", {"category": None}),
        ("settle", {"result": None}),
        ("settle", {"category": None}),
        ("reject", {"reason": None}),
        ("join", {"duplicate_of": None}),
    ],
)
def test_a_triage_needs_what_its_outcome_needs(name, lacking):
    case = at("collected")
    assert refused(case, event(name, case, **lacking)) == "W03"
    assert advance(case, event(name, case)).version == 2


def test_severity_and_category_stay_where_a_second_triage_says_nothing_of_them():
    case = walked("settle feedback fail")
    again = advance(case, event("reject", case))
    assert (again.category, again.severity) == ("E0406", None)


def test_a_case_is_no_duplicate_of_itself():
    case = at("collected")
    assert refused(case, event("join", case, duplicate_of=CASE_ID)) == "W04"


def test_an_original_learns_of_each_duplicate_once():
    case = at("filed")
    one = advance(case, event("link", case))
    assert one == replace(case, duplicates=(OTHER,), history=one.history)
    assert refused(one, event("link", one)) == "W04"
    two = advance(one, event("link", one, to="qy-20261122-bbbbb"))
    assert two.duplicates == (OTHER, "qy-20261122-bbbbb")


def test_nothing_is_linked_to_itself_or_to_a_duplicate():
    case = at("filed")
    assert refused(case, event("link", case, to=CASE_ID)) == "W04"
    duplicate = at("duplicate")
    later = Linked(n=3, at=MORNING, by="p01", to="qy-20261122-bbbbb", relation="duplicate")
    assert refused(duplicate, later) == "W04"
