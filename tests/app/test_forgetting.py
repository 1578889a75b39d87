"""A writer that died between its files outside git and its commit leaves nobody's name behind."""

import hashlib
import os

import pytest

from gridctl.app import change

SAID = ("--as", "p10", "collect", "漏水", "--grid", "qy-dh-1", "--source", "hotline")


def die(*_: object, **__: object) -> None:
    """What a kill leaves: nothing is tidied up after it."""
    os._exit(9)


@pytest.fixture
def dies_before_the_commit(gridctl, monkeypatch):
    """Run a command in a child process that dies where the commit would be made."""

    def call(*words: str) -> None:
        child = os.fork()
        if not child:
            monkeypatch.setattr(change, "land", die)
            gridctl(*words)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9

    return call


def test_the_next_writer_forgets_whom_nothing_recorded_names(
    ledger_folder, gridctl, dies_before_the_commit
):
    assert gridctl(*SAID, "--reporter", "张三").code == 0
    private = ledger_folder / "private"
    kept, old = next(private.iterdir()), private / "qy-20261123-zzzzz.yaml"
    old.write_text("name: 王五\n", encoding="utf-8")
    os.utime(old, (1, 1))
    dies_before_the_commit(*SAID, "--reporter", "李四", "--place", "另一处")
    lost = set(private.iterdir()) - {kept, old}
    assert ["李四" in path.read_text(encoding="utf-8") for path in lost] == [True]
    assert gridctl(*SAID[:3], "路灯不亮", *SAID[4:], seed="other").code == 0
    assert sorted(private.iterdir()) == sorted([kept, old])


def test_evidence_that_no_case_names_goes_and_what_one_names_stays(
    ledger_folder, gridctl, dies_before_the_commit, tmp_path
):
    for name in ("kept.jpg", "lost.jpg"):
        (tmp_path / name).write_bytes(name.encode())
    assert gridctl(*SAID, "--photo", str(tmp_path / "kept.jpg")).code == 0
    folder = ledger_folder / "evidence"
    by_hand = folder / "remarks.txt"
    by_hand.write_text("a person's own")
    both = ("--photo", str(tmp_path / "kept.jpg"), "--photo", str(tmp_path / "lost.jpg"))
    dies_before_the_commit(*SAID, *both)
    kept, lost = (
        folder / f"{hashlib.sha256(name).hexdigest()}.jpg" for name in (b"kept.jpg", b"lost.jpg")
    )
    assert lost.exists()
    own_names = ledger_folder / "private"
    assert {path.read_text() for path in own_names.iterdir()} == {"kept.jpg\n", "lost.jpg\n"}
    assert gridctl(*SAID[:3], "路灯不亮", *SAID[4:], seed="other").code == 0
    assert sorted(folder.iterdir()) == sorted([kept, by_hand])
    assert [path.read_text() for path in own_names.iterdir()] == ["kept.jpg\n"]
