"""What a paper says as time goes on: a rest that ends, reminders to another, cards lifted, an end."""

import pytest


@pytest.fixture
def rested(ordered):
    """A case put aside until 2026-11-25, before its deadline or after it; and supervised."""

    def put_aside(now):
        words = ("--until", "2026-11-25", "--note", "待施工", "--as", "p17")
        ordered("suspend", "--request", *words, now=f"{now}:15")
        ordered("suspend", "--approve", "--as", "p02", now=f"{now}:30")
        ordered("supervise", "yellow", "--as", "p02", now=f"{now}:45")
        return ordered.ending

    return put_aside


def plain(answer):
    """The answer without its folding."""
    assert answer.code == 0, answer.err
    return "".join(answer.out.split())


def test_while_it_is_put_aside_nobody_is_pressed(rested, paper):
    ending = rested("20T10")
    order, card = (plain(paper(ending, form, day="25")) for form in ("dispatch", "supervise"))
    assert "现挂账至2026-11-25，其间不要求办理；恢复办理后，请按到期时间办结" in order
    assert "本案已挂账至2026-11-25，请单位负责人书面报告挂账原因的解决情况" in card
    assert "抓紧办理" not in order + card
    assert "按时限办结" not in order
    english = " ".join(paper(ending, "supervise", day="25", lang="en").out.split())
    assert "It is put aside until 2026-11-25. The head of the unit is to report" in english
    order = " ".join(paper(ending, "dispatch", day="25", lang="en").out.split())
    assert "it is put aside until 2026-11-25, and nothing is" in order


@pytest.mark.parametrize("now", ["20T10", "20T13"])
def test_the_day_after_it_is_awake_on_every_paper(rested, paper, now):
    ending = rested(now)
    assert paper(ending, "urge", day="25").code == 20
    assert paper(ending, "urge", day="26").code == 0
    for form in ("dispatch", "urge", "supervise", "dossier"):
        out = plain(paper(ending, form, day="26"))
        assert "期限暂停计算" not in out
    assert "办理状态挂账（问题处理）" in plain(paper(ending, "dossier", day="25"))
    assert "办理状态在办（问题处理）" in plain(paper(ending, "dossier", day="26"))
    assert "抓紧办理" in plain(paper(ending, "supervise", day="26"))


# The deadline is 12:00 on the 20th.
@pytest.mark.parametrize(("now", "late"), [("20T10", False), ("20T13", True)])
def test_being_late_is_not_forgotten_by_putting_aside(rested, paper, now, late):
    ending = rested(now)
    said = "期限情况        挂账至 2026-11-25，期限暂停计算" + ("；挂账前已超期" if late else "")
    assert f"{said}\n" in paper(ending, "supervise", day="25").out
    english = paper(ending, "supervise", day="25", lang="en").out
    assert ("it was past due before" in " ".join(english.split())) == late


def test_a_reminder_to_the_unit_before_is_not_counted_against_the_next(ordered, paper):
    ordered("urge", now="20T11:00")
    ordered("supervise", "yellow", "--as", "p02", now="20T11:10")
    ordered("dispatch", "--to", "huanbao", "--note", "归环保", now="20T11:30")
    code, out, err = paper(ordered.ending, "urge", day="20")
    assert (code, "此前未作催办记录" in out.replace("\n", ""), "本次催办" in out) == (
        0,
        True,
        False,
    )
    assert err == f"注意：{ordered.ending} 还没有催办记录；请补记：gridctl urge {ordered.ending}\n"
    assert "催办次数        0\n" in paper(ordered.ending, "supervise", day="20").out
    ordered("urge", "--note", "快办", now="21T09:00")
    out = paper(ordered.ending, "urge", day="21").out
    assert "本次催办        第 1 次：快办（赵一 2026-11-21 09:00）\n" in out
    assert "此前催办" not in out


def test_a_reopened_case_is_reminded_anew(ordered, paper):
    ordered("urge", now="20T10:20")
    ordered("handle", "--note", "清", "--done", "fixed", "--as", "p17", now="20T10:30")
    ordered("feedback", "--told", "商户", "--satisfaction", "satisfied", now="20T10:40")
    ordered("verify", "--pass", "--as", "p10", now="20T10:50")
    ordered("reopen", "--note", "又占了", now="23T09:00")
    assert "此前未作催办记录" in plain(paper(ordered.ending, "urge", day="23"))
    ordered("urge", now="24T09:00")
    assert "本次为第1次催办" in plain(paper(ordered.ending, "urge", day="24"))


@pytest.mark.parametrize(
    ("words", "count"), [((), 1), (("escalate", "--as", "p08"), 0), (("note", "去看过"), 1)]
)
def test_a_grid_is_reminded_for_itself(collected, gridctl, paper, words, count):
    ending = collected()
    assert gridctl("urge", ending).code == 0
    if words:
        answer = gridctl(words[0], ending, *words[1:])
        assert answer.code == 0, answer.err
    out = plain(paper(ending, "urge"))
    assert f"本次为第{count}次催办" in out if count else "此前未作催办记录" in out


@pytest.mark.parametrize("ends", [("lift",), ()])
def test_cards_of_an_earlier_supervision_are_over(ordered, paper, ends):
    ordered("supervise", "yellow", "--as", "p02", now="20T10:10")
    if ends:
        ordered("supervise", *ends, "--as", "p02", now="20T10:20")
    ordered("supervise", "red", "--as", "p02", now="20T10:30")
    out = paper(ordered.ending, "supervise", day="20").out
    assert ("此前级别" in out) == (not ends)


def test_so_are_those_of_a_case_that_was_void(ordered, paper):
    ordered("supervise", "yellow", "--as", "p02", now="20T10:10")
    ordered("void", "--note", "误立", now="20T10:20")
    ordered("reopen", "--note", "属实", now="20T10:30")
    ordered("supervise", "red", "--as", "p02", now="20T10:40")
    assert "此前级别" not in paper(ordered.ending, "supervise", day="20").out


def period(answer):
    """From and to, as the cover has them."""
    return next(line for line in answer.out.splitlines() if line.startswith("起止日期"))[4:].strip()


def test_a_dossier_ends_with_what_ended_the_case(ordered, paper):
    assert period(paper(ordered.ending, "dossier", day="20")) == "2026-11-20 –"
    ordered("handle", "--note", "清", "--done", "fixed", "--as", "p17", now="20T10:30")
    ordered("feedback", "--told", "商户", "--satisfaction", "satisfied", now="20T10:40")
    ordered("verify", "--pass", "--as", "p10", now="21T10:50")
    ordered("evaluate", "--strip", "80", "--block", "95", now="23T09:00")
    assert period(paper(ordered.ending, "dossier")) == "2026-11-20 – 2026-11-21"
    ordered("reopen", "--note", "又占了", now="23T10:00")
    assert period(paper(ordered.ending, "dossier")) == "2026-11-20 –"
    ordered("void", "--note", "误报", now="23T11:00")
    ordered("note", "归档", now="24T09:00")
    assert period(paper(ordered.ending, "dossier")) == "2026-11-20 – 2026-11-23"
