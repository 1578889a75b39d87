"""The town of the audit's tests, made once and copied for each."""

import shutil
import sys
from copy import copy
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "walk")]

from town import Town, a_morning  # noqa: E402

from gridctl.app.founding import Foundation, found  # noqa: E402

_MADE: list[Town] = []


@pytest.fixture
def town(tmp_path, tmp_path_factory, office_files):
    """A town of its own, with a morning's work on record."""
    if not _MADE:
        folder = tmp_path_factory.mktemp("town") / "ledger"
        folder.mkdir()
        for name, data in office_files.items():
            (folder / name).write_bytes(data)
        made = Town(folder)
        found(str(folder), Foundation(), made.clock, language="zh", fixed_clock=True)
        _MADE.append(a_morning(made))
    mine = copy(_MADE[0])
    mine.folder = tmp_path / "ledger"
    shutil.copytree(_MADE[0].folder, mine.folder)
    return mine
