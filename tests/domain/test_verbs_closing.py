"""verify and evaluate: who may not look, how a case closes, and both sides of W10 to W12."""

from dataclasses import replace
from datetime import datetime

import pytest
from positions import at, event, walked

from gridctl.domain.handling import handlers, pending_closure
from gridctl.domain.steps import advance
from gridctl.domain.verbs.evaluate import Evaluated
from gridctl.domain.verbs.verify import Verified
from gridctl.errors import Refused


def refused(case, event):
    with pytest.raises(Refused) as refusal:
        advance(case, event)
    return refusal.value.rule


def time(text):
    return datetime.fromisoformat(f"2026-11-24T{text}+08:00")


def test_a_pass_closes_as_it_was_handled_and_a_fail_counts_rework(case):
    """
    format: 1
    id: qy-20261124-k7qf2
    version: 6
    number: 青云网案〔2026〕1号
    title: 东河桥头占道经营
    kind: problem
    category: E0406
    grid: qy-dh-1
    step: feedback
    waits: verify
    state: open
    lead: chengguan
    assist: [jiaojing]
    due: 2026-11-24T10:30:00+08:00
    history:
    - n: 1
      did: collected
      at: 2026-11-24T08:00:00+08:00
      by: p10
      title: 东河桥头占道经营
      kind: problem
      grid: qy-dh-1
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
      assist: [jiaojing]
      due: 2026-11-24T10:30:00+08:00
    - n: 5
      did: handled
      at: 2026-11-24T08:40:00+08:00
      by: p17
      note: 没有人摆摊
      done: unfounded
    - n: 6
      did: fed_back
      at: 2026-11-24T08:50:00+08:00
      by: p08
      told: [反映人]
    """
    passed = Verified(n=7, at=time("09:00:00"), by="p10", outcome="pass")
    assert advance(case, passed) == replace(
        case,
        step="verify",
        waits="evaluate",
        state="closed",
        closure="unfounded",
        history=(*case.history, passed),
    )
    failed = Verified(n=7, at=time("09:00:00"), by="p10", outcome="fail")
    assert advance(case, failed) == replace(
        case, step="verify", waits="handle", rework=1, history=(*case.history, failed)
    )


@pytest.mark.parametrize("by", ["p17", "P17"])
def test_who_handled_does_not_verify_in_any_letter_case(by):
    case = at("answered")
    assert refused(case, event("verify", case, by=by)) == "W10"
    assert refused(case, event("fail", case, by=by)) == "W10"
    assert advance(case, event("verify", case, by="p10")).state == "closed"


@pytest.mark.parametrize("entered", ["p17", "P17"])
def test_who_handled_does_not_enter_the_verification_either(entered):
    case = at("answered")
    assert refused(case, event("verify", case, by="p10", entered=entered)) == "W10"
    assert advance(case, event("verify", case, by="p10", entered="p01")).state == "closed"


def test_who_settled_it_in_the_grid_has_handled_it():
    case = walked("settle feedback")
    assert refused(case, event("verify", case, by="p08")) == "W10"
    assert advance(case, event("verify", case)).closure == "settled"


def test_who_only_sorted_or_typed_has_not_handled_it():
    case = walked("triage file dispatch")
    case = advance(case, event("done", case, entered="p01"))
    assert handlers(case) == {"p17"}
    case = advance(case, event("feedback", case))
    for by in ("p01", "p05"):
        assert advance(case, event("verify", case, by=by)).state == "closed"


def test_every_handler_counts_also_those_before_a_rework():
    case = walked("triage file dispatch")
    case = advance(case, event("handle", case, by="p18"))
    case = advance(case, event("done", case))
    case = advance(case, event("feedback", case))
    case = advance(case, event("fail", case))
    case = advance(case, event("done", case))
    case = advance(case, event("feedback", case))
    assert refused(case, event("verify", case, by="p18")) == "W10"


@pytest.mark.parametrize("done", ["fixed", "no-action", "referred", "withdrawn", "unfounded"])
def test_a_case_closes_as_its_last_handling_says(done):
    case = walked("triage file dispatch done feedback fail")
    case = advance(case, event("done", case, done=done))
    assert pending_closure(case) == done
    for name in ("feedback", "verify"):
        case = advance(case, event(name, case))
    assert case.closure == done


def test_an_evaluation_is_the_end(case):
    """
    format: 1
    id: qy-20261124-k7qf2
    version: 4
    title: 东河桥头占道经营
    kind: problem
    category: E0406
    grid: qy-dh-1
    step: verify
    waits: evaluate
    state: closed
    closure: settled
    history:
    - n: 1
      did: collected
      at: 2026-11-24T08:00:00+08:00
      by: p10
      title: 东河桥头占道经营
      kind: problem
      grid: qy-dh-1
      source: walk-in
    - n: 2
      did: triaged
      at: 2026-11-24T08:10:00+08:00
      by: p08
      outcome: settle
      category: E0406
      result: 已劝离
    - n: 3
      did: fed_back
      at: 2026-11-24T08:20:00+08:00
      by: p08
      told: [反映人]
    - n: 4
      did: verified
      at: 2026-11-24T08:30:00+08:00
      by: p10
      outcome: pass
    """
    scored = Evaluated(n=5, at=time("09:00:00"), by="p02", block=0)
    assert advance(case, scored) == replace(
        case, step="evaluate", waits=None, history=(*case.history, scored)
    )
    assert refused(case, replace(scored, strip=80)) == "W12"


@pytest.mark.parametrize("score", [0, 1, 99, 100])
def test_scores_from_0_to_100_are_taken(score):
    case = at("closed")
    assert advance(case, event("evaluate", case, strip=score, block=score)).waits is None


@pytest.mark.parametrize(("strip", "block"), [(-1, 50), (101, 50), (50, -1), (50, 101)])
def test_scores_beyond_are_refused(strip, block):
    case = at("closed")
    assert refused(case, event("evaluate", case, strip=strip, block=block)) == "W11"


def test_the_strip_is_scored_exactly_where_a_unit_worked():
    case = at("closed")
    assert refused(case, event("score", case)) == "W12"
    assert advance(case, event("evaluate", case, strip=0)).waits is None
