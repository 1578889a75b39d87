"""Dispatch counts over walks written by hand: D sends, R gives back, F is done, X fails the check."""

import pytest
from positions import at, event

from gridctl.domain.dispatch_counts import DispatchCounts, dispatch_counts, given_back
from gridctl.domain.steps import advance


def walked(*verbs):
    case = at("filed")
    for verb in verbs:
        case = advance(case, event(verb, case))
    return case


@pytest.mark.parametrize(
    ("verbs", "counts"),
    [
        ((), (0, 0, 0, 0)),
        (("dispatch",), (1, 0, 0, 1)),
        (("dispatch", "return"), (1, 1, 0, 0)),
        (("dispatch", "return", "redispatch"), (2, 1, 1, 1)),
        (("dispatch", "redispatch"), (2, 0, 1, 1)),
        (("dispatch", "redispatch", "return"), (2, 1, 1, 0)),
        (("dispatch", "done"), (1, 0, 0, 1)),
        # What comes back from a check was sent right; another unit after it is a new turn.
        (("dispatch", "done", "feedback", "fail", "redispatch"), (2, 0, 0, 2)),
        (("dispatch", "done", "feedback", "fail", "return", "redispatch"), (2, 1, 1, 1)),
    ],
)
def test_counts(verbs, counts):
    assert dispatch_counts(walked(*verbs)) == DispatchCounts(*counts)


def test_who_gave_it_back():
    assert given_back(walked("dispatch", "redispatch")) == frozenset()
    case = walked("dispatch", "return")
    assert given_back(case) == {case.history[-2].lead}
