"""A writer that died between private/ and its commit leaves nobody's name behind."""

import os


def test_the_next_writer_forgets_whom_nothing_recorded_names(ledger_folder, gridctl):
    said = ("--as", "p10", "collect", "漏水", "--grid", "qy-dh-1", "--source", "hotline")
    assert gridctl(*said, "--reporter", "张三").code == 0
    private = ledger_folder / "private"
    kept = next(private.iterdir())
    lost, old = private / "qy-20261124-zzzzz.yaml", private / "qy-20261123-zzzzz.yaml"
    lost.write_text("name: 李四\n", encoding="utf-8")
    old.write_text("name: 王五\n", encoding="utf-8")
    os.utime(old, (1, 1))
    lock = ledger_folder / ".git" / "gridctl" / "lock"
    lock.write_text("2026-01-01T00:00:00+08:00\n死者\n", encoding="utf-8")
    assert gridctl(*said[:3], "路灯不亮", *said[4:], seed="other").code == 0
    assert sorted(private.iterdir()) == sorted([kept, old])
