"""Tamperings one upon another, by anybody, with honest work between them: no answer is a crash."""

import random

import deed_tamperings  # noqa: F401 - its tamperings stand in the table
import pytest
from slow_auditor import agreed
from tamperings import TAMPERINGS

ODD = [("by: p", "by: q"), ("grid: qy", "grid: zz"), ("at: 2026", "at: 0001"), ("E0406", "E9999")]


@pytest.mark.parametrize("seed", range(8))
def test_the_auditors_agree_on_a_wild_history(town, seed):
    rng = random.Random(seed)
    for _ in range(14):
        town.me = rng.choice(["p01", "p01", "p01", "p02", "p10", "p22", "p99"])
        rng.choice([tampered, tampered, altered, honest, restored])(town, rng)
    assert agreed(town)


def tampered(town, rng):
    name = rng.choice(sorted(TAMPERINGS))
    try:
        if not TAMPERINGS[name][0](town):
            town.commit(name)
    except Exception:  # noqa: BLE001 - another tampering stands in its way
        town.git("checkout", "-q", "-f", "HEAD")
        town.git("clean", "-qfd")


def altered(town, rng):
    """A word changed somewhere in a file."""
    files = [
        p
        for p in sorted(town.folder.rglob("*.yaml"))
        if ".git" not in p.parts and not p.is_symlink()
    ]
    path = rng.choice(files)
    old, new = rng.choice(ODD)
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), rng.choice([1, -1])))
    town.commit("altered")


def honest(town, rng):
    """What the commands still take."""
    town.run("note", rng.choice([town.fresh, town.filed, town.reported]), "合法的记录")


def restored(town, rng):
    """Some file as it was some commits ago."""
    back = rng.choice([1, 2, 4])
    listed = town.git("diff", "--name-only", f"HEAD~{back}", "HEAD").split("\n")
    for path in [each for each in listed if each.endswith(".yaml")]:
        town.git("checkout", "-q", f"HEAD~{back}", "--", path, check=False)
    town.commit("restored")
