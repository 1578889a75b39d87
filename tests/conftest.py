"""The sealed world of every test, and the small office that most of them work in."""

import inspect
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from gridctl import words

OFFICE = Path(__file__).parent / "office"
NOW = "2026-11-24T16:00:00+08:00"

settings.register_profile(
    "gridctl",
    max_examples=int(os.environ.get("GRIDCTL_EXAMPLES", "200")),
    deadline=None,
    derandomize="GRIDCTL_EXAMPLES" not in os.environ,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("gridctl")


@pytest.fixture(autouse=True)
def sealed_world(tmp_path_factory, monkeypatch) -> Iterator[Path]:
    """A home of its own, one git identity, no colour, fixed width and zone, English."""
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name.startswith(("GRIDCTL_", "GIT_", "XDG_")) and name != "GRIDCTL_EXAMPLES":
            monkeypatch.delenv(name)
    for name, value in {
        "HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": NOW,
        "GIT_COMMITTER_DATE": NOW,
        "NO_COLOR": "1",
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }.items():
        monkeypatch.setenv(name, value)
    (home / ".gitconfig").write_text(
        "[user]\n\tname = 赵一\n\temail = p01@example.org\n[init]\n\tdefaultBranch = main\n"
    )
    words.use("en")
    yield home
    words.use("zh")


@pytest.fixture(scope="session")
def office_files() -> dict[str, bytes]:
    """The bytes of both settings files."""
    return {name: (OFFICE / name).read_bytes() for name in ("grids.yaml", "staff.yaml")}


@pytest.fixture(scope="session")
def office(office_files):
    """The office of tests/office."""
    from gridctl.store.settings_file import read

    return read(office_files)


@pytest.fixture
def founded() -> str:
    """When the ledger begins; what is recorded later by an earlier clock counts as of then."""
    return "2026-11-24T08:00:00+08:00"


@pytest.fixture
def ledger_folder(tmp_path, office_files, founded) -> Path:
    """A ledger in a real repository, begun by 赵一, the dispatcher."""
    from gridctl.app.founding import Foundation, found

    folder = tmp_path / "ledger"
    folder.mkdir()
    for name, data in office_files.items():
        (folder / name).write_bytes(data)
    now = datetime.fromisoformat(founded)
    found(str(folder), Foundation(), now, language="zh", fixed_clock=True)
    return folder


class Answer(NamedTuple):
    """What a call of gridctl came to."""

    code: int
    out: str
    err: str


Gridctl = Callable[..., Answer]


@pytest.fixture
def gridctl(ledger_folder, monkeypatch, capfd) -> Gridctl:
    """Run the command in this process: `gridctl("triage", "k7qf2", now="2026-11-24T09:00:00+08:00")`.

    Each call without `now` is a minute after the one before it.
    """
    from gridctl.cli import main

    clock = [datetime.fromisoformat(NOW)]

    def call(*argv: str, now: str | None = None, lang: str = "en", seed: str = "7") -> Answer:
        from datetime import timedelta

        clock[0] = datetime.fromisoformat(now) if now else clock[0] + timedelta(minutes=1)
        monkeypatch.chdir(ledger_folder)
        monkeypatch.setenv("GRIDCTL_NOW", clock[0].isoformat())
        monkeypatch.setenv("GRIDCTL_LANG", lang)
        monkeypatch.setenv("GRIDCTL_ID_SEED", seed)
        capfd.readouterr()
        code = main.run(argv)
        return Answer(code, *capfd.readouterr())

    return call


@pytest.fixture
def case(request):
    """The case whose file is written in the test's docstring."""
    import re

    from gridctl.domain.identifiers import case_path
    from gridctl.store.case_file import read

    text = inspect.cleandoc(request.function.__doc__)
    data = (text[text.index("format: 1") :] + "\n").encode()
    case_id = re.search(rb"^id: (.+)$", data, re.MULTILINE)[1].decode()
    return read(case_path(case_id), data)
