"""Who may mark and exempt whom, and for when: the same by command and by hand."""

import subprocess

import pytest

METHOD = """\
format: 1
version: 1
weights: {block: 60, strip: 40}
profiles:
- of: unit
  terms:
  - {id: team, zh: 队伍评分, expression: mark(team), weight: 60}
- of: grid
  levels: [1, 2, 3, 4]
  terms:
  - {id: team, zh: 队伍评分, expression: mark(team), weight: 60}
"""
DONE = "2026-11"


@pytest.fixture
def scoring(gridctl, ledger_folder):
    """scoring.yaml with the method and no marks, recorded; gives what writes it with more lines."""
    path = ledger_folder / "scoring.yaml"
    path.write_text(METHOD)
    assert gridctl("record").code == 0

    def write(*lines):
        path.write_text(METHOD + "".join(f"{line}\n" for line in lines))

    return write


@pytest.fixture
def works_here(ledger_folder):
    """Says who the clone's git identity is."""

    def become(person):
        address = f"{person}@example.org"
        subprocess.run(["git", "config", "user.email", address], cwd=ledger_folder, check=True)

    return become


def given(of, by="p02", period=DONE, score=90):
    return f"- {{period: {period}, of: {of}, name: team, score: {score}, by: {by}, note: 好}}"


def test_who_types_is_not_of_the_unit_either(gridctl, scoring):
    refused = gridctl(
        "appraisal", "mark", "qy", "team", "99", "--note", "好", "--by", "p17", lang="zh"
    )
    assert refused == (
        20,
        "",
        "按规则 A06 不予办理：赵一（p01）是青云街道的人，不能给它打分。\n请由别的单位有权改设置的人入账。\n",
    )  # fmt: skip
    scoring("marks:", given("qy", by="p17"))
    assert gridctl("record", lang="zh").err == refused.err
    scoring("marks:", given("chengguan"))
    assert gridctl("record").code == 0


def test_a_mark_of_ones_own_unit_is_not_taken_out_or_changed_by_its_people(
    gridctl, scoring, works_here, ledger_folder
):
    posts = ledger_folder / "staff.yaml"
    had = posts.read_text()
    posts.write_text(had.replace("home: chengguan, email: p17@example.org, kind: enforcement, posts: [",
        "home: chengguan, email: p17@example.org, kind: enforcement, posts: [{grid: qy, role: dispatcher, since: 2012-05-01}, "))  # fmt: skip
    scoring("marks:", given("chengguan", score=40), given("jiaojing", score=50))
    assert gridctl("record").code == 0
    works_here("p17")
    scoring("marks:", given("jiaojing", score=50))
    taken = gridctl("record")
    scoring("marks:", given("chengguan", score=95), given("jiaojing", score=50))
    changed = gridctl("record")
    for refused in (taken, changed):
        assert (refused.code, "朱执 (p17) is of 城管执法中队" in refused.err) == (20, True)
    # The order of the marks is nobody's advantage, and another unit's mark may be mended.
    scoring("marks:", given("jiaojing", score=55), given("chengguan", score=40))
    assert gridctl("record").code == 0


def test_whoever_leaves_a_unit_does_not_mark_it_in_the_same_edit(gridctl, scoring, ledger_folder):
    path = ledger_folder / "staff.yaml"
    path.write_text(
        path.read_text().replace("name: 尤巡, home: chengguan", "name: 尤巡, home: huanbao")
    )
    scoring("marks:", given("chengguan", by="p19"))
    refused = gridctl("record")
    assert (refused.code, "尤巡 (p19) is of 城管执法中队" in refused.err) == (20, True)


@pytest.mark.parametrize(
    ("by", "code"),
    [("p23", 20), ("p16", 20), ("p14", 0), ("p15", 20), ("p13", 0)],
)
def test_who_gives_a_mark_has_a_post_on_the_day(gridctl, scoring, by, code):
    """It is 24 November: p23 never had one, p16 until yesterday, p14 until today, p15 from tomorrow,
    p13 from today.
    """
    words = ("appraisal", "mark", "jiaojing", "team", "90", "--period", DONE, "--note", "好")
    now = "2026-11-24T15:00:00+08:00"
    answer = gridctl(*words, "--by", by, now=now)
    scoring("marks:", given("jiaojing", by=by, score=91))
    recorded = gridctl("record", now=now)
    assert (answer.code, recorded.code) == (code, code), answer.err
    assert ("R02" in answer.err) == bool(code)


def test_a_mark_given_before_stays_when_its_giver_leaves(gridctl, scoring):
    scoring("marks:", given("chengguan", by="p14"))
    assert gridctl("record", now="2026-11-24T15:00:00+08:00").code == 0
    scoring("marks:", given("chengguan", by="p14"), given("jiaojing"))
    assert gridctl("record", now="2026-11-25T15:00:00+08:00").code == 0


@pytest.mark.parametrize(("of", "code"), [("qy", 20), ("chengguan", 0)])
def test_nobody_exempts_his_own_unit_or_ends_its_exemption(gridctl, scoring, works_here, of, code):
    exempt = ("exemptions:", f"- {{of: {of}, until: 2026-12-31, reason: 机构改革}}")
    scoring(*exempt)
    refused = gridctl("record", lang="zh")
    assert refused.code == code
    if code:
        assert refused.err == (
            "按规则 A06 不予办理：赵一（p01）是青云街道的人，不能决定它是否免考。\n"
            "请由别的单位有权改设置的人入账。\n"
        )
    else:
        scoring()
        assert gridctl("record").code == 0


@pytest.mark.parametrize(
    ("period", "code"),
    [("2026-12", 20), ("2027", 20), ("2026-W49", 20), ("this-month", 0), ("2026", 0), ("2026-Q4", 0)],
)  # fmt: skip
def test_a_period_that_has_not_begun_is_not_marked(gridctl, scoring, period, code):
    """It is Tuesday 24 November 2026, in week 48."""
    words = ("appraisal", "mark", "chengguan", "team", "90", "--note", "好", "--period", period)
    answer = gridctl(*words, now="2026-11-24T15:00:00+08:00", lang="zh")
    assert answer.code == code
    if code:
        assert answer.err == (
            f"按规则 A04 不予办理：{period} 还没有开始；打分评的是已做的工作。\n从该期间的第一天起可以打分。\n"
        )


@pytest.mark.parametrize(
    "score", ["8_5", "1e1", "٨٥", "８５", "85.", ".5", "+85", " 85", "85\n", "1000"]
)
def test_a_score_is_written_in_plain_digits(gridctl, scoring, score):
    refused = gridctl("appraisal", "mark", "chengguan", "team", score, "--note", "好")
    assert (refused.code, "A score is a number from 0 to 100" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("score", "kept"), [("0", "0"), ("100", "100"), ("85.50", "85.5"), ("9.25", "9.25")]
)
def test_a_score_has_at_most_two_decimals(gridctl, scoring, ledger_folder, score, kept):
    assert gridctl("appraisal", "mark", "chengguan", "team", score, "--note", "好").code == 0
    assert f"score: {kept}," in (ledger_folder / "scoring.yaml").read_text()
