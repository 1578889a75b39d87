"""Files known by their version: not removed, and not begun again under a version that was used."""

import subprocess

import pytest

SCORING = """\
format: 1
version: 3
weights: {block: 60, strip: 40}
profiles:
- of: unit
  terms:
  - {id: a, zh: 按期处置, expression: 100 * intime_handle_rate, weight: 60}
"""
CATALOGUE = """\
format: 1
version: 3
categories:
- code: E0499
  zh: 占用盲道
  words: [盲道]
  conditions:
  - {filing: {zh: 占用}, closing: {zh: 清除}, limit: 2 work_day}
"""
FILES = [("scoring.yaml", SCORING, "weight: 60", "A05"), ("catalogue.yaml", CATALOGUE, "2 work_day", "S06")]  # fmt: skip


def git(folder, *words):
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture(params=FILES, ids=["scoring", "catalogue"])
def file(request, gridctl, ledger_folder):
    """A versioned file at version 3, recorded: its path, text, a passage of it, and its rule."""
    name, text, passage, rule = request.param
    path = ledger_folder / name
    path.write_text(text)
    recorded = gridctl("record")
    assert (recorded.code, recorded.err) == (0, "")
    return path, text, passage, rule


def other(text, passage, version=3):
    digit = passage.replace("60", "70").replace("2 work", "5 work")
    return text.replace(passage, digit).replace("version: 3", f"version: {version}")


def test_it_is_not_removed(gridctl, file):
    path, _text, _passage, rule = file
    path.unlink()
    refused = gridctl("record", lang="zh")
    assert refused == (
        20,
        "",
        (
            f"按规则 {rule} 不予办理：{path.name} 不在文件夹里了。\n请恢复：git checkout HEAD -- {path.name}。"
            "不再适用的内容，加大版本号后删去，文件本身保留。\n"
        ),
    )


def test_what_no_longer_holds_is_taken_out_under_a_higher_version(gridctl, file):
    path, text, _passage, _rule = file
    kept = "profiles" if path.name == "scoring.yaml" else "categories"
    before = text.partition(f"{kept}:")[0].replace("version: 3", "version: 4")
    path.write_text(f"{before}{kept}: []\n")
    recorded = gridctl("record")
    assert (recorded.code, recorded.err) == (0, "")


@pytest.mark.parametrize("how", ["removed", "broken"])
@pytest.mark.parametrize("version", [1, 3, 4])
def test_what_plain_git_removed_or_broke_comes_back_higher_or_as_it_was(
    gridctl, file, ledger_folder, how, version
):
    path, text, passage, rule = file
    if how == "removed":
        git(ledger_folder, "rm", "-q", path.name)
    else:
        path.write_text("format: 1\nversion: [\n")
    git(ledger_folder, "commit", "-qam", "by hand")
    path.write_text(other(text, passage, version))
    recorded = gridctl("record")
    assert recorded.code == (0 if version == 4 else 30), recorded.err
    assert (f"[{rule}]" in recorded.err) == (version < 4)
    path.write_text(text)
    if version < 4:
        assert gridctl("record").code == 0


def test_appraisal_init_does_not_begin_again_what_there_was(gridctl, ledger_folder):
    assert gridctl("appraisal", "init").code == 0
    path = ledger_folder / "scoring.yaml"
    path.write_text(
        path.read_text().replace("version: 1", "version: 2").replace("minimum: 3", "minimum: 4")
    )
    assert gridctl("record").code == 0
    git(ledger_folder, "rm", "-q", "scoring.yaml")
    git(ledger_folder, "commit", "-qm", "by hand")
    refused = gridctl("appraisal", "init")
    assert (refused.code, "must be more than 2" in refused.err) == (20, True)


def test_the_first_one_is_free_in_its_version(gridctl, ledger_folder):
    (ledger_folder / "catalogue.yaml").write_text(CATALOGUE)
    assert gridctl("record").code == 0
