"""Does nothing."""

from gridctl.cli.session import current


def command() -> None:
    assert current().folder
