"""A report that is recorded is answered, whatever becomes of the hints beside it."""

import json

import pytest

from gridctl.app import intake
from gridctl.cli.commands import collect

SAID = ("--as", "p10", "collect", "路灯不亮", "--grid", "qy-dh-1", "--source", "patrol")


def test_a_report_alike_is_named_behind_the_answer(gridctl):
    first = gridctl(*SAID).out.split()[0]
    second = gridctl(*SAID, seed="8").out
    assert second.index("gridctl triage") < second.index(f"--duplicate-of {first}")


@pytest.mark.parametrize("fault", [OSError("disk"), RecursionError(), KeyboardInterrupt()])
def test_a_fault_of_the_hints_is_none_of_the_report(gridctl, monkeypatch, fault):
    def broken(*_: object) -> None:
        raise fault

    monkeypatch.setattr(collect, "hints", broken)
    told = gridctl(*SAID)
    assert (told.code, told.err) == (0, "")
    assert "Next: gridctl triage" in told.out
    told = gridctl(*SAID, "--json", seed="8")
    assert told.code == 0
    assert json.loads(told.out)["similar"] == []


def test_the_answer_stands_before_a_hint_is_looked_for(gridctl, monkeypatch, capfd):
    seen = []

    def looked(folder: str, case: object) -> None:
        seen.append(capfd.readouterr().out)
        raise OSError

    monkeypatch.setattr(collect, "hints", looked)
    gridctl(*SAID)
    assert "路灯不亮" in seen[0]


def test_nobody_waits_for_thousands_of_cases_to_be_read(gridctl, monkeypatch, ledger_folder):
    for seed in "123":
        gridctl(*SAID, seed=seed)
    (cache,) = (ledger_folder / ".git/gridctl").glob("facts-*")
    cache.unlink()
    monkeypatch.setattr(intake, "_AT_ONCE", 3)
    assert json.loads(gridctl(*SAID, "--json", seed="4").out)["similar"] == []
    gridctl("list")
    found = json.loads(gridctl(*SAID, "--json", seed="5").out)
    assert len(found["similar"]) == 3
