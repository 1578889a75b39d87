"""What plain git let in: a broken file hides nothing else, and can be mended with gridctl record."""

import json

import pytest
from gallery import CASES, Said, World

from gridctl.domain.identifiers import case_path


def test_one_broken_case_never_hides_the_others(world: World) -> None:
    whole = world.run("list --ids").out.split()
    (world.ledger / CASES["k7qf2"]).write_bytes(b"\xff\n")
    world.commit()
    ids, rows, made = world.run("list --ids"), world.run("list"), world.run("list --json")
    rest = [each for each in whole if not each.endswith("k7qf2")]
    assert len(rest) == 3
    assert ids.out.split() == rest
    assert [row.split("\t")[0] for row in rows.out.splitlines()] == [each[-5:] for each in rest]
    assert [each["id"] for each in json.loads(made.out)] == rest
    for said in (ids, rows, made):
        assert said.exit == 30
        assert said.err == f"{CASES['k7qf2']}:1: [F01] Not UTF-8 text: save the file as UTF-8.\n"


def test_a_broken_case_can_still_not_stop_work_on_the_others(world: World) -> None:
    (world.ledger / CASES["k7qf2"]).write_bytes(b"")
    world.commit()
    assert world.run("note m7qf2 看过").exit == 0
    assert world.run("note k7qf2 看过").exit == 30


@pytest.mark.parametrize("content", [b"", b"\xff\n", None], ids=["empty", "not UTF-8", "a lie"])
def test_a_broken_case_is_mended_by_bringing_the_sound_one_back(world: World, content) -> None:
    path = world.ledger / CASES["k7qf2"]
    sound = path.read_bytes()
    path.write_bytes(
        content if content is not None else sound.replace(b"state: open", b"state: void")
    )
    world.commit()
    assert world.run("check").exit == 1
    world.sh(f"git checkout -q HEAD~1 -- {CASES['k7qf2']}")
    assert world.run("record") == Said(0, f"Recorded: {CASES['k7qf2']}\n", "")
    assert world.run("check").exit == 0
    assert world.sh("git log -1 --format=%s").startswith("mended: cases/2026/11/24/")
    assert path.read_bytes() == sound


def test_mending_a_case_does_not_alter_what_was_recorded_before_it_broke(world: World) -> None:
    path = world.ledger / CASES["h4nd1"]
    sound = path.read_text("utf-8")
    path.write_text("", "utf-8")
    world.commit()
    path.write_text(sound.replace("责令收回店内", "已经整改"), "utf-8")
    said = world.run("record")
    assert said.exit == 20
    assert "a history only grows" in said.err


def test_broken_settings_are_mended_by_record(world: World) -> None:
    path = world.ledger / "grids.yaml"
    sound = path.read_text("utf-8")
    path.write_text(sound.replace("level: 3", "level: 5"), "utf-8")
    world.commit()
    assert world.run("list").exit == 30
    path.write_text(sound, "utf-8")
    assert world.run("record") == Said(0, "Recorded: grids.yaml\n", "")
    assert world.run("list").exit == 0


def test_settings_lost_by_git_come_back_by_record(world: World) -> None:
    world.sh("git rm -q --cached grids.yaml staff.yaml && git commit -q -m lost")
    assert world.run("record") == Said(0, "Recorded: grids.yaml\nRecorded: staff.yaml\n", "")
    assert world.run("list").exit == 0


def test_who_may_mend_settings_is_asked_of_the_last_sound_ones(world: World) -> None:
    path = world.ledger / "staff.yaml"
    sound = path.read_text("utf-8")
    path.write_text(sound.replace("role: patroller", "role: boss"), "utf-8")
    world.commit()
    path.write_text(sound, "utf-8")
    world.sh("git config user.email s017@example.org")
    said = world.run("record")
    assert said.exit == 20
    assert "may not change the settings" in said.err


def test_a_case_that_was_never_sound_is_judged_as_a_whole(world: World) -> None:
    path = case_path("lz-20261124-zz999")
    (world.ledger / path).write_text("format: 1\n", "utf-8")
    world.commit()
    sound = (world.ledger / CASES["m7qf2"]).read_text("utf-8").replace("m7qf2", "zz999")
    (world.ledger / path).write_text(sound, "utf-8")
    assert world.run("record").exit == 0
    assert world.run("check").exit == 0
