"""Late under the present order: appeals, counts, `why` and liability say the same of a case."""

import json

import pytest

# Monday 16 November at nine, one working day: due on Tuesday at nine, to be closed two working days
# later, on Thursday at nine.
LATE = {"handled": "17T15:00", "closed": "17T16:00"}


@pytest.fixture
def did(gridctl):
    """Run a step that has to work: `did("p17", "handle", case, ..., at="17T08:00")`."""

    def run(who, *words, at):
        answer = gridctl("--as", who, *words, now=f"2026-11-{at}:00+08:00")
        assert answer.code == 0, answer.err
        return answer

    return run


@pytest.fixture
def finish(did):
    """Hand back and close."""

    def run(case, *, handled, closed):
        did("p17", "handle", case, "--note", "清理", "--done", "fixed", at=handled)
        did("p17", "feedback", case, "--told", "商户", at=handled)
        did("p11", "verify", case, "--pass", at=closed)

    return run


@pytest.fixture
def case(did):
    """A case that 城管 has since Monday at nine."""
    words = ("collect", "桥头占道", "--grid", "qy-dh-1", "--source", "patrol", "--json")
    found = json.loads(did("p10", *words, at="16T08:30").out)["id"]
    did("p01", "triage", found, "--category", "E0406", at="16T08:31")
    limit = ("--limit", "1 work_day", "--note", "多家")
    did("p01", "file", found, *limit, "--to", "chengguan", at="16T09:00")
    return found


@pytest.fixture
def numbers(gridctl):
    """The counts of a ledger that has this one case, of those asked about."""

    def run(*wanted, now):
        told = gridctl("report", "counts", "2026-11", "--json", now=f"2026-11-{now}:00+08:00")
        rows = json.loads(told.out)["sections"][0]["rows"]
        found = {row["key"]: row["number"] for row in rows}
        return [found[key] for key in wanted]

    return run


def pardoned(did, finish, case):
    """Late by six hours, which an appeal pardons; reopened on Wednesday at ten, until Thursday."""
    finish(case, **LATE)
    did("p17", "appeal", case, "--note", "封路", at="18T08:00")
    did("p02", "decide", case, "--grant", at="18T08:30")
    did("p01", "reopen", case, "--note", "又摆出来了", at="18T10:00")


def test_a_pardon_is_for_one_order_and_later_lateness_counts(gridctl, did, finish, numbers, case):
    pardoned(did, finish, case)
    assert numbers("overtime", "exempt", now="19T10:00") == [0, 0]
    finish(case, handled="20T10:00", closed="20T11:00")
    counts = ("overtime", "overtime_dispose", "exempt", "intime_archive")
    assert numbers(*counts, now="20T12:00") == [1, 1, 0, 1]
    assert json.loads(gridctl("show", case, "--json").out)["exempt"] is False
    did("p17", "appeal", case, "--note", "停电", at="23T08:00")
    did("p02", "decide", case, "--grant", at="23T09:00")
    assert numbers(*counts, now="23T10:00") == [0, 0, 1, 1]
    refused = gridctl("--as", "p17", "appeal", case, "--note", "再申", lang="zh")
    assert (refused.code, "每次派遣、改派、重启后各一次" in refused.err) == (20, True)


def test_what_was_late_before_a_reopening_is_no_longer_appealed(
    gridctl, did, finish, numbers, case
):
    finish(case, **LATE)
    did("p01", "reopen", case, "--note", "又摆出来了", at="18T10:00")
    finish(case, handled="18T15:00", closed="18T16:00")
    assert numbers("overtime", "intime_dispose", now="20T09:00") == [0, 1]
    refused = gridctl("--as", "p17", "appeal", case, "--note", "封路", lang="zh")
    assert (refused.code, "没有超期" in refused.err) == (20, True)
    assert "gridctl appeal" not in gridctl("show", case).out
    told = json.loads(gridctl("why", case, "--json").out)
    assert (told["late"], told["overrun"], told["pardoned"]) == (False, False, False)
    # The first order's stays where it was, and goes by its own deadline.
    breaches = json.loads(gridctl("liability", case, "--json").out)["breaches"]
    assert [(b["kind"], b["pardon"]) for b in breaches] == [("deadline", None)]


def test_what_a_unit_returned_late_is_left_to_liability(gridctl, did, numbers, case):
    did("p17", "return", case, "--note", "不归我们", at="17T09:30")
    assert numbers("need_dispose", "overtime", now="17T10:00") == [0, 0]
    breaches = json.loads(gridctl("liability", case, "--json").out)["breaches"]
    assert [b["kind"] for b in breaches] == ["deadline"]


def test_why_tells_when_it_was_handed_back_and_what_was_pardoned(gridctl, did, finish, case):
    finish(case, handled="17T15:00", closed="19T09:01")
    page = gridctl("why", case, lang="zh", now="2026-11-23T09:00:00+08:00").out
    clocks = (
        "单位时限：2026-11-17 15:00 交出，超期\n"
        "全案时限：应于 2026-11-19 09:00 前结案，2026-11-19 09:01 已结案，超期\n"
    )
    assert clocks + "主办单位" in page
    did("p17", "appeal", case, "--note", "封路", at="23T09:00")
    did("p02", "decide", case, "--grant", at="23T09:30")
    assert clocks + "申诉成立，超期不计。\n主办单位" in gridctl("why", case, lang="zh").out
    assert (
        "Unit's clock: handed back at 2026-11-17 15:00, overdue\n"
        "Clock of the case: to be closed by 2026-11-19 09:00, closed at 2026-11-19 09:01, overdue\n"
        "The appeal was granted: what is late is not counted.\n"
    ) in gridctl("why", case).out
    told = json.loads(gridctl("why", case, "--json").out)
    assert (told["late"], told["overrun"], told["pardoned"]) == (True, True, True)
    assert told["handed_back"] == "2026-11-17T15:00:00+08:00"


def test_a_case_suspended_when_it_is_late_has_its_deadlines_where_they_were(
    gridctl, did, numbers, case
):
    until = ("--until", "2026-11-27", "--note", "等")
    did("p17", "suspend", case, "--request", *until, at="17T10:00")
    did("p02", "suspend", case, "--approve", at="17T10:30")
    breaches = json.loads(
        gridctl("liability", case, "--json", now="2026-11-20T09:00:00+08:00").out
    )["breaches"]
    assert [(b["kind"], b["at"][8:16]) for b in breaches] == [
        ("deadline", "17T09:00"),
        ("closing", "19T09:00"),
    ]
    assert numbers("overtime_to_dispose", "overtime_to_archive", now="20T09:00") == [1, 1]
