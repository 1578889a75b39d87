"""What holds of every case between its breaches, its clock and what counts as late."""

from datetime import timedelta

from gridctl.domain.breaches import breaches
from gridctl.domain.facts_of_case import facts_of, measured
from gridctl.domain.lateness import order_of, was_late
from gridctl.domain.urgency import clock
from gridctl.reports.counts import (
    Standpoint,
    is_counted_late,
    is_counted_overrun,
    is_late,
    is_overrun,
)

TO_VERIFY = timedelta(days=2)


def in_order_and_with_the_red_clock(case, now):
    """Breaches are in order of time, one an order, none in the future; a red clock is one of them."""
    found = breaches(case, now, lambda due: due + TO_VERIFY)
    assert [each.at for each in found] == sorted(each.at for each in found)
    assert all(each.at <= now + timedelta(minutes=5) for each in found)
    missed = [each for each in found if each.kind == "deadline"]
    assert len({each.entry for each in missed}) == len(missed)
    assert missed or clock(facts_of(case), now) != "red"


def counts_as_the_breaches_of_the_present_order(case, now):
    """Late and counted in the reports is what is a breach, and counted, of the present order."""
    order = order_of(case)
    if order is None:
        return
    row, at = measured(case), Standpoint(now, lambda due: due + TO_VERIFY)
    found = [
        each
        for each in breaches(case, now, at.close_due)
        if each.entry == order.n and each.kind in ("deadline", "closing")
    ]
    counted = {each.kind for each in found if each.counted}
    assert ("deadline" in counted) == is_counted_late(row, at)
    assert ("closing" in counted) == is_counted_overrun(row, at)
    if case.state != "void":
        kinds = {each.kind for each in found}
        assert ("deadline" in kinds) == is_late(row, at)
        assert ("closing" in kinds) == is_overrun(row, at)
        assert not was_late(case) or is_late(row, at)
