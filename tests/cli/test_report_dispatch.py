"""`gridctl report counts`: how often the right unit was found, of all that had to be sent to one."""

import json

LIMIT = ("--limit", "1 work_day", "--note", "多家")


def test_the_rate_of_accurate_dispatch_is_of_all_that_were_to_be_dispatched(gridctl):
    def filed(seed, *to):
        words = ("collect", f"第{seed}处", "--grid", "qy-dh-1", "--source", "patrol", "--json")
        case = json.loads(
            gridctl("--as", "p10", *words, now="2026-11-24T09:00:00+08:00", seed=seed).out
        )["id"]
        assert gridctl("triage", case, "--category", "E0406").code == 0
        assert gridctl("file", case, *LIMIT, *to).code == 0
        return case

    right = filed("1", "--to", "chengguan")
    taken = filed("2", "--to", "chengguan")
    assert gridctl("dispatch", taken, "--to", "jiaojing", "--note", "职责在交警").code == 0
    waiting = filed("3")
    counts, rates = json.loads(gridctl("report", "counts", "2026-11", "--json").out)["sections"]
    numbers = {row["key"]: row["number"] for row in counts["rows"]}
    assert [numbers[key] for key in ("need_dispatch", "dispatch", "accurate_dispatch")] == [3, 2, 1]
    assert counts["cases"]["accurate_dispatch"] == [right]
    assert counts["cases"]["to_dispatch"] == [waiting]
    # one of the three, though one of two that were sent
    assert {row["key"]: row["rate"] for row in rates["rows"]}["accurate_dispatch_rate"] == 33.33
