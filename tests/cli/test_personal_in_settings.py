"""Numbers of residents in the settings: refused by command and by record, found by check."""

import subprocess

import pytest

IDENTITY = "11010519491231002X"  # the standard's own example of a valid number
PHONE = "138 0013 8000"


def staff(ledger_folder, was, becomes):
    path = ledger_folder / "staff.yaml"
    text = path.read_text()
    assert was in text
    path.write_text(text.replace(was, becomes, 1))


def head(ledger_folder):
    return subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ledger_folder, check=True, capture_output=True, text=True
    ).stdout


@pytest.mark.parametrize(
    ("number", "masked"), [("13800138000", "138****8000"), (IDENTITY, "110****002X")]
)
def test_a_command_that_would_record_one_is_refused(gridctl, ledger_folder, number, masked):
    before = head(ledger_folder)
    refused = gridctl("source", "add", "line", "--name", f"热线 {number}", lang="zh")
    what = "电话号码" if masked.startswith("138") else "身份证号"
    assert refused == (
        20,
        "",
        f"按规则 P01 不予办理：“name”含有{what}：热线 {masked}\n请去掉，或写成隐去的形式，如 138****5678。\n",
    )
    assert head(ledger_folder) == before


def test_a_reason_of_a_mark_holds_none(gridctl, ledger_folder):
    gridctl("appraisal", "init")
    path = ledger_folder / "scoring.yaml"
    text = path.read_text().replace("100 * intime_handle_rate", "mark(team)", 1)
    path.write_text(text.replace("\nversion: 1\n", "\nversion: 2\n"))
    assert gridctl("record").code == 0
    words = ("appraisal", "mark", "chengguan", "team", "95", "--note")
    refused = gridctl(*words, f"张三 {PHONE} 反映")
    assert (refused.code, "P01" in refused.err, "8000 反映" in refused.err) == (20, True, True)
    assert gridctl(*words, "张三 138****8000 反映").code == 0


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("name: 环保分局", f"name: 环保分局（{PHONE}）"),
        ("aliases: [城管]", "aliases: [城管, １３８００１３８０００]"),
        ("basis: 市容条例", f"basis: 市容条例 {IDENTITY}"),
        ("# All invented.", f"# 反映人 {PHONE}"),
        ("name: 环保分局}", f"name: 环保分局}}  # {PHONE}"),
    ],
)
def test_record_takes_none_and_check_finds_it(gridctl, ledger_folder, was, becomes):
    staff(ledger_folder, was, becomes)
    refused = gridctl("record")
    assert (refused.code, refused.err.count("[P01]")) == (30, 1)
    assert "138 0013 8000" not in refused.err
    subprocess.run(["git", "commit", "-qam", "x"], cwd=ledger_folder, check=True)
    assert gridctl("check").code == 1


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("email: p19@example.org", "email: 13800138000@example.org"),
        ("name: 环保分局", "name: 环保分局 138****8000"),
        ("name: 环保分局", "name: 环保分局 12369"),
        ("name: 环保分局}", "name: 环保分局}  # 文号 2026-11-24 第 138001 号"),
    ],
)
def test_addresses_and_what_is_masked_or_no_such_number_may_stand(
    gridctl, ledger_folder, was, becomes
):
    staff(ledger_folder, was, becomes)
    recorded = gridctl("record")
    assert (recorded.code, recorded.err) == (0, "")
    assert gridctl("check").code == 0


def test_an_official_code_is_no_number_of_a_resident(gridctl, ledger_folder):
    path = ledger_folder / "grids.yaml"
    path.write_text(
        path.read_text().replace("  code_name: 青云", f'  code_name: 青云\n  code: "{IDENTITY}"')
    )
    assert gridctl("record").code == 0
