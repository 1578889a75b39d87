"""Keys by command and by hand: who gets one, from whom, and how it ends."""

import json
from dataclasses import replace
from datetime import date

import pytest

from gridctl.domain.key_checks import check_keys
from gridctl.domain.people import Key
from gridctl.domain.public_keys import fingerprint, in_line
from gridctl.domain.settings_rights import check_settings_right
from gridctl.errors import Refused

DAY = date(2026, 11, 24)


def public(path):
    return in_line(path.with_name(path.name + ".pub").read_text())


def with_keys(office, id_, *keys, **other):
    staff = (replace(p, keys=keys, **other) if p.id == id_ else p for p in office.staff_file.staff)
    return office.with_people(staff)


def found(office):
    return [(each.place, each.rule) for each in check_keys(office, None)]


@pytest.fixture
def key(keys):
    return Key(key=public(keys["p01"]), since=DAY)


def test_a_key_is_one_persons_alone(office, key):
    one = with_keys(office, "p01", key)
    assert found(one) == []
    assert found(with_keys(office, "p01", key, replace(key, since=date(2027, 1, 1)))) == []
    both = with_keys(one, "p02", key)
    assert found(both) == [(("staff", 1, "keys", 0, "key"), "G02")]


def test_a_key_is_whole_and_ends_after_it_begins(office, key):
    assert found(with_keys(office, "p01", replace(key, until=DAY))) == []
    early = replace(key, until=date(2026, 11, 23))
    assert found(with_keys(office, "p01", early)) == [(("staff", 0, "keys", 0, "until"), "S04")]
    cut = replace(key, key=key.key[:-4])
    assert found(with_keys(office, "p01", cut)) == [(("staff", 0, "keys", 0, "key"), "G02")]


@pytest.mark.parametrize("email", [None, "", "赵@example.org", "*@example.org", "a@b,c", "a b@c"])
def test_keys_need_an_address_that_no_pattern_can_be_made_of(office, key, email):
    assert found(with_keys(office, "p01", key, email=email)) == [(("staff", 0, "keys"), "G02")]


def test_keys_count_on_their_days(key):
    until = replace(key, until=date(2026, 11, 30))
    days = [date(2026, 11, n) for n in (23, 24, 30)] + [date(2026, 12, 1)]
    assert [until.valid_on(day) for day in days] == [False, True, True, False]
    assert [key.valid_on(day) for day in days] == [False, True, True, True]


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        ([], ["2026-11-24"], False),
        (["2026-11-24"], [], True),
        (["2026-11-24"], ["2026-11-24..2026-11-30"], True),
        (["2026-11-24"], ["2026-11-25"], True),
        (["2026-11-24..2026-11-30"], ["2026-11-24..2026-12-01"], False),
        (["2026-11-24..2026-11-30"], ["2026-11-24"], False),
        (["2026-11-24"], ["2026-11-23"], False),
    ],
)
def test_nobody_gives_himself_a_key_or_more_time_but_may_end_it(
    office, key, before, after, allowed
):
    def made(days):
        since, _, until = days.partition("..")
        last = date.fromisoformat(until) if until else None
        return replace(key, since=date.fromisoformat(since), until=last)

    old = with_keys(office, "p01", *map(made, before))
    new = with_keys(office, "p01", *map(made, after))
    check_settings_right(old, new, old.people["p02"], DAY)
    if allowed:
        check_settings_right(old, new, old.people["p01"], DAY)
    else:
        with pytest.raises(Refused, match="himself the key"):
            check_settings_right(old, new, old.people["p01"], DAY)


def test_a_colleague_gives_the_key_and_its_owner_ends_it(gridctl, acts, git, keys):
    acts("p02")
    file = f"{keys['p01']}.pub"
    named = fingerprint(public(keys["p01"]))
    given = gridctl("staff", "key", "p01", file, "--until", "2027-10-31")
    assert (given.code, given.err) == (0, "")
    assert given.out == (
        f"赵一 (p01) has the key {named} from 2026-11-24 on, and signs with it. In that clone, once: "
        "git config gpg.format ssh && git config user.signingkey FILE\n"
    )
    line = next(x for x in git("show", "HEAD").splitlines() if x.startswith("+-"))
    entry = f"keys: [{{key: {public(keys['p01'])}, since: 2026-11-24, until: 2027-10-31}}]}}"
    assert line.endswith(entry)
    shown = gridctl("staff", "show", "p01")
    assert shown.out.splitlines()[2] == f"  key {named}  2026-11-24 – 2027-10-31"
    assert json.loads(gridctl("staff", "show", "p01", "--json").out)["keys"] == [
        {
            "key": public(keys["p01"]),
            "fingerprint": named,
            "since": "2026-11-24",
            "until": "2027-10-31",
            "current": True,
        }
    ]
    acts("p01", keys["p01"])
    ended = gridctl("staff", "key", "p01", named, "--end", "--until", "2026-11-30")
    assert ended == (
        0,
        f"The key {named} of 赵一 (p01) ends; the last day is 2026-11-30.\n",
        "Warning: From 2026-12-01 on 赵一 (p01) has no key, and nothing recorded in that name is signed.\n",
    )
    assert gridctl("check").code == 0


def test_one_of_several_keys_is_named(gridctl, acts, keys):
    acts("p02")
    for name in ("p01", "old"):
        assert gridctl("staff", "key", "p01", f"{keys[name]}.pub").code == 0
    several = gridctl("staff", "key", "p01", "--end")
    assert several.code == 10
    assert several.err.startswith("Error: 赵一 (p01) has several keys: SHA256:")
    assert gridctl("staff", "key", "p01", f"{keys['old']}.pub", "--end").err == ""
    assert gridctl("staff", "key", "p01", f"{keys['old']}.pub", "--end").code == 10


def test_what_is_no_public_key_is_refused_and_a_private_one_by_name(gridctl, acts, keys, tmp_path):
    acts("p02")
    assert gridctl("staff", "key", "p01", str(keys["p01"])).err == (
        f"Refused by the rule G02: {keys['p01']} is a private key: it is never given away.\n"
        f"Give the public one beside it: {keys['p01']}.pub\n"
    )
    putty = tmp_path / "own.ppk"
    putty.write_text("PuTTY-User-Key-File-3: ssh-ed25519\n")
    assert gridctl("staff", "key", "p01", str(putty)).code == 20
    both = tmp_path / "both.pub"
    both.write_text("".join(f"{public(keys[name])} x\n" for name in ("p01", "p02")))
    assert gridctl("staff", "key", "p01", str(both)).code == 20
    assert gridctl("staff", "key", "p01", "nowhere.pub").code == 2
    assert gridctl("staff", "key", "p02", f"{keys['p02']}.pub").code == 20
    assert gridctl("staff", "key", "p01", public(keys["p01"])).code == 0
    assert gridctl("staff", "key", "p01", public(keys["p01"])).code == 2
