"""Grids, people and posts by command: one commit, one small diff, and the rules of hand edits."""

import json
import subprocess

import pytest

LIN = ("staff", "add", "p30", "--name", "林三十", "--home", "城管", "--kind", "enforcement")
NEW = ("grid", "add", "qy-dh-4", "--name", "东河新片", "--parent", "东河")


@pytest.fixture
def git(ledger_folder):
    def run(*words):
        return subprocess.run(
            ["git", *words], cwd=ledger_folder, check=True, capture_output=True, text=True
        ).stdout

    return run


def lines(git, *words):
    """The lines that the last commit took away and put in."""
    shown = git("show", "-U0", "--format=", "HEAD", *words).splitlines()
    return [line for line in shown if line[0] in "+-" and line[:3] not in ("+++", "---")]


def test_a_grid_is_added_with_one_line_one_commit_and_its_name_on_it(gridctl, git):
    answer = gridctl(*NEW, "--households", "300", "--since", "2026-12-01")
    assert answer == (0, "东河新片 (qy-dh-4) stands below 东河 (qy-dh) from 2026-12-01 on.\n", "")
    assert lines(git) == [
        "+- {id: qy-dh-4, name: 东河新片, level: 3, parent: qy-dh, households: 300, since: 2026-12-01}"
    ]
    assert git("log", "-1", "--format=%an%n%B").strip() == (
        "赵一\nsettings: grid add qy-dh-4\n\nStep: settings\nBy: p01\nClock: fixed"
    )
    assert git("status", "--porcelain") == ""
    assert gridctl("grid", "show", "东河新片").code == 0


def test_a_grid_stands_behind_its_siblings_then_its_level_then_its_parent(gridctl, ledger_folder):
    def behind(new):
        rows = (ledger_folder / "grids.yaml").read_text("utf-8").splitlines()
        return next(rows[n - 1] for n, row in enumerate(rows) if f"id: {new}," in row)

    gridctl("grid", "add", "qy-xs-2", "--name", "二", "--parent", "qy-xs")
    assert "id: qy-xs-1," in behind("qy-xs-2")
    gridctl("grid", "add", "qy-xs-1a", "--name", "三", "--parent", "qy-xs-1")
    assert "id: qy-dh-1a," in behind("qy-xs-1a")


def test_a_grid_moves_with_one_word(gridctl, git):
    assert gridctl("grid", "move", "东河南片", "--to", "西山").out == (
        "东河南片 (qy-dh-2) is now below 西山 (qy-xs); with it go 0 open cases and 2 posts.\n"
    )
    old, new = lines(git)
    assert new[1:] == old[1:].replace("parent: qy-dh", "parent: qy-xs")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("grid", "add", "qy-dh-2", "--name", "又", "--parent", "qy-dh"), 20, "S01"),
        (("grid", "add", "New", "--name", "又", "--parent", "qy-dh"), 20, "S01"),
        ((*NEW, "--level", "4"), 20, "S03"),
        ((*NEW, "--level", "7"), 20, "F06"),
        ((*NEW, "--households", "-1"), 20, "F06"),
        ((*NEW, "--since", "soon"), 2, "“soon” is not a day."),
        (("grid", "add", "x", "--name", "又", "--parent", "东何"), 10, "东河"),
        (("grid", "add", "x", "--name", "又", "--parent", "qy-dh-3"), 20, "S07"),
        (("grid", "add", "x", "--name", " ", "--parent", "qy-dh"), 2, "--name is empty"),
        (("grid", "add", "x"), 2, "--name is missing"),
        (("grid", "move", "qy-dh-2", "--to", "qy-dh-1"), 20, "S03"),
        (("grid", "move", "qy", "--to", "qy-dh"), 20, "S03"),
        (("grid", "move", "qy-dh-2", "--to", "qy-dh"), 2, "already"),
        (("grid", "close", "qy-dh"), 20, "东河北片 (qy-dh-1), 东河南片 (qy-dh-2)"),
        (("grid", "close", "qy-dh-1a"), 20, "许楼 (p20), 曹四层 (p26)"),
        (("grid", "close", "qy-dh-3"), 20, "ended on 2020-12-31"),
        (("staff", "add", "p01", "--name", "又", "--home", "qy", "--kind", "officer"), 20, "S01"),
        ((*LIN, "--email", "P02@example.org"), 20, "S01"),
        ((*LIN, "--days", "8"), 20, "F06"),
        ((*LIN[:-1], "boss"), 2, "--kind cannot be “boss”"),
        ((*LIN, "--home", "城官"), 10, "There is no unit “城官”."),
        (("staff", "post", "p23", "--grid", "qy-dh", "--role", "chief"), 2, "--role cannot be"),
        (("staff", "post", "p05", "--grid", "qy-dh", "--role", "head"), 2, "already"),
        (("staff", "post", "p05", "--grid", "qy-dh-3", "--role", "head"), 20, "S07"),
        (("staff", "post", "p01", "--grid", "qy-dh", "--role", "head"), 20, "R04"),
        (("staff", "leave", "p23"), 10, "no such post"),
        (("staff", "leave", "p05", "--grid", "qy-xs"), 10, "no such post"),
        (("staff", "leave", "p05", "--until", "2011-01-01"), 20, "S04"),
        (("staff", "leave", "nobody"), 10, "There is no person"),
        ((*NEW, "--as", "p02"), 2, "--as"),
    ],
)
def test_what_a_rule_forbids_leaves_everything_as_it_was(gridctl, git, words, code, said):
    before = git("rev-parse", "HEAD")
    answer = gridctl(*words)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert git("rev-parse", "HEAD") == before
    assert git("status", "--porcelain") == ""


def test_a_grid_with_an_open_case_does_not_end_and_names_it(gridctl):
    taken = gridctl("collect", "占道", "--grid", "qy-dh-2", "--source", "patrol", "--json")
    ending = json.loads(taken.out)["id"][-5:]
    answer = gridctl("grid", "close", "qy-dh-2")
    assert answer.code == 20
    assert f"东河南片 (qy-dh-2) has open cases: {ending}" in answer.err
    gridctl("void", ending, "--note", "误报")
    assert "people with a post" in gridctl("grid", "close", "qy-dh-2").err


def test_a_grid_ends_once_everything_in_it_has(gridctl, git):
    gridctl("staff", "leave", "p07")
    gridctl("staff", "leave", "p22")
    gridctl("staff", "leave", "p12")
    assert gridctl("grid", "close", "qy-xs-1", "--until", "2026-11-30").code == 0
    assert lines(git)[1].endswith("since: 2012-05-01, until: 2026-11-30}")
    assert gridctl("grid", "close", "qy-xs", "--until", "2026-11-29").code == 20
    assert gridctl("grid", "close", "qy-xs", "--until", "2026-11-30").code == 0
    assert gridctl("check").code == 0


def test_a_person_comes_takes_posts_and_leaves(gridctl, git):
    assert gridctl(*LIN, "--email", "p30@example.org", "--days", "4").code == 0
    assert lines(git) == [
        "+- {id: p30, name: 林三十, home: chengguan, email: p30@example.org, kind: enforcement, days: 4}"
    ]
    for grid in ("qy-dh-1", "qy-dh-2"):
        assert gridctl("人员", "任职", "林三十", "--grid", grid, "--role", "执法人员").code == 0
    assert git("log", "-1", "--format=%s").strip() == "settings: staff post p30 enforcer of qy-dh-2"
    answer = gridctl("staff", "leave", "p30", "--grid", "qy-dh-1", "--until", "2026-12-31")
    assert answer.out == (
        "林三十 (p30) leaves; the last day is 2026-12-31: 东河北片 enforcement officer\n"
    )
    answer = gridctl("staff", "leave", "p30", "--until", "2027-01-31")
    assert answer.out.endswith(": 东河南片 enforcement officer\n")
    posts = json.loads(gridctl("staff", "show", "p30", "--json").out)["posts"]
    assert [post["until"] for post in posts] == ["2026-12-31", "2027-01-31"]


def test_one_of_two_posts_in_a_grid_ends_by_its_role(gridctl):
    gridctl("staff", "post", "p05", "--grid", "qy-dh", "--role", "patroller")
    gridctl("staff", "leave", "p05", "--grid", "qy-dh", "--role", "head")
    posts = json.loads(gridctl("staff", "show", "p05", "--json").out)["posts"]
    assert [(post["role"], post["until"]) for post in posts] == [
        ("head", "2026-11-24"),
        ("patroller", None),
    ]


def test_what_is_worth_a_second_thought_is_said(gridctl):
    again = gridctl(*NEW[:3], "--name", "东河南片", *NEW[5:])
    assert (again.code, "qy-dh-2 has the same name: 东河南片;" in again.err) == (0, True)
    assert gridctl("grid", "add", "qy-dh-5", *NEW[3:]).err == ""
    left = gridctl("staff", "leave", "p09", lang="zh")
    assert left.code == 0
    assert left.err.endswith(
        "2026-11-25 起东河南片（qy-dh-2）没有网格长；请任命："
        "gridctl staff post 人员 --grid qy-dh-2 --role head\n"
    )
    own = gridctl("staff", "leave", "p01")
    assert (own.code, "you cannot act in this ledger" in own.err) == (0, True)


def test_a_file_that_was_broken_before_is_no_refusal(gridctl, git, ledger_folder):
    path = ledger_folder / "catalogue.yaml"
    path.write_text("format: 1\nversion: x\ncategories: []\n")
    git("add", ".")
    git("commit", "-qm", "by hand")
    answer = gridctl(*NEW)
    assert (answer.code, "catalogue.yaml:2" in answer.err) == (30, True)


def test_an_edit_taken_back_is_told_in_the_language_of_the_call(gridctl):
    gridctl("collect", "占道", "--grid", "qy-dh-2", "--source", "patrol")
    ending = gridctl("list", "--ids").out.strip()[-5:]
    assert gridctl("undo", lang="zh").out.startswith(f"已撤销：{ending} 信息收集（v0→v1）\n")


def test_only_those_who_may_change_the_settings_do(gridctl, git):
    git("config", "user.email", "p05@example.org")
    answer = gridctl(*NEW)
    assert answer.code == 20
    assert "R04" in answer.err
    git("config", "user.email", "nobody@example.org")
    assert "R02" in gridctl(*NEW).err


def test_a_dry_run_shows_the_diff_and_records_nothing(gridctl, git):
    answer = gridctl(*NEW, "--dry-run")
    assert answer.code == 0
    assert "\n+- {id: qy-dh-4, name: 东河新片, level: 3, parent: qy-dh, since: 2026-11-24}\n" in (
        answer.out
    )
    as_json = json.loads(gridctl(*NEW, "--dry-run", "--json").out)
    assert as_json["commit"] is None
    assert as_json["diff"][0] == "--- a/grids.yaml"
    assert git("rev-list", "--count", "HEAD").strip() == "1"
    assert gridctl(*NEW[:-1], "qy-dh-3", "--dry-run").code == 20


def test_json_names_the_file_and_the_commit(gridctl, git):
    answer = json.loads(gridctl(*NEW, "--json").out)
    assert answer == {"file": "grids.yaml", "commit": git("rev-parse", "HEAD").strip()}


def test_a_file_with_unrecorded_edits_is_not_overwritten_and_another_is_free(
    gridctl, ledger_folder
):
    path = ledger_folder / "grids.yaml"
    edited = path.read_bytes() + b"# mine\n"
    path.write_bytes(edited)
    answer = gridctl(*NEW)
    assert answer.code == 20
    assert "P02" in answer.err
    assert path.read_bytes() == edited
    assert gridctl(*LIN).code == 0
    assert path.read_bytes() == edited
    assert gridctl("record").code == 0
    assert gridctl(*NEW).code == 0
    assert path.read_bytes().endswith(b"# mine\n")


def test_an_edit_is_taken_back_like_any_entry(gridctl, ledger_folder, office_files):
    gridctl(*NEW)
    assert gridctl("undo").code == 0
    assert (ledger_folder / "grids.yaml").read_bytes() == office_files["grids.yaml"]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("网格 新增", "grid add"),
        ("网格 移动", "grid move"),
        ("网格 撤销", "grid close"),
        ("人员 新增", "staff add"),
        ("人员 任职", "staff post"),
        ("人员 离任", "staff leave"),
        ("类别 新增", "catalogue add"),
    ],
)
def test_every_edit_has_a_chinese_name_and_pages_in_both_languages(gridctl, chinese, english):
    for language in ("zh", "en"):
        page = gridctl(*chinese.split(), "--help", lang=language)
        assert page == gridctl(*english.split(), "--help", lang=language)
        assert page.code == 0
        assert "--dry-run" in page.out
        assert "--at " not in page.out
