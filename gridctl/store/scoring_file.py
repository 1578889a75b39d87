"""The built-in method of appraisal: a scoring.yaml of the package."""

import os
from functools import cache

from gridctl.domain.scoring import Scoring, ScoringFile
from gridctl.records.building import build
from gridctl.store.yaml_text import load

_PATH = os.path.join(
    os.path.dirname(os.path.dirname(__file__)), "data", "scoring", "default-1.yaml"
)
EDITION = "default@1"


def built_in_text() -> bytes:
    """Its bytes, to begin a ledger's own with."""
    with open(_PATH, "rb") as file:
        return file.read()


@cache
def built_in() -> Scoring:
    """The method `default@1`."""
    plain = load("scoring.yaml", built_in_text(), settings=True)
    return Scoring(EDITION, build(ScoringFile, plain))
