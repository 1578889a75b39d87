"""Nothing is handed to a grid that is closed or to somebody who has left."""

import pytest

COLLECT = ("--as", "p10", "collect", "桥头占道", "--grid", "qy-dh-1", "--source", "patrol")


@pytest.fixture
def filed(gridctl):
    assert gridctl(*COLLECT).code == 0
    ending = gridctl("list", "--ids").out.strip()[-5:]
    assert gridctl("triage", ending, "--category", "E0406").code == 0
    assert gridctl("file", ending).code == 0
    return ending


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (("--to", "qy-dh-1"), None),
        (("--to", "qy-dh-3"), "C05"),
        (("--to", "chengguan", "--assist", "qy-dh-3"), "C05"),
        (("--to", "chengguan", "--person", "p17"), None),
        (("--to", "chengguan", "--person", "p23"), "R02"),
        (("--to", "gongzuodui", "--person", "p14"), None),  # on the last day of the post
        (("--to", "gongzuodui", "--person", "p16"), "R02"),
        (("--to", "gongzuodui", "--person", "p15"), "R02"),
    ],
)
def test_an_order_goes_to_who_is_there(gridctl, filed, words, rule):
    found = gridctl("dispatch", filed, *words)
    assert found.code == (20 if rule else 0), found.err
    assert (rule or "") in found.err


@pytest.mark.parametrize(("unit", "code"), [("qy-dh-2", 0), ("qy-dh-3", 20)])
def test_a_unit_that_joins_is_there(gridctl, filed, unit, code):
    assert gridctl("dispatch", filed, "--to", "chengguan").code == 0
    assert gridctl("assist", filed, "--unit", unit).code == code


def test_no_report_is_collected_for_a_closed_grid(gridctl):
    found = gridctl(*COLLECT[:4], "--grid", "qy-dh-3", *COLLECT[6:])
    assert (found.code, "C05" in found.err) == (20, True)
