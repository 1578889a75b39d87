"""The name of who reported does not come into git by way of a title, a text or a later remark."""

import pytest

COLLECT = ("collect", "--as", "p10", "--grid", "qy-dh-1", "--source", "hotline")
WHO = ("--reporter", "欧阳大明", "--secret")


@pytest.mark.parametrize("words", [("欧阳大明反映占道",), ("桥头占道", "--text", "欧阳大明说车多")])
def test_a_report_with_the_name_in_it_is_refused_or_masked(gridctl, ledger_folder, words):
    asked = gridctl(*COLLECT, *words, *WHO)
    assert asked.code == 20
    assert "P01" in asked.err
    assert "the reporter's name" in asked.err
    assert "欧阳大明" not in asked.err
    assert gridctl(*COLLECT, *words, *WHO, "--mask").code == 0
    [case] = ledger_folder.glob("cases/**/*.yaml")
    assert "欧阳大明" not in case.read_text()
    assert "欧**" in case.read_text()


def test_a_later_remark_is_held_to_it_where_the_name_is_known(gridctl, ledger_folder):
    assert gridctl(*COLLECT, "桥头占道", *WHO).code == 0
    ending = gridctl("list", "--ids").out.strip()[-5:]
    assert gridctl("note", ending, "欧阳大明来电询问").code == 20
    assert gridctl("note", ending, "反映人来电询问").code == 0
    [kept] = ledger_folder.glob("private/*.yaml")
    kept.unlink()  # another machine
    assert gridctl("note", ending, "欧阳大明来电询问").code == 0
