"""file, dispatch, handle, feedback: the head that each leaves, and both sides of W05 to W09."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from positions import MORNING, PINNED, SAID, at, event, walked

from gridctl.domain.event import Evidence
from gridctl.domain.steps import advance
from gridctl.domain.verbs.dispatch import Dispatched
from gridctl.domain.verbs.feedback import FedBack
from gridctl.domain.verbs.file import Filed
from gridctl.domain.verbs.handle import Handled
from gridctl.errors import Refused


def refused(case, event):
    with pytest.raises(Refused) as refusal:
        advance(case, event)
    return refusal.value.rule


def time(text):
    return datetime.fromisoformat(f"2026-11-24T{text}+08:00")


def test_filing_gives_number_and_category(case):
    """
    format: 1
    id: qy-20261124-k7qf2
    version: 2
    title: 东河桥头占道经营
    kind: problem
    category: E0406
    severity: urgent
    grid: qy-dh-1
    step: triage
    waits: file
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
    - n: 2
      did: triaged
      at: 2026-11-24T08:52:00+08:00
      by: p05
      entered: p01
      outcome: report
      severity: urgent
      category: E0406
    """
    filed = Filed(
        n=3,
        at=time("09:40:00"),
        by="p01",
        number="青云网案〔2026〕17号",
        category="E0401",
        limit="3 work_day",
        pinned=PINNED,
    )
    assert advance(case, filed) == replace(
        case,
        number="青云网案〔2026〕17号",
        category="E0401",
        step="file",
        waits="file",
        history=(*case.history, filed),
    )


def test_dispatch_names_the_units_and_starts_the_clock(case):
    """
    format: 1
    id: qy-20261124-k7qf2
    version: 3
    number: 青云网案〔2026〕17号
    title: 东河桥头占道经营
    kind: problem
    category: E0406
    grid: qy-dh-1
    step: file
    waits: file
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
    - n: 2
      did: triaged
      at: 2026-11-24T08:52:00+08:00
      by: p05
      outcome: report
      severity: normal
      category: E0406
    - n: 3
      did: filed
      at: 2026-11-24T09:40:00+08:00
      by: p01
      number: 青云网案〔2026〕17号
      category: E0406
      condition: 1
      limit: 2 urgent_hour
      pinned: {catalogue: cn@1, calendar: cn@2026}
    """
    order = Dispatched(
        n=4,
        at=time("10:31:00"),
        by="p01",
        lead="chengguan",
        assist=("jiaojing", "huanbao"),
        persons=("p17",),
        due=time("12:31:00"),
        provisional=True,
    )
    assert advance(case, order) == replace(
        case,
        step="file",
        waits="handle",
        lead="chengguan",
        assist=("jiaojing", "huanbao"),
        due=time("12:31:00"),
        provisional=True,
        history=(*case.history, order),
    )


def test_progress_leaves_the_case_with_the_unit_and_the_end_hands_it_back(case):
    """
    format: 1
    id: qy-20261124-k7qf2
    version: 4
    number: 青云网案〔2026〕1号
    title: 东河桥头占道经营
    kind: problem
    category: E0406
    grid: qy-dh-1
    place: dh-qt
    step: file
    waits: handle
    state: open
    lead: chengguan
    due: 2026-11-24T10:30:00+08:00
    history:
    - n: 1
      did: collected
      at: 2026-11-24T08:00:00+08:00
      by: p10
      title: 东河桥头占道经营
      kind: problem
      grid: qy-dh-1
      place: dh-qt
      source: patrol
    - n: 2
      did: triaged
      at: 2026-11-24T08:10:00+08:00
      by: p05
      outcome: report
      severity: normal
      category: E0406
    - n: 3
      did: filed
      at: 2026-11-24T08:20:00+08:00
      by: p01
      number: 青云网案〔2026〕1号
      category: E0406
      condition: 1
      limit: 2 urgent_hour
      pinned: {catalogue: cn@1, calendar: cn@2026}
    - n: 4
      did: dispatched
      at: 2026-11-24T08:30:00+08:00
      by: p01
      lead: chengguan
      due: 2026-11-24T10:30:00+08:00
    """
    progress = Handled(n=5, at=time("09:00:00"), by="p17", counts={"清理占道经营": "30余处"})
    handling = advance(case, progress)
    assert handling == replace(
        case, step="handle", waits="handle", history=(*case.history, progress)
    )
    done = Handled(n=6, at=time("09:30:00"), by="p17", done="no-action")
    assert advance(handling, done) == replace(
        handling, step="handle", waits="feedback", history=(*handling.history, done)
    )


def test_feedback_waits_for_somebody_to_look():
    case = at("handled")
    told = FedBack(n=6, at=time("09:00:00"), by="p08", told=("反映人", "商户"))
    assert advance(case, told) == replace(
        case, step="feedback", waits="verify", history=(*case.history, told)
    )


@pytest.mark.parametrize("limit", ["2 urgent_hour", "4 work_hour", "10 work_day", "1 natural_day"])
def test_a_limit_in_its_normal_form_is_taken(limit):
    case = at("reported")
    assert advance(case, event("file", case, limit=limit)).version == 3


@pytest.mark.parametrize(
    "limit", ["2 urgent_hours", "2urgent_hour", "02 work_day", "0 work_day", "3个工作日", "soon"]
)
def test_a_limit_in_another_form_is_refused(limit):
    case = at("reported")
    assert refused(case, event("file", case, limit=limit)) == "W05"


def test_a_numbered_case_keeps_its_number():
    case = replace(at("reported"), number="青云网案〔2026〕9号")
    assert refused(case, event("file", case)) == "W06"
    kept = advance(case, event("file", case, number="青云网案〔2026〕9号"))
    assert kept.number == "青云网案〔2026〕9号"


@pytest.mark.parametrize(
    ("lead", "assist"),
    [("chengguan", ("chengguan",)), ("chengguan", ("jiaojing", "huanbao", "jiaojing"))],
)
def test_a_unit_leads_or_assists_once(lead, assist):
    case = at("filed")
    assert refused(case, event("dispatch", case, lead=lead, assist=assist)) == "W07"


def test_a_deadline_may_be_the_moment_of_the_order_but_not_before_it():
    case = at("filed")
    moment = event("dispatch", case).at
    assert advance(case, event("dispatch", case, due=moment)).due == moment
    early = moment - timedelta(seconds=1)
    assert refused(case, event("dispatch", case, due=early)) == "W08"


@pytest.mark.parametrize(
    "said",
    [
        {"note": "去了"},
        {"counts": {"摊位": "3"}},
        {"seized": {"三轮车": "1辆"}},
        {"evidence": (Evidence(name="a.jpg", sha256="0" * 64, kind="after"),)},
        {"done": "fixed"},
    ],
)
def test_an_entry_of_handling_says_at_least_one_thing(said):
    case = at("dispatched")
    empty = {"note": None}
    assert advance(case, event("handle", case, **(empty | said))).version == 5
    assert refused(case, event("handle", case, **empty)) == "W09"


def test_every_walk_of_the_tests_is_rebuilt_from_its_history():
    assert "triage" in SAID
    case = walked("triage file dispatch handle done feedback fail done feedback verify evaluate")
    assert case.rework == 1
    assert case.due == MORNING + timedelta(hours=6)
