"""Base counts: what each kind of case adds to which count, and the sums that always hold."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_cases import AT, NEVER_WITH_A_UNIT, NOW, STILL_OPEN, WITH_UNIT, case, on

from gridctl.domain import indicators
from gridctl.reports.counts import COUNTS

FOUR = ("intime_archive", "overtime_archive", "intime_to_archive", "overtime_to_archive")


def counted(row, *, among=COUNTS):
    """The counts that are not 0, of those asked about."""
    return {key: int(COUNTS[key](row, AT)) for key in among if COUNTS[key](row, AT)}


HANDLING = (
    *(key for key in COUNTS if key.endswith(("dispose", "archive"))),
    "overtime",
    "exempt",
)
OPEN_LATE = (
    "need_dispose to_dispose overtime_to_dispose overtime through_dispose need_archive to_archive"
)


@pytest.mark.parametrize(
    ("differs", "adds"),
    [
        ({}, "need_dispose dispose intime_dispose through_dispose need_archive archive intime_archive"),
        # due on the 10th, handed back on the 12th, closed by then: the case had until the 12th
        ({"handed_back": on(12), "closed": on(12)},
         "need_dispose dispose overtime_dispose overtime through_dispose need_archive archive intime_archive"),
        ({"handed_back": on(9), "closed": on(13)},
         "need_dispose dispose intime_dispose through_dispose need_archive archive overtime_archive"),
        # an appeal was granted: late by both, counted as in time by both, and the fact is there
        ({"handed_back": on(12), "closed": on(13), "exempt": True},
         "need_dispose dispose intime_dispose through_dispose need_archive archive intime_archive exempt"),
        (WITH_UNIT | {"due": on(25)},
         "need_dispose to_dispose intime_to_dispose through_dispose need_archive to_archive intime_to_archive"),
        # the unit is late since the 23rd, the case as a whole only from the 25th on
        (WITH_UNIT | {"due": on(23)},
         OPEN_LATE + " intime_to_archive"),
        (WITH_UNIT | {"due": on(10)},
         OPEN_LATE + " overtime_to_archive"),
        (STILL_OPEN | {"waits": "verify", "due": on(20), "handed_back": on(20)},
         "need_dispose dispose intime_dispose through_dispose need_archive to_archive overtime_to_archive"),
        ({"state": "void"}, ""),
        (NEVER_WITH_A_UNIT | {"sorted_as": "settle", "closure": "settled"}, ""),
        (NEVER_WITH_A_UNIT | {"sorted_as": "duplicate", "closure": "duplicate"}, ""),
        (NEVER_WITH_A_UNIT | {"source": "imported"}, ""),
        (WITH_UNIT | {"lead": None, "due": None, "waits": "file"}, ""),  # returned by its unit
    ],
)  # fmt: skip
def test_a_case_is_in_time_or_late_open_or_done(differs, adds):
    assert set(counted(case(**differs), among=HANDLING)) == set(adds.split())


INTAKE = tuple(indicators.INTAKE)


@pytest.mark.parametrize(
    ("differs", "adds"),
    [
        ({}, "report valid_report operate inst accurate_inst need_dispatch dispatch accurate_dispatch orders"),
        (NEVER_WITH_A_UNIT | STILL_OPEN | {"sorted_as": None}, "report to_operate"),
        (NEVER_WITH_A_UNIT | STILL_OPEN | {"sorted_as": "report", "source": "hotline", "waits": "file"},
         "report valid_report public_report valid_public_report operate to_inst"),
        (NEVER_WITH_A_UNIT | STILL_OPEN | {"number": "1", "waits": "file"},
         "report valid_report operate inst accurate_inst need_dispatch to_dispatch"),
        (NEVER_WITH_A_UNIT | {"sorted_as": "settle", "closure": "settled"},
         "report valid_report operate patrol_deal not_inst"),
        (NEVER_WITH_A_UNIT | {"sorted_as": "reject", "closure": "unfounded", "source": "online"},
         "report public_report not_operate not_inst"),
        (NEVER_WITH_A_UNIT | {"sorted_as": "duplicate", "closure": "duplicate"},
         "report duplicate not_inst"),
        ({"state": "void"},
         "report operate cancel inst need_dispatch dispatch accurate_dispatch orders"),
        ({"returns": 1, "redispatches": 1, "orders": 2},
         "report valid_report operate inst accurate_inst need_dispatch dispatch orders returns redispatches"),
        # the dispatcher took it from the first unit: that order was no more accurate than a returned one
        ({"replaced": 1, "redispatches": 1, "orders": 2},
         "report valid_report operate inst accurate_inst need_dispatch dispatch orders redispatches"),
        ({"closure": "unfounded"},
         "report operate inst accurate_inst need_dispatch dispatch accurate_dispatch orders"),
    ],
)  # fmt: skip
def test_a_report_is_sorted_filed_and_dispatched(differs, adds):
    assert set(counted(case(**differs), among=INTAKE)) == set(adds.split())


def test_amounts_are_added_up_as_they_are():
    row = case(
        passages=5, reworks=4, passes=1, fails=4, urged=3, granted=2, yellow_cards=1, red_cards=1,
        suspensions=1, set_aside=12, strip_score=88, block_score=91, satisfaction="satisfied",
        solved="yes", severity="urgent", source="media",
    )  # fmt: skip
    found = counted(row)
    assert {key: found[key] for key in found.keys() - set(HANDLING) - set(INTAKE)} == {
        "rework": 4, "rework_cases": 1, "multi_rework": 1, "rework_from_third": 2,
        "need_check": 1, "check": 1, "checks": 5, "check_passes": 1, "solved": 1,
        "urge": 3, "supervise": 1, "yellow_card": 1, "red_card": 1, "postpone": 1, "extensions": 2,
        "his_hang": 1, "suspended_days": 12, "answered": 1, "satisfied": 1, "call_answered": 1,
        "call_solved": 1, "strip_scores": 1, "strip_score_sum": 88, "block_scores": 1,
        "block_score_sum": 91,
    }  # fmt: skip
    assert found["through_dispose"] == 5
    special = [key for key in found if key.startswith(("urgent_", "special_"))]
    assert sorted(special) == [
        "special_archive", "special_intime_archive", "special_need_archive",
        "urgent_archive", "urgent_intime_archive", "urgent_need_archive",
    ]  # fmt: skip


def test_a_suspension_that_is_over_is_none():
    aside = case(**WITH_UNIT | {"state": "suspended", "until": on(24).date()})
    over = case(**WITH_UNIT | {"state": "suspended", "until": on(23).date()})
    assert (counted(aside).get("hang"), counted(over).get("hang")) == (1, None)


def test_a_duplicate_never_counts_as_solved():
    row = case(**NEVER_WITH_A_UNIT | {"sorted_as": "duplicate", "closure": "duplicate"})
    assert not {"solved", "archive", "patrol_deal", "valid_report"} & counted(row).keys()


moments = st.one_of(st.none(), st.integers(-40, 20).map(lambda days: NOW + timedelta(days=days)))
rows = st.builds(
    case,
    state=st.sampled_from(["open", "suspended", "closed", "void"]),
    closure=st.sampled_from([None, "fixed", "settled", "duplicate", "unfounded"]),
    lead=st.sampled_from([None, "chengguan"]),
    due=moments,
    handed_back=moments,
    closed=moments,
    exempt=st.booleans(),
    sorted_as=st.sampled_from([None, "report", "settle", "reject", "duplicate"]),
    number=st.sampled_from([None, "1"]),
    orders=st.integers(0, 3),
    returns=st.integers(0, 2),
    replaced=st.integers(0, 2),
)


@given(rows)
def test_the_sums_always_hold(row):
    count = {key: int(of(row, AT)) for key, of in COUNTS.items()}
    assert count["dispose"] == count["intime_dispose"] + count["overtime_dispose"]
    assert count["archive"] == count["intime_archive"] + count["overtime_archive"]
    assert count["archive"] <= count["need_archive"]
    assert sum(count[key] for key in FOUR) == count["need_archive"]  # exactly one of the four
    assert count["need_dispose"] == count["dispose"] + count["to_dispose"]
    assert count["overtime"] == count["overtime_dispose"] + count["overtime_to_dispose"]
    assert count["to_dispose"] == count["intime_to_dispose"] + count["overtime_to_dispose"]
    assert count["inst"] >= count["accurate_inst"]
    assert count["need_dispatch"] >= count["dispatch"] >= count["accurate_dispatch"]
    assert not (row.exempt and count["overtime"])


def test_every_name_has_its_definition_and_every_rate_its_counts():
    assert list(COUNTS) == list(indicators.COUNTS)
    assert not set(indicators.COUNTS) & set(indicators.RATES)
    for rate in indicators.RATES.values():
        assert {rate.part, rate.whole} <= COUNTS.keys()
        assert (rate.part in indicators.INTAKE) == (rate.whole in indicators.INTAKE)
