"""Papers as text: whole, in both languages, and what they refuse."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from traces import HOSTILE, NAME, PHONE

from gridctl.views.width import columns

PAGES = Path(__file__).parent / "pages"
WRITES_PAGES = "GRIDCTL_WRITE_PAGES" in os.environ  # asked before the sealed world forgets it
FORMS = ("dispatch", "urge", "supervise")


def kept(name, text):
    """What the page of that name holds; GRIDCTL_WRITE_PAGES=1 writes it first, and the test fails,
    so that it is read over and run again.
    """
    file = PAGES / f"{name}.txt"
    if WRITES_PAGES:
        file.write_text(text, encoding="utf-8")
        pytest.fail(f"{file.name} was written; read it over")
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_a_paper_is_this_page(told, paper, form, lang):
    code, out, err = paper(told.ending, form, lang=lang)
    assert (code, err) == (0, "")
    assert out == kept(f"{form}.{lang}", out)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_dossier_is_this_page(closed, paper, revision, lang):
    code, out, err = paper(closed.ending, "dossier", day="30", lang=lang)
    assert (code, err) == (0, "")
    out = out.replace(revision(), "0123456789ab")
    assert out == kept(f"dossier.{lang}", out)


@pytest.mark.parametrize("form", [*FORMS, "dossier"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_paper(form, lang):
    page = (PAGES / f"{form}.{lang}.txt").read_text(encoding="utf-8")
    assert max(map(columns, page.splitlines())) <= 76


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        ("20", "今日 12:00 已到期", "fell due today at 12:00"),
        ("19", "还有 1 天到期", "1 day left"),
        ("18", "还有 2 天到期", "2 days left"),
        ("21", "已超期 1 天", "1 day past due"),
        ("30", "已超期 10 天", "10 days past due"),
    ],
)
def test_a_reminder_counts_days(told, paper, day, zh, en):
    assert f"期限情况        {zh}\n" in paper(told.ending, "urge", day=day).out
    assert f"clock                  {en}\n" in paper(told.ending, "urge", day=day, lang="en").out


def test_a_reminder_that_was_not_recorded_is_warned_of(collected, gridctl, paper):
    ending = collected()
    gridctl("triage", ending, "--category", "E0406")
    gridctl("file", ending, "--to", "城管")
    code, out, err = paper(ending, "urge", lang="en")
    assert code == 0
    assert "no reminder is recorded" in out
    assert (
        err == f"Warning: No reminder of {ending} is recorded; record it: gridctl urge {ending}\n"
    )


def test_a_unit_that_handed_back_is_asked_for_feedback(told, paper):
    told.do("handle", "--note", "已清理", "--done", "fixed", "--as", "p17", now="24T10:00")
    out = paper(told.ending, "urge").out
    assert "请尽快反馈办理结果" in out
    assert "期限情况        期限已停止计算" in out


def test_a_suspended_case_says_until_when(told, paper):
    words = ("--until", "2026-12-20", "--note", "待施工", "--as", "p17")
    told.do("suspend", "--request", *words, now="24T10:00")
    told.do("suspend", "--approve", "--as", "p02", now="24T11:00")
    assert "挂账至 2026-12-20，期限暂停计算" in paper(told.ending, "supervise").out
    assert "put aside until 2026-12-20" in paper(told.ending, "dispatch", lang="en").out
    code, out, err = paper(told.ending, "urge", lang="en")
    assert (code, out) == (20, "")
    assert "is put aside until 2026-12-20, so nobody is to be reminded" in err


def test_several_papers_follow_each_other_on_pages_of_their_own(told, collected, paper):
    other = collected(title="另一件", seed="8")
    code, out, _err = paper(told.ending, "dossier", other)
    assert code == 0
    first, second = out.split("\f")
    assert "东河桥头早市占道" in first
    assert "另一件" in second


def test_an_order_after_redispatching_is_the_new_one(told, paper):
    told.do("dispatch", "--to", "huanbao", "--note", "归环保", now="24T10:00")
    out = paper(told.ending, "dispatch").out
    assert "环保分局：" in out
    assert "交办意见        先劝离\n                归环保" in out
    assert "城管" not in out


def test_hostile_text_is_written_out(collected, paper):
    out = paper(collected("--text", HOSTILE, title="占道"), "dossier").out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "\\x1b[31m\\u202e<script>" in out


def test_a_past_state_is_printed_as_it_was(told, paper):
    told.do("supervise", "lift", "--as", "p02", now="24T10:00")
    assert paper(told.ending, "supervise").code == 20
    assert "红牌督办" in paper(told.ending, "supervise", "--as-of", "HEAD~1").out


def test_a_paper_has_to_be_named(collected, gridctl):
    ending = collected()
    assert gridctl("print", ending).code == 2
    assert gridctl("print", ending, "--form", "letter").code == 2
    assert gridctl("print", ending, "--form", "dossier", "--json").code == 2
    assert gridctl("print", "zzzzz", "--form", "dossier").code == 10


@pytest.mark.parametrize("alias", ["打印", "出单"])
def test_it_has_chinese_names(told, gridctl, alias):
    assert gridctl(alias, told.ending, "--form", "dispatch").code == 0


@pytest.mark.parametrize("form", ["dispatch", "dossier"])
def test_a_reporter_stands_masked_unless_asked_for(told, paper, form):
    masked = paper(told.ending, form).out
    assert "欧** 139****0000" in masked
    assert NAME not in masked
    assert PHONE not in masked
    assert f"{NAME} {PHONE}" in paper(told.ending, form, "--with-reporter").out


def test_an_order_with_the_reporter_says_how_to_use_it(told, paper):
    assert "经网格办派遣员转接" in paper(told.ending, "dispatch").out
    assert "请直接联系反映人" in paper(told.ending, "dispatch", "--with-reporter").out


@pytest.mark.parametrize("form", ["urge", "supervise"])
def test_papers_that_need_no_reporter_name_none(told, paper, form):
    assert "139" not in paper(told.ending, form).out
    assert paper(told.ending, form, "--with-reporter").code == 2


def test_a_reporter_whose_name_is_elsewhere_is_not_found(told, paper, ledger_folder):
    file = next((ledger_folder / "private").glob("*.yaml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("case: qy", "case: xx"), encoding="utf-8")
    assert paper(told.ending, "dispatch", "--with-reporter").code == 30
    file.unlink()
    code, out, err = paper(told.ending, "dispatch", "--with-reporter", lang="en")
    assert (code, out) == (10, "")
    assert f"{file.name} is not on this machine." in err


def test_nobody_can_be_named_where_nobody_reported(collected, paper):
    assert paper(collected(), "dossier", "--with-reporter").code == 10


@pytest.mark.parametrize("depth", [None, 2])
def test_what_a_shallow_clone_hides_is_not_called_late(closed, paper, ledger_folder, depth):
    clone = ledger_folder.parent / "clone"
    words = ["git", "clone", "-q", *([f"--depth={depth}"] if depth else [])]
    subprocess.run([*words, f"file://{ledger_folder}", clone], check=True)
    out = paper(closed.ending, "dossier", "-C", str(clone), day="30").out
    assert out.count("入账时间") == 15
    assert out.count("不详") == (14 if depth else 0)
    assert out.count("（补录）") == (0 if depth else 1)


@pytest.mark.parametrize(
    "world",
    [
        {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    ],
)
@pytest.mark.parametrize("face", ["text", "html", "docx"])
def test_the_same_paper_is_the_same_bytes_everywhere(told, ledger_folder, tmp_path, face, world):
    def printed(name, now, **environment):
        out = tmp_path / name
        words = ["print", told.ending, "--form", "dossier", "--format", face, "-o", str(out)]
        subprocess.run(
            [sys.executable, "-m", "gridctl", *words],
            cwd=ledger_folder,
            env=os.environ | {"GRIDCTL_LANG": "zh", "GRIDCTL_NOW": now} | environment,
            check=True,
        )
        return out.read_bytes()

    here = printed("here", "2026-11-24T16:00:00+08:00", TZ="Asia/Shanghai", PYTHONHASHSEED="0")
    assert printed("there", "2026-11-24T10:00:00+00:00", **world) == here
