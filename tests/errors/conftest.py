"""The office of the gallery as a ledger, made once and copied for each test."""

from pathlib import Path

import pytest
from gallery import World


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> World:
    made = World(tmp_path_factory.mktemp("gallery") / "world")
    made.found()
    return made


@pytest.fixture
def world(office: World, tmp_path: Path) -> World:
    """A copy of the office that a test may spoil."""
    return office.copy(tmp_path / "world")
