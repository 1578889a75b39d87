"""A unit that has nobody in the ledger acts by a dispatcher."""

from dataclasses import replace

import pytest
from positions import at, event

from gridctl.domain.judging import Entry, judge
from gridctl.domain.office import Office
from gridctl.errors import Refused


def test_a_unit_without_anyone_acts_by_a_dispatcher(office: Office):
    """gongzuodui has people, a unit of nobody has none."""
    empty = replace(
        office,
        staff_file=replace(
            office.staff_file,
            staff=tuple(p for p in office.staff_file.staff if p.home != "chengguan"),
        ),
    )
    case = at("dispatched")
    clerk = empty.people["p01"]
    deed = event("done", case, by="chengguan", entered="p01")
    entry = Entry(empty, clerk, deed.at)
    done = judge(case, deed, entry)
    assert done.waits == "feedback"

    def rule(deed, entry=entry):
        with pytest.raises(Refused) as refusal:
            judge(case, deed, entry)
        return refusal.value.rule

    assert rule(deed, Entry(office, office.people["p01"], deed.at)) == "R05"  # it has people
    assert rule(event("done", case, by="huanbao", entered="p01")) == "R05"
    assert rule(event("redispatch", case, by="chengguan", entered="p01")) == "R01"
    assert rule(event("done", case, by="nobody", entered="p01")) == "R02"
    # Who entered it has not thereby handled the case.
    answer = event("feedback", done, by="p01")
    told = judge(done, answer, Entry(empty, clerk, answer.at))
    looked = event("verify", told, by="p01")
    assert judge(told, looked, Entry(empty, clerk, looked.at)).state == "closed"
