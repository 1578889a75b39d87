"""What became of each order, over walks written by hand: to 城管 first, then to 交警."""

import pytest
from positions import at, event

from gridctl.domain.facts_of_case import measured
from gridctl.domain.orders import given_back, orders
from gridctl.domain.steps import advance

RIGHT, RETURNED, REPLACED = (False, False), (True, False), (False, True)


def walked(*verbs, **said):
    case = at("filed")
    for verb in verbs:
        case = advance(case, event(verb, case, **(said if verb == "redispatch" else {})))
    return case


@pytest.mark.parametrize(
    ("verbs", "became"),
    [
        ((), []),
        (("dispatch",), [RIGHT]),
        (("dispatch", "return"), [RETURNED]),
        (("dispatch", "return", "redispatch"), [RETURNED, RIGHT]),
        (("dispatch", "redispatch"), [REPLACED, RIGHT]),
        (("dispatch", "redispatch", "return"), [REPLACED, RETURNED]),
        (("dispatch", "done"), [RIGHT]),
        # What comes back from a check was sent right; another unit after it is a new turn.
        (("dispatch", "done", "feedback", "fail", "redispatch"), [RIGHT, RIGHT]),
        (("dispatch", "done", "feedback", "fail", "return", "redispatch"), [RETURNED, RIGHT]),
        # So is another unit once the case was void.
        (("dispatch", "void", "reopen", "triage", "file", "redispatch"), [RIGHT, RIGHT]),
    ],
)
def test_an_order_was_right_or_returned_or_replaced(verbs, became):
    case = walked(*verbs)
    assert [(each.returned, each.replaced) for each in orders(case)] == became
    row = measured(case)
    assert (row.orders, row.returns, row.replaced) == (
        len(became),
        became.count(RETURNED),
        became.count(REPLACED),
    )


def test_the_same_unit_again_is_no_other_unit():
    assert measured(walked("dispatch", "redispatch", lead="chengguan")).replaced == 0


def test_who_gave_it_back():
    assert given_back(walked("dispatch", "redispatch")) == frozenset()
    case = walked("dispatch", "return")
    assert given_back(case) == {case.history[-2].lead}
