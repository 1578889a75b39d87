"""What has passed in somebody's attendance is another's to enter and to mend, a dispatcher's."""

import json

import pytest

SICK = ("--kind", "sick")
LEAVE = {
    "en": (
        "Refused by the rule J11: 2026-11-23 is over: nobody takes leave for days that have passed.\n"
        "Take it from today on, or ask a dispatcher, not yourself, to enter it: "
        "gridctl sign leave --for p10 --since 2026-11-23 --until 2026-11-25 --kind sick\n"
    ),
    "zh": (
        "按规则 J11 不予办理：2026-11-23 已经过去，本人不能补假。\n"
        "请从今天起请假，或请本人以外的派遣员补录："
        "gridctl sign leave --for p10 --since 2026-11-23 --until 2026-11-25 --kind sick\n"
    ),
}
CORRECTION = {
    "en": (
        "Refused by the rule J11: Entry 1 is of your own attendance, which you cannot correct yourself.\n"
        "Ask another dispatcher: gridctl sign correct p22 1 --reason TEXT, with --to TIME or --strike\n"
    ),
    "zh": (
        "按规则 J11 不予办理：第 1 条是本人的考勤，本人不能更正。\n"
        "请另一名派遣员更正：gridctl sign correct p22 1 --reason 理由，另加 --to 时间或 --strike\n"
    ),
}


@pytest.fixture
def clone_of(sealed_world):
    """The clone is somebody else's from here on."""

    def give(staff):
        (sealed_world / ".gitconfig").write_text(
            f"[user]\n\tname = {staff}\n\temail = {staff}@example.org\n"
        )

    return give


def correct(gridctl, *words, **fixed):
    """p22 dispatches 西山 (qy-xs), p01 the whole office (qy)."""
    return gridctl("sign", "correct", "p22", "1", "--reason", "看错", *words, **fixed)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nobody_takes_leave_for_days_that_have_passed(gridctl, clone_of, lang):
    clone_of("p10")
    leave = ("sign", "leave", "--since", "2026-11-23", "--until", "2026-11-25", *SICK)
    assert gridctl(*leave, lang=lang) == (20, "", LEAVE[lang])


@pytest.mark.parametrize(
    ("since", "code"), [("2026-11-23", 20), ("2026-11-24", 0), ("2026-11-25", 0)]
)
def test_leave_is_taken_no_later_than_its_first_day(gridctl, clone_of, since, code):
    clone_of("p10")
    answer = gridctl("sign", "leave", "--since", since, *SICK, now="2026-11-24T23:55:00+08:00")
    assert answer.code == code


def test_a_leave_entered_as_of_an_earlier_day_is_still_of_the_past(gridctl, clone_of):
    clone_of("p10")
    leave = ("sign", "leave", "--since", "2026-11-02", "--until", "2026-11-06", *SICK)
    assert "J11" in gridctl(*leave, "--at", "2026-11-01 09:00").err


def test_a_dispatcher_enters_the_past_of_others_and_not_his_own(gridctl, clone_of):
    leave = ("sign", "leave", "--since", "2026-11-02", *SICK)
    came = ("sign", "in", "--at", "2026-11-03 08:00")
    assert gridctl(*leave, "--for", "p10,p22").code == 0
    assert gridctl(*came, "--for", "p10,p22").code == 0
    assert "J11" in gridctl(*leave).err
    own = gridctl(*came)
    assert own.err.endswith(
        "or ask a dispatcher, not yourself, to enter it: gridctl sign in --for p01 --at TIME\n"
    )
    clone_of("p22")
    assert "J11" in gridctl("sign", "in", "--at", "2026-11-04 08:00").err
    gone = gridctl("sign", "out", "--at", "2026-11-03 17:00")
    assert gone.err.endswith("gridctl sign out --for p22 --at TIME\n")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_dispatcher_does_not_correct_his_own_attendance(gridctl, clone_of, lang):
    gridctl("sign", "in", "--for", "p22", now="2026-11-24T08:40:00+08:00")
    clone_of("p22")
    assert correct(gridctl, "--to", "08:00", lang=lang) == (20, "", CORRECTION[lang])


def test_neither_by_another_name_nor_by_anothers_hand(gridctl, clone_of):
    gridctl("sign", "leave", "--for", "p22", "--since", "2026-11-02", *SICK)
    assert "J11" in correct(gridctl, "--strike", "--as", "p22").err
    clone_of("p22")
    assert "J11" in correct(gridctl, "--strike", "--as", "p01").err
    clone_of("p01")
    assert correct(gridctl, "--strike").code == 0


def test_a_line_written_by_hand_is_held_to_it_too(gridctl, ledger_folder):
    gridctl("sign", "in", now="2026-11-24T08:40:00+08:00")
    path = ledger_folder / "journal/2026/11/p01.yaml"
    path.write_text(
        path.read_text("utf-8")
        + "- {n: 2, did: corrected, at: 2026-11-24T09:00:00+08:00, by: p01, entry: 1, "
        "old: 2026-11-24T08:40:00+08:00, new: 2026-11-24T08:00:00+08:00, reason: x}\n",
        encoding="utf-8",
    )
    assert "J11" in gridctl("record", now="2026-11-24T09:00:00+08:00").err


def test_a_dispatcher_takes_out_work_that_he_noted_down_wrongly(gridctl):
    gridctl("journal", "add", "visit", "--households", "120")
    assert gridctl("sign", "correct", "p01", "1", "--strike", "--reason", "12 户").code == 0


@pytest.fixture
def moved(gridctl):
    """卫冬 (p12) was a patroller of 西山 up to 10 November, and is one of 东河 since."""
    gridctl("staff", "leave", "p12", "--until", "2026-11-10")
    post = ("staff", "post", "p12", "--grid", "qy-dh-1", "--role", "patroller")
    assert gridctl(*post, "--since", "2026-11-11").code == 0


@pytest.mark.usefixtures("moved")
def test_a_journal_is_kept_by_the_dispatchers_of_its_month(gridctl, clone_of):
    clone_of("p22")
    # The month of the change is of both, the one after it no more of 西山.
    assert gridctl("sign", "in", "--for", "p12", "--at", "2026-10-30 08:00").code == 0
    assert gridctl("sign", "in", "--for", "p12", "--at", "2026-11-24 08:00").code == 0
    later = gridctl("sign", "in", "--for", "p12", now="2026-12-01T08:00:00+08:00")
    assert (later.code, "R03" in later.err) == (20, True)
    strike = ("sign", "correct", "p12", "1", "--strike", "--reason", "x")
    assert gridctl(*strike, "--month", "2026-10").code == 0
    clone_of("p01")
    assert gridctl("sign", "in", "--for", "p12", now="2026-12-01T08:00:00+08:00").code == 0
    clone_of("p22")
    assert "J03" in gridctl(*strike, "--month", "2026-12").err


@pytest.mark.usefixtures("moved")
def test_a_leave_is_entered_by_who_keeps_each_month_of_it(gridctl):
    leave = ("sign", "leave", "--for", "p12", "--since", "2026-11-27", *SICK)
    both = gridctl(*leave, "--until", "2026-12-02", "--as", "p22")
    assert (both.code, "R03" in both.err) == (20, True)
    assert gridctl(*leave, "--until", "2026-11-30", "--as", "p22").code == 0


@pytest.mark.usefixtures("moved")
def test_attendance_is_listed_in_the_grids_of_the_posts_held_then(gridctl):
    """Leave across the change, gone in each of the grids, and a correction of either."""
    for day in ("09", "12"):
        for way, clock in (("in", "08:00"), ("out", "17:00")):
            at = ("--at", f"2026-11-{day} {clock}")
            assert gridctl("sign", way, "--for", "p12", *at).code == 0
    span = ("--since", "2026-11-10", "--until", "2026-11-11")
    gridctl("sign", "leave", "--for", "p12", *span, *SICK)
    gridctl("sign", "correct", "p12", "4", "--to", "17:30", "--reason", "看错")

    def listed(kind, grid):
        found = gridctl("journal", "list", "--kind", kind, "--grid", grid, "--json")
        return [each["n"] for each in json.loads(found.out)]

    kinds = ("sign-in", "sign-out", "leave", "correction")
    assert [listed(kind, "qy-xs") for kind in kinds] == [[1], [2], [5], []]
    assert [listed(kind, "qy-dh") for kind in kinds] == [[3], [4], [5], [6]]
    assert [listed(kind, "qy-dh-2") for kind in kinds] == [[], [], [], []]
