"""What a paper says of a case that did not go straight: another deadline, other units, an end."""

import pytest


@pytest.fixture
def founded():
    return "2026-11-01T08:00:00+08:00"


def rows(answer):
    """Label and value of every row that stands on one line."""
    assert answer.code == 0, answer.err
    pairs = (line.split("  ", 1) for line in answer.out.splitlines() if "  " in line.strip())
    return {label: value.strip() for label, value in pairs if label}


def test_an_order_with_nobody_named_leaves_room(ordered, paper):
    assert set(rows(paper(ordered.ending, "dispatch", day="20"))["承办人"]) == {"_"}


def test_where_nobody_reported_nobody_is_to_be_told(ordered, paper):
    out = paper(ordered.ending, "dispatch", day="20").out
    assert "反映人          未登记\n是否保密        否\n是否回复        否\n主办单位" in out
    assert "答复人" not in out


def test_an_extension_explains_the_deadline(ordered, paper):
    # Once more the limit, two urgent hours, from 12:00 on: 14:00.
    ordered("extend", "--request", "--note", "等吊车", "--as", "p17", now="20T10:30")
    ordered("extend", "--approve", now="20T11:00")
    found = rows(paper(ordered.ending, "dispatch", day="20"))
    assert found["到期时间"] == "2026-11-20 14:00"
    assert found["期限变动"] == "2026-11-20 11:00 延期，改为 2026-11-20 14:00：等吊车"
    english = rows(paper(ordered.ending, "urge", day="20", lang="en"))
    assert english["deadline moved"] == "2026-11-20 11:00 extended, now 2026-11-20 14:00: 等吊"


def test_a_suspension_explains_the_deadline(ordered, paper):
    # One hour and a half was left at 10:30; from the midnight after the 25th on, urgent hours run.
    words = ("--until", "2026-11-25", "--note", "待施工", "--as", "p17")
    ordered("suspend", "--request", *words, now="20T10:15")
    ordered("suspend", "--approve", "--as", "p02", now="20T10:30")
    found = rows(paper(ordered.ending, "dispatch", day="24"))
    assert found["期限变动"] == "2026-11-20 10:30 挂账，改为 2026-11-26 01:30：待施工"
    assert found["期限情况"] == "挂账至 2026-11-25，期限暂停计算"


def test_a_reopened_case_is_ordered_anew(ordered, paper, gridctl):
    ordered("handle", "--note", "清", "--done", "fixed", "--as", "p17", now="20T10:30")
    ordered("feedback", "--told", "商户", "--satisfaction", "satisfied", now="20T10:40")
    ordered("verify", "--pass", "--as", "p10", now="20T10:50")
    ordered("reopen", "--note", "又占了", now="23T09:00")
    out = paper(ordered.ending, "dispatch", day="23").out
    assert "期限变动        2026-11-23 09:00 重启，改为 2026-11-23 11:00：又占了\n" in out
    assert "补印" not in out


def test_units_that_joined_are_addressed_with_what_was_said(ordered, paper):
    ordered("assist", "--unit", "jiaojing", "--note", "请配合", now="20T10:30")
    out = paper(ordered.ending, "dispatch", day="20").out
    assert "城管执法中队、交警大队：" in out
    assert "增加协办        交警大队：请配合（赵一 2026-11-20 10:30）\n" in out


def test_an_earlier_return_stands_on_the_new_order(ordered, paper):
    ordered("return", "--note", "不归我管", "--as", "p17", now="20T10:30")
    ordered("dispatch", "--to", "huanbao", now="20T11:00")
    found = rows(paper(ordered.ending, "dispatch", day="20"))
    assert found["退回意见"] == "不归我管（朱执 2026-11-20 10:30）"
    assert "期限变动" not in found


def test_a_category_corrected_since_is_told_apart_from_that_of_the_filing(ordered, paper):
    ordered("correct", "--field", "category", "--new", "E0404", "--note", "写错", now="20T10:30")
    out = paper(ordered.ending, "dispatch", day="20").out
    assert "街面秩序 › E0404" in out
    assert "立案类别        E0406 占道经营（类别在立案后更正过" in out
    assert "立案条件        占用道路、桥面或广场摆摊经营\n" in out


def test_the_order_of_a_finished_case_is_a_copy(ordered, paper):
    ordered("handle", "--note", "清", "--done", "fixed", "--as", "p17", now="20T10:30")
    code, out, err = paper(ordered.ending, "dispatch", day="20")
    assert code == 0
    assert err == f"注意：{ordered.ending} 的承办单位已办理完毕，本次打印的交办单为补印件。\n"
    assert "案件交办单（补印）" in out
    assert "本单为补印，仅供存档" in out
    assert "办理状态        在办（结果反馈）\n" in out
    assert "回执" not in out
    english = paper(ordered.ending, "dispatch", day="20", lang="en")
    assert "Case order (copy)" in english.out
    assert "has done its part; the order is a copy for the file." in english.err


def test_a_case_named_twice_is_printed_once(ordered, paper):
    assert "\f" not in paper(ordered.ending, "dispatch", ordered.ending, day="20").out


def test_a_reminder_before_the_deadline_goes_to_no_leader(ordered, paper, gridctl):
    gridctl("urge", ordered.ending, now="2026-11-20T10:30:00+08:00")
    early = gridctl(
        "print", ordered.ending, "--form", "urge", now="2026-11-20T11:00:00+08:00", lang="zh"
    )
    assert "今日12:00到期；本次为第1次催办" in "".join(early.out.split())
    assert "应在到期前申请延期" in early.out
    assert "抄送" not in early.out
    same_day = paper(ordered.ending, "urge", day="20").out
    assert "今日 12:00 已到期" in same_day
    assert "书面说明未按期办结的原因" in same_day
    assert "抄送" not in same_day
    assert "抄送领导        孔分\n" in paper(ordered.ending, "urge", day="21").out


def test_a_grid_that_has_the_case_is_reminded_and_supervised(collected, gridctl, paper):
    ending = collected()
    gridctl("urge", ending)
    gridctl("supervise", ending, "yellow", "--as", "p02")
    for form in ("urge", "supervise"):
        out = paper(ending, form).out
        assert "\n东河北片：\n" in out
        assert "承办网格        东河北片\n" in out
        assert "期限情况        尚未派遣，期限未起算\n" in out
        assert "主办单位" not in out
        assert "到期时间" not in out
    assert "请尽快梳理上报" in paper(ending, "urge").out
    assert "请网格长牵头" in paper(ending, "supervise").out.replace("\n", "")


def test_a_paper_of_the_past_is_the_same_whenever_it_is_printed(ordered, paper):
    ordered("urge", now="21T09:00")
    first, later = (
        paper(ordered.ending, "urge", "--as-of", "2026-11-22", day=day) for day in ("24", "30")
    )
    assert first == later
    assert "期限情况        已超期 2 天\n" in first.out
    assert "2026年11月22日" in first.out


def test_a_deadline_beyond_the_known_plans_is_called_provisional(collected, gridctl, paper):
    # Two working days from Thursday 31 December on; no plan for 2027 is known.
    ending = collected()
    gridctl("triage", ending, "--category", "E0406", now="2026-12-31T09:00:00+08:00")
    words = ("--limit", "2 work_day", "--note", "商户多", "--to", "城管")
    filed = gridctl("file", ending, *words, now="2026-12-31T10:00:00+08:00")
    assert filed.code == 0, filed.err
    now = "2026-12-31T11:00:00+08:00"
    out = gridctl("print", ending, "--form", "dispatch", now=now, lang="zh").out
    assert "到期时间        2027-01-04 10:00（期限暂定）\n" in out


def test_where_no_unit_has_the_case_its_grid_signs(collected, gridctl, paper):
    ending = collected()
    gridctl("urge", ending)
    gridctl("supervise", ending, "yellow", "--as", "p02")
    for form in ("urge", "supervise"):
        out = paper(ending, form).out
        receipt = out[out.index("签收\n") :].splitlines()[2:5]
        assert [line.split("  ")[0] for line in receipt] == ["单位", "东河北片", ""]


def test_a_paper_speaks_the_catalogue_that_the_case_was_filed_under(
    collected, gridctl, ledger_folder, paper
):
    added = gridctl(
        *("catalogue", "add", "E0497", "--zh", "占道晾晒", "--en", "Drying grain", "--word", "晾晒"),
        *("--filing", "占道晾晒粮食", "--closing", "已收起", "--limit", "3天"),
    )  # fmt: skip
    assert added.code == 0, added.err
    ending = collected()
    for words in (("triage", ending, "--category", "E0497"), ("file", ending, "--to", "城管")):
        assert gridctl(*words).code == 0
    file = ledger_folder / "catalogue.yaml"
    text = file.read_text(encoding="utf-8")
    for was, becomes in (("占道晾晒粮食", "晾晒两小时以上"), ("已收起", "已劝离"),
                         ("zh: 占道晾晒\n", "zh: 路面晾晒\n"), ("version: 1", "version: 2")):  # fmt: skip
        assert was in text
        text = text.replace(was, becomes)
    file.write_text(text, encoding="utf-8")
    recorded = gridctl("record")
    assert recorded.code == 0, recorded.err
    found = rows(paper(ending, "dispatch"))
    assert found["类别"].endswith("E0497 占道晾晒")
    assert (found["立案条件"], found["结案条件"]) == ("占道晾晒粮食", "已收起")
