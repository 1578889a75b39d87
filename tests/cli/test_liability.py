"""`gridctl liability`: breaches found in the history, and both chains as of the day of each."""

import json
from pathlib import Path

import pytest

# Monday 16 November at nine, one working day: due on Tuesday at nine, to be closed two working days
# later, on Thursday at nine (office hours 8–12 and 14–18, so a working day ends where it began).
FILED = "2026-11-16T09:00:00+08:00"
DUE = "2026-11-17T09:00:00+08:00"
CLOSING = "2026-11-19T09:00:00+08:00"
LATER = "2026-11-24T16:00:00+08:00"


@pytest.fixture
def dispatched(gridctl):
    """A case that 城管 has since Monday at nine, for one working day."""

    def make(*more, limit="1 work_day"):
        asked = gridctl(
            *("--as", "p10", "collect", "桥头占道", "--grid", "qy-dh-1", "--source", "patrol"),
            "--json",
            now="2026-11-16T08:30:00+08:00",
        )
        case = json.loads(asked.out)["id"]
        gridctl("triage", case, "--category", "E0406")
        orders = ("--limit", limit, "--note", "多家", "--to", "chengguan", *more)
        assert gridctl("file", case, *orders, now=FILED).code == 0
        return case

    return make


@pytest.fixture
def did(gridctl):
    """Run a step that has to work: `did("p17", "handle", case, ..., at="17T08:00")`."""

    def run(who, *words, at):
        answer = gridctl("--as", who, *words, now=f"2026-11-{at}:00+08:00")
        assert answer.code == 0, answer.err

    return run


@pytest.fixture
def found(gridctl):
    """What liability says of a case: kind, moment, end and pardon of each breach."""

    def ask(case, now=LATER):
        answer = gridctl("liability", case, "--json", now=now)
        assert (answer.code, answer.err) == (0, "")
        return [
            (each["kind"], each["at"], each["ended"], each["pardon"])
            for each in json.loads(answer.out)["breaches"]
        ]

    return ask


def at(day):
    return f"2026-11-{day}:00+08:00"


def handed_back_and_closed(did, case, *, handled, closed):
    did("p17", "handle", case, "--note", "清理", "--done", "fixed", at=handled)
    did("p17", "feedback", case, "--told", "商户", at=handled)
    did("p11", "verify", case, "--pass", at=closed)


def test_nothing_is_a_breach_up_to_the_minute_of_the_deadline(gridctl, dispatched, did, found):
    case = dispatched()
    handed_back_and_closed(did, case, handled="17T09:00", closed="19T09:00")
    assert found(case) == []
    page = gridctl("liability", case, lang="zh", now=LATER).out
    assert page == (
        f"{case}  桥头占道\n目前没有需要追责的情形。\n查看网格责任人：gridctl grid who qy-dh-1\n"
    )
    answer = json.loads(gridctl("liability", case, "--json").out)
    assert (answer["block"], answer["strip"], answer["breaches"]) == ([], None, [])


def test_a_minute_later_both_clocks_are_breached(dispatched, did, found):
    case = dispatched()
    handed_back_and_closed(did, case, handled="17T09:01", closed="19T09:01")
    assert found(case) == [
        ("deadline", DUE, at("17T09:01"), None),
        ("closing", CLOSING, at("19T09:01"), None),
    ]


def test_what_was_never_handled_is_late_since_the_deadline_and_goes_on(dispatched, found):
    case = dispatched()
    assert found(case, now=DUE) == []
    assert found(case, now="2026-11-17T09:00:01+08:00") == [("deadline", DUE, None, None)]
    assert found(case) == [("deadline", DUE, None, None), ("closing", CLOSING, None, None)]


def test_an_extension_asked_for_in_time_and_granted_later_leaves_no_breach(dispatched, did, found):
    case = dispatched()
    did("p17", "extend", case, "--request", "--note", "雨", at="17T08:00")
    assert found(case, now=at("17T10:00")) == [("deadline", DUE, None, None)]  # not granted yet
    did("p01", "supervise", case, "yellow", at="17T10:30")
    did("p01", "extend", case, "--approve", at="17T11:00")
    # One working day more: until Wednesday at nine.
    handed_back_and_closed(did, case, handled="18T09:00", closed="18T10:00")
    assert found(case) == []


def test_a_denied_extension_moves_nothing(dispatched, did, found):
    case = dispatched()
    did("p17", "extend", case, "--request", "--note", "雨", at="17T08:00")
    did("p01", "extend", case, "--deny", "--note", "不批", at="17T11:00")
    handed_back_and_closed(did, case, handled="18T09:00", closed="18T10:00")
    assert found(case) == [("deadline", DUE, at("18T09:00"), None)]


def test_a_suspension_pauses_both_clocks(dispatched, did, found):
    case = dispatched()
    did("p17", "suspend", case, "--request", "--until", "2026-11-19", "--note", "等", at="16T17:00")
    did("p02", "suspend", case, "--approve", at="16T17:30")
    assert found(case, now=at("20T08:30")) == []
    # Worked on Monday: 9:00–12:00 and 14:00–17:30, six and a half hours of the eight; the hour and a
    # half that is left runs from Friday at eight.
    assert found(case, now=at("20T09:31")) == [("deadline", at("20T09:30"), None, None)]


def test_each_unit_answers_for_its_own_order(gridctl, dispatched, did, found):
    case = dispatched("--person", "p17")
    did("p01", "dispatch", case, "--to", "jiaojing", "--note", "职责在交警", at="17T10:00")
    # The new order runs one working day from Tuesday at ten.
    assert found(case, now=at("18T11:00")) == [
        ("deadline", DUE, at("17T10:00"), None),
        ("deadline", at("18T10:00"), None, None),
    ]
    first, second = json.loads(gridctl("liability", case, "--json").out)["breaches"][:2]
    assert [each["department"] for each in (first["strip"], second["strip"])] == [
        "chengguan",
        "jiaojing",
    ]
    assert first["strip"]["people"] == [
        {"staff": "p17", "name": "朱执", "grid": "qy-dh", "named": True, "in_post": True}
    ]
    assert second["strip"]["staff"] == ["p18"]


def test_a_return_after_the_deadline_is_late_too(dispatched, did, found):
    case = dispatched()
    did("p17", "return", case, "--note", "不归我们", at="17T09:30")
    assert found(case) == [("deadline", DUE, at("17T09:30"), None)]


def test_a_failed_verification_is_a_breach_and_the_clock_runs_on(dispatched, did, found):
    case = dispatched()
    did("p17", "handle", case, "--note", "清理", "--done", "fixed", at="16T15:00")
    did("p17", "feedback", case, "--told", "商户", at="16T15:10")
    did("p11", "verify", case, "--fail", "--note", "还在", at="17T10:00")
    did("p17", "handle", case, "--note", "再清", "--done", "fixed", at="17T11:00")
    assert found(case, now=at("17T12:00")) == [
        ("deadline", at("17T10:00"), at("17T11:00"), None),
        ("verification", at("17T10:00"), None, None),
    ]


def test_dissatisfaction_after_closing_is_a_breach_and_satisfaction_is_none(dispatched, did, found):
    case = dispatched()
    handed_back_and_closed(did, case, handled="16T15:00", closed="16T16:00")
    did("p01", "callback", case, "--satisfaction", "satisfied", at="17T09:00")
    assert found(case) == []
    did("p01", "callback", case, "--satisfaction", "unsatisfied", at="18T09:00")
    did("p01", "callback", case, "--satisfaction", "neutral", "--solved", "no", at="19T09:00")
    assert found(case) == [
        ("complaint", at("18T09:00"), None, None),
        ("complaint", at("19T09:00"), None, None),
    ]


def test_a_reopened_case_has_a_deadline_of_its_own_and_the_old_one_stays_missed(
    dispatched, did, found
):
    case = dispatched()
    handed_back_and_closed(did, case, handled="17T15:00", closed="17T16:00")
    did("p17", "appeal", case, "--note", "封路", at="18T08:00")
    did("p02", "decide", case, "--grant", at="18T08:30")
    did("p01", "reopen", case, "--note", "又摆出来了", at="18T10:00")
    # One working day anew: until Thursday at ten; the appeal pardons what was late before it only.
    assert found(case, now=at("19T10:01")) == [
        ("deadline", DUE, at("17T15:00"), "exempt"),
        ("deadline", at("19T10:00"), None, None),
    ]


def test_a_granted_appeal_pardons_the_order_that_it_was_made_under_and_no_other(
    gridctl, dispatched, did, found
):
    case = dispatched()
    handed_back_and_closed(did, case, handled="17T15:00", closed="17T16:00")
    did("p17", "appeal", case, "--note", "封路", at="18T08:00")
    did("p02", "decide", case, "--deny", at="18T08:30")
    did("p01", "reopen", case, "--note", "又摆出来了", at="18T10:00")
    handed_back_and_closed(did, case, handled="20T15:00", closed="20T16:00")
    did("p17", "appeal", case, "--note", "停电", at="23T08:00")
    did("p02", "decide", case, "--grant", at="23T08:30")
    assert found(case) == [
        ("deadline", DUE, at("17T15:00"), None),
        ("deadline", at("19T10:00"), at("20T15:00"), "exempt"),
    ]


def test_lateness_pardoned_by_an_appeal_stays_visible_and_does_not_decide(
    gridctl, dispatched, did, found
):
    case = dispatched()
    handed_back_and_closed(did, case, handled="17T15:00", closed="17T16:00")
    did("p17", "appeal", case, "--note", "封路", at="18T09:00")
    did("p02", "decide", case, "--grant", at="18T10:00")
    did("p01", "callback", case, "--satisfaction", "unsatisfied", at="20T09:00")
    assert found(case) == [
        ("deadline", DUE, at("17T15:00"), "exempt"),
        ("complaint", at("20T09:00"), None, None),
    ]
    answer = json.loads(gridctl("liability", case, "--json").out)
    assert answer["block"] == answer["breaches"][1]["block"]
    assert "1. 处置超期  2026-11-17 09:00  申诉成立，不计\n   单位 2026-11-17 15:00 交出\n" in (
        gridctl("liability", case, lang="zh").out
    )


def test_a_denied_appeal_pardons_nothing_and_a_void_case_counts_nothing(dispatched, did, found):
    case = dispatched()
    handed_back_and_closed(did, case, handled="17T15:00", closed="17T16:00")
    did("p17", "appeal", case, "--note", "封路", at="18T09:00")
    did("p02", "decide", case, "--deny", at="18T10:00")
    assert found(case) == [("deadline", DUE, at("17T15:00"), None)]


def test_of_a_void_case_nothing_counts(dispatched, did, found):
    case = dispatched()
    did("p01", "void", case, "--note", "重复录入", at="17T15:00")
    assert found(case) == [("deadline", DUE, at("17T15:00"), "void")]


def test_several_cases_and_an_unknown_one(gridctl, dispatched):
    case = dispatched()
    answer = gridctl("liability", case, case, "--json")
    assert [each["id"] for each in json.loads(answer.out)] == [case, case]
    assert gridctl("liability", "zzzzz").code == 10
    assert gridctl("liability").code == 2


def test_an_unrecorded_edit_is_warned_of(gridctl, dispatched, ledger_folder: Path):
    case = dispatched()
    with (ledger_folder / "staff.yaml").open("a", encoding="utf-8") as file:
        file.write("# 看过\n")
    assert "staff.yaml was edited" in gridctl("liability", case).err
