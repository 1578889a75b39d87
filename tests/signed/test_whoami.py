"""Who this clone's person is to the ledger."""

import json

from gridctl.domain.public_keys import fingerprint, in_line


def test_whoami_says_who_may_what_and_where(gridctl, ledger_folder, git):
    git("remote", "add", "origin", "https://clerk:secret@example.org/led.git")
    answer = gridctl("whoami")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "赵一 (p01)  青云街道\n"
        "  Known by: 赵一 <p01@example.org>\n"
        "  Posts today: 青云街道 dispatcher\n"
        "  May enter for others and change the settings.\n"
        "  Keys: none, nothing is signed\n"
        f"  Ledger: {ledger_folder} (main)\n"
        "  Server: https://example.org/led.git\n"
    )
    assert gridctl("我是谁", lang="zh").out == (
        "赵一（p01）  青云街道\n"
        "  认作：赵一 <p01@example.org>\n"
        "  今日岗位：青云街道 网格办派遣员\n"
        "  可以代录，可以修改设置。\n"
        "  公钥：未登记，入账不签名\n"
        f"  台账：{ledger_folder}（main）\n"
        "  服务器：https://example.org/led.git\n"
    )


def test_whoami_tells_whether_the_clone_signs(gridctl, acts, keys):
    acts("p02")
    gridctl("staff", "key", "p01", f"{keys['p01']}.pub")
    acts("p01", keys["stray"])
    named = fingerprint(in_line(keys["p01"].with_name("p01.pub").read_text()))
    assert (
        f"  Keys: {named}; this clone does not sign with it. Set its file: "
        "git config gpg.format ssh && git config user.signingkey FILE\n"
    ) in gridctl("whoami").out
    acts("p01", keys["p01"])
    assert f"  Keys: {named}; this clone signs with it\n" in gridctl("whoami").out
    answer = json.loads(gridctl("whoami", "--json").out)
    assert answer["keys"] == [named]
    assert answer["signing"] == {"key": named, "signs": True}
    assert answer["may"] == {"enter_for_others": True, "change_settings": True}
    assert (answer["branch"], answer["server"]) == ("main", None)


def test_rights_are_told_apart(gridctl, acts):
    says = {
        "p02": "May change the settings; may not enter for others.",
        "p10": "May neither enter for others nor change the settings.",
    }
    for person, line in says.items():
        acts(person)
        assert f"  {line}\n" in gridctl("whoami").out


def test_an_unknown_address_is_told_what_to_do(gridctl, git):
    git("config", "user.email", "nobody@example.org")
    answer = gridctl("whoami")
    assert answer.code == 20
    assert answer.err == (
        "Refused by the rule R02: The address of this clone, nobody@example.org, is not in staff.yaml.\n"
        "Add it to your entry in staff.yaml, or set yours: git config user.email ADDRESS\n"
    )
