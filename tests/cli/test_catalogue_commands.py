"""Categories of a ledger's own: by command and by hand, pinned where a case was filed."""

import json
import subprocess

import pytest

ADD = ("catalogue", "add", "E0497", "--zh", "占道晾晒", "--en", "Drying grain", "--word", "晾晒")
TERMS = ("--filing", "占道晾晒粮食", "--closing", "已收起", "--limit", "3天")


@pytest.fixture
def catalogue(ledger_folder):
    """The file, and a way to edit it by hand."""

    class File:
        path = ledger_folder / "catalogue.yaml"

        def __str__(self):
            return self.path.read_text("utf-8")

        def edit(self, was, becomes):
            assert was in str(self)
            self.path.write_text(str(self).replace(was, becomes), encoding="utf-8")

    return File()


def filed(gridctl, category, *words):
    taken = gridctl("collect", "占道", "--grid", "qy-dh-1", "--source", "patrol", "--json")
    ending = json.loads(taken.out)["id"][-5:]
    assert gridctl("triage", ending, "--category", category).code == 0
    answer = gridctl("file", ending, *words)
    assert answer.code == 0, answer.err
    shown = json.loads(gridctl("show", ending, "--json").out)
    return ending, shown["history"][-1]


def test_the_first_category_makes_the_file_in_the_ledgers_language(gridctl, catalogue):
    assert gridctl(*ADD, *TERMS) == (
        0,
        "E0497 占道晾晒 is in the catalogue, from version 1 on.\n",
        "",
    )
    assert str(catalogue).startswith("# 本台账的类别")
    assert str(catalogue).endswith(
        "format: 1\nversion: 1\ncategories:\n- code: E0497\n  zh: 占道晾晒\n  en: Drying grain\n"
        "  words: [晾晒]\n  conditions:\n  - filing: {zh: 占道晾晒粮食}\n    closing: {zh: 已收起}\n"
        "    limit: 3 work_day\n"
    )
    assert gridctl("check").code == 0


def test_the_ledgers_categories_are_listed_shown_suggested_and_filed(gridctl):
    gridctl(*ADD, *TERMS)
    assert "  E0497  Drying grain\n" in gridctl("catalogue", "list", "E04").out
    assert "E0497  占道晾晒" in gridctl("catalogue", "show", "占道晾晒", lang="zh").out
    suggested = json.loads(gridctl("catalogue", "suggest", "路边晾晒", "--json").out)
    assert suggested[0]["code"] == "E0497"
    ending, event = filed(gridctl, "占道晾晒")
    assert event["limit"] == "3 work_day"
    assert event["pinned"]["catalogue"] == "cn@1+qy@1"
    assert "1. 占道晾晒粮食" in gridctl("show", ending).out


def test_outside_a_ledger_and_before_it_the_built_in_catalogue_answers(gridctl, tmp_path_factory):
    elsewhere = str(tmp_path_factory.mktemp("elsewhere"))
    gridctl(*ADD, *TERMS)
    assert gridctl("catalogue", "show", "E0497").code == 0
    assert gridctl("catalogue", "show", "E0497", "-C", elsewhere).code == 10
    assert gridctl("catalogue", "show", "E0406", "-C", elsewhere).code == 0
    assert gridctl("catalogue", "show", "E0497", "--as-of", "HEAD~1").code == 10


def test_a_built_in_category_is_taken_over_with_one_condition_more(gridctl):
    before = json.loads(gridctl("catalogue", "show", "E0406", "--json").out)
    assert gridctl("catalogue", "add", "e0406", "--word", "游商", *TERMS).code == 0
    after = json.loads(gridctl("catalogue", "show", "E0406", "--json").out)
    assert after["conditions"][:-1] == before["conditions"]
    assert after["conditions"][-1]["limit"] == "3 work_day"
    assert after["words"] == [*before["words"], "游商"]
    assert (after["name"], after["local"]) == (before["name"], before["local"])


def test_a_filed_case_keeps_limit_and_words_of_its_edition(gridctl, catalogue):
    gridctl("catalogue", "add", "E0406", *TERMS)
    ending, event = filed(gridctl, "E0406", "--condition", "2")
    catalogue.edit("占道晾晒粮食", "另一种情形")
    catalogue.edit("limit: 3 work_day", "limit: 5 work_day")
    catalogue.edit("version: 1", "version: 2")
    assert gridctl("record").code == 0
    assert "2. 占道晾晒粮食" in gridctl("show", ending).out
    assert json.loads(gridctl("show", ending, "--json").out)["history"][-1] == event
    _other, later = filed(gridctl, "E0406", "--condition", "2")
    assert (later["limit"], later["pinned"]["catalogue"]) == ("5 work_day", "cn@1+qy@2")


def test_a_case_filed_before_the_ledger_had_a_catalogue_keeps_the_built_in_words(
    gridctl, catalogue
):
    ending, event = filed(gridctl, "E0406")
    assert event["pinned"]["catalogue"] == "cn@1"
    gridctl("catalogue", "add", "E0406", *TERMS)
    catalogue.edit("占用道路、桥面或广场摆摊经营", "改过的说法")
    catalogue.edit("version: 1", "version: 2")
    assert gridctl("record").code == 0
    assert "占用道路、桥面或广场摆摊经营" in gridctl("show", ending, lang="zh").out


def test_a_change_needs_another_version_and_a_remark_does_not(gridctl, catalogue):
    gridctl(*ADD, *TERMS)
    catalogue.edit("version: 1", "version: 1   # first")
    assert gridctl("record").code == 0
    catalogue.edit("words: [晾晒]", "words: [晾晒, 晒粮]")
    answer = gridctl("record")
    assert answer.code == 30
    assert "catalogue.yaml:4: [S06]" in answer.err
    assert "Write version: 2" in answer.err
    catalogue.edit("version: 1 ", "version: 2 ")
    assert gridctl("record").out == "Recorded: catalogue.yaml\n"


def test_a_category_in_use_may_not_vanish_and_an_unused_one_may(gridctl, catalogue):
    gridctl(*ADD, *TERMS)
    gridctl("catalogue", "add", "E0498", "--zh", "无用", "--word", "无用", *TERMS)
    ending, _event = filed(gridctl, "E0497")
    both = str(catalogue)
    catalogue.edit("code: E0498", "code: E0499")
    catalogue.edit("version: 2", "version: 3")
    assert gridctl("record").code == 0
    catalogue.edit("code: E0497", "code: E0496")
    catalogue.edit("version: 3", "version: 4")
    answer = gridctl("record")
    assert answer.code == 30
    assert "[C05] There is no category “E0497”." in answer.err
    catalogue.path.write_text("format: 1\nversion: 4\n", encoding="utf-8")
    assert gridctl("record").code == 30
    catalogue.path.write_text(both.replace("version: 2", "version: 4"), encoding="utf-8")
    assert gridctl("record").code == 0
    assert ending in gridctl("list").out


def test_an_optional_file_may_be_emptied_where_nothing_needs_it(gridctl, catalogue):
    gridctl(*ADD, *TERMS)
    catalogue.path.write_text("format: 1\nversion: 2\n", encoding="utf-8")
    warned = gridctl("catalogue", "list")
    assert "catalogue.yaml was edited and is not recorded yet" in warned.err
    assert gridctl("record").out == "Recorded: catalogue.yaml\n"
    assert "E0497" not in gridctl("catalogue", "list").out
    assert gridctl("check").code == 0


def test_a_duty_may_name_the_ledgers_own_class(gridctl, catalogue, ledger_folder):
    catalogue.path.write_text(
        "format: 1\nversion: 1\nclasses:\n- {code: X, zh: 专项, kind: campaign}\n"
        "categories:\n- code: X01\n  zh: 创建\n  words: [创建]\n  conditions:\n"
        "  - {filing: {zh: 甲}, closing: {zh: 乙}, limit: 5 work_day}\n",
        encoding="utf-8",
    )
    grids = ledger_folder / "grids.yaml"
    grids.write_text(grids.read_text("utf-8").replace("category: E04,", "category: X,"), "utf-8")
    assert gridctl("record").code == 0
    assert gridctl("catalogue", "list", "X").out == "X  专项\n  X01  创建\n"
    catalogue.path.write_text("format: 1\nversion: 2\n", encoding="utf-8")
    answer = gridctl("record")
    assert answer.code == 30
    assert "grids.yaml:20: [S02] There is no category or class “X”" in answer.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("E9901",), 20, "S02: There is no class E99."),
        (("4097",), 20, "F06"),
        (("E04",), 20, "cannot be a class and a category"),
        (("E0497", "--limit", "soon"), 2, "is not a time limit"),
        (("E0497", "--filing", "两\n行"), 2, "--filing is one line"),
    ],
)
def test_what_is_no_category_is_refused(gridctl, catalogue, words, code, said):
    answer = gridctl("catalogue", "add", *ADD[3:], *TERMS, *words)
    assert answer.code == code
    assert said in answer.err
    assert not catalogue.path.exists()


def test_a_new_category_needs_a_name_and_a_word_and_comes_once(gridctl):
    assert "--zh is missing" in gridctl("catalogue", "add", "E0497", *TERMS).err
    assert "--word is missing" in gridctl("catalogue", "add", "E0497", "--zh", "新", *TERMS).err
    gridctl(*ADD, *TERMS)
    answer = gridctl(*ADD, *TERMS)
    assert answer.code == 20
    assert "E0497 is in catalogue.yaml already." in answer.err


BROKEN = {
    "version: 0": ("version: 1", "version: 0", "4: [F06]"),
    "a later format": ("format: 1", "format: 2", "3: [F06]"),
    "an unknown key": ("  en: Drying grain", "  eng: Drying grain", "8: [F05]"),
    "a code twice": ("words: [晾晒]", "words: []", "9: [F05]"),
    "a limit in another form": ("limit: 3 work_day", "limit: 3天", "13: [S04]"),
    "no limit at all": ("limit: 3 work_day", "limit: soon", "13: [S04]"),
    "no conditions": (
        "conditions:\n  - filing: {zh: 占道晾晒粮食}\n    closing: {zh: 已收起}\n    limit: 3 work_day\n",
        "conditions: []\n",
        "10: [F05]",
    ),
    "a class of no kind": ("categories:", "classes:\n- {code: X, zh: 新}\ncategories:", "6: [F05]"),
    "a class below none": (
        "categories:",
        "classes:\n- {code: X01, zh: 新}\ncategories:",
        "6: [S02]",
    ),
    "a kind on a lower class": (
        "categories:",
        "classes:\n- {code: E07, zh: 新, kind: problem}\ncategories:",
        "6: [F05]",
    ),
    "an empty word": ("words: [晾晒]", "words: ['  ']", "9: [F06]"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_catalogue_is_told_with_line_and_rule(gridctl, catalogue, what):
    gridctl(*ADD, *TERMS)
    was, becomes, said = BROKEN[what]
    catalogue.edit(was, becomes)
    answer = gridctl("record")
    assert answer.code == 30
    assert f"catalogue.yaml:{said}" in answer.err


def test_a_broken_catalogue_in_the_record_is_told_and_mended(gridctl, catalogue, ledger_folder):
    gridctl(*ADD, *TERMS)
    sound = str(catalogue)
    catalogue.edit("limit: 3 work_day", "limit: [soon]")
    subprocess.run(["git", "commit", "-qam", "by hand"], cwd=ledger_folder, check=True)
    assert "catalogue.yaml:13: [F06]" in gridctl("check").out
    taken = gridctl("collect", "占道", "--grid", "qy-dh-1", "--source", "patrol")
    assert taken.code == 0
    assert gridctl("catalogue", "list").code == 30
    catalogue.path.write_text(sound, encoding="utf-8")
    assert gridctl("record").code == 0
    assert gridctl("check").code == 0


def test_a_link_in_the_place_of_the_file_is_told(gridctl, catalogue, ledger_folder):
    catalogue.path.symlink_to("grids.yaml")
    subprocess.run(["git", "add", "catalogue.yaml"], cwd=ledger_folder, check=True)
    subprocess.run(["git", "commit", "-qm", "by hand"], cwd=ledger_folder, check=True)
    answer = gridctl("check")
    assert answer.code == 1
    assert "catalogue.yaml: [F05] There is no such file, or it is a link" in answer.out


def test_the_schema_of_the_file_is_printed(gridctl):
    schema = json.loads(gridctl("schema", "catalogue").out)
    assert schema["required"] == ["format", "version"]
