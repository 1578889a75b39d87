"""A command line of fakes, run in this process with its language, clock and home fixed."""

from collections.abc import Callable

import pytest

from gridctl.cli import lazy, main
from gridctl.cli.lazy import Branch

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call_fake(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path
) -> Call:
    """Runs the fake command line: `code, out, err = call_fake("look", "a")`."""
    import fake_commands

    real_root = lazy.root

    def fake_root() -> Branch:
        return real_root(fake_commands.SECTIONS, "fake_commands")

    def run(*argv: str) -> tuple[int, str, str]:
        monkeypatch.setattr("gridctl.cli.lazy.root", fake_root)
        code = main.run(argv)
        out, err = capsys.readouterr()
        return code, out, err

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GRIDCTL_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("GRIDCTL_NOW", "GRIDCTL_AS", "GRIDCTL_LEDGER", "NO_COLOR", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return run
