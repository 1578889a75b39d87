"""Review JSON: a range of the past case by case, with stable keys."""

from datetime import timedelta
from typing import Any

from gridctl.domain.change_terms import CHANGES, LOOKS
from gridctl.domain.moments import stamp
from gridctl.domain.review import CaseReview, Remark, Review
from gridctl.domain.second_look import Look, Seen
from gridctl.views.case_json import plain
from gridctl.views.changes_json import end, stands
from gridctl.views.story_json import difference


def answer(review: Review) -> dict[str, Any]:
    """All of it."""
    cases = [_case(each) for each in review.cases]
    return {
        "from": end(review.first),
        "to": end(review.last),
        "counts": _counts(review),
        "cases": cases,
        "look": [look for case in cases for look in case["look"]]
        + [_remark(each) for each in review.remarks],
        "settings": [_remark(each) for each in review.remarks if each.kind == "settings"],
        "journal": {
            staff: {
                "kinds": dict(own.kinds),
                "late": own.late,
                "fixed_clock": own.fixed_clock,
                "entered": dict(own.entered),
            }
            for staff, own in review.journal.items()
        },
    }


def _counts(review: Review) -> dict[str, Any]:
    looked = review.looked()
    return {
        "commits": review.commits,
        "events": sum(len(each.steps) for each in review.cases),
        "cases": len(review.cases),
        **{kind: sum(each.change.kind == kind for each in review.cases) for kind in CHANGES},
        "look": {kind: looked[kind] for kind in LOOKS},
        "entered": dict(review.entered()),
    }


def _case(case: CaseReview) -> dict[str, Any]:
    return {
        "case": case.after.id,
        "title": case.after.title,
        "change": case.change.kind,
        "before": stands(case.before),
        "after": stands(case.after),
        "events": [_step(each) for each in case.steps],
        "look": [_look(each) for each in case.looks],
    }


def _step(seen: Seen) -> dict[str, Any]:
    event, trace = seen.event, seen.trace
    return {
        "n": event.n,
        "did": event.did,
        "at": stamp(event.at),
        "by": event.by,
        "entered": event.entered,
        "recorded": stamp(trace.at),
        "recorded_by": trace.staff,
        "commit": trace.commit,
    }


def _look(look: Look) -> dict[str, Any]:
    more = look.more
    if isinstance(more, timedelta):
        more = _hours(more)
    return {
        "kind": look.kind,
        "case": look.seen.case.id,
        "n": look.seen.event.n,
        "commit": look.seen.trace.commit,
        "more": None if more is True else plain(more),
    }


def _hours(span: timedelta) -> dict[str, float]:
    return {"hours": round(span.total_seconds() / 3600, 2)}


def _remark(remark: Remark) -> dict[str, Any]:
    own = difference(remark.difference) if remark.difference else {}
    problem = remark.problem
    said: Any = f"{problem.path}: {problem.message}" if problem else own.get("said")
    if remark.set_back:
        said = _hours(remark.set_back.by)
    if remark.committer:
        said = {"name": remark.committer.name, "staff": remark.committer.staff}
    return {
        "kind": remark.kind,
        "case": None,
        "n": None,
        "commit": remark.trace.commit,
        "recorded": stamp(remark.trace.at),
        "by": remark.trace.staff,
        "name": remark.trace.name,
        "file": own.get("file") or (problem.path if problem else None),
        "place": own.get("place", []),
        "more": said,
    }
