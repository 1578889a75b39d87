"""Which day counts: that of the deed for who acts, that of the recording for who types."""

from dataclasses import replace
from datetime import timedelta, timezone

from positions import at, event

from gridctl.domain.judging import Entry, judge
from gridctl.errors import Refused


def rule_of(act):
    try:
        act()
    except Refused as refusal:
        return refusal.rule
    return None


def test_the_post_of_the_day_of_the_deed_counts_not_that_of_its_recording(office):
    case = at("answered")
    clerk = office.people["p01"]
    deed = event("verify", case, by="p14", entered="p01")
    later = deed.at + timedelta(days=2)
    assert judge(case, deed, Entry(office, clerk, later)).state == "closed"
    deed = event("verify", case, by="p15", entered="p01")
    assert rule_of(lambda: judge(case, deed, Entry(office, clerk, later))) == "R02"


def test_who_has_left_writes_nothing_any_more_whatever_the_day_of_the_deed(office):
    case = at("answered")
    deed = event("verify", case, by="p14")
    assert judge(case, deed, Entry(office, office.people["p14"], deed.at)).state == "closed"
    later = Entry(office, office.people["p14"], deed.at + timedelta(days=2))
    assert rule_of(lambda: judge(case, deed, later)) == "R02"


def test_one_zone_in_one_ledger(office):
    case = at("collected")
    deed = event("triage", case)
    entry = Entry(office, office.people["p05"], deed.at)
    abroad = replace(deed, at=deed.at.astimezone(timezone(timedelta(hours=-5))))
    assert rule_of(lambda: judge(case, abroad, entry)) == "W25"
    assert judge(case, deed, entry).step == "triage"
