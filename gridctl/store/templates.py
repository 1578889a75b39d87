"""Templates: the settings files of a new ledger, with remarks that say how to go on, and the page of papers."""

import os
from collections.abc import Mapping
from datetime import date

from gridctl.domain.settings_files import REQUIRED
from gridctl.store.case_text import scalar

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "templates")
_PAPERS = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "papers")


def settings(language: str, values: Mapping[str, str], *, since: date) -> dict[str, bytes]:
    """grids.yaml and staff.yaml in a language, each `<key>` replaced by its value, safely quoted."""
    return {name: _filled(language, name, values, since) for name in REQUIRED}


def _filled(language: str, name: str, values: Mapping[str, str], since: date) -> bytes:
    with open(os.path.join(_FOLDER, language, name), encoding="utf-8") as file:
        text = file.read()
    for key, value in values.items():
        text = text.replace(f"<{key}>", scalar(value))
    return text.replace("<since>", since.isoformat()).encode()


def empty_catalogue(language: str) -> bytes:
    """catalogue.yaml before its first category, with a remark on what it is for."""
    with open(os.path.join(_FOLDER, language, "catalogue.yaml"), "rb") as file:
        return file.read()


def remarks_on_scoring(language: str) -> bytes:
    """The remarks that stand above a ledger's own method of appraisal."""
    with open(os.path.join(_FOLDER, language, "scoring.yaml"), "rb") as file:
        return file.read()


def empty_calendar(language: str) -> bytes:
    """calendar.yaml before its first plan, with a remark on what it is for."""
    with open(os.path.join(_FOLDER, language, "calendar.yaml"), "rb") as file:
        return file.read()


def paper_page() -> tuple[str, str]:
    """The page that papers are drawn on in HTML, and its style sheet."""
    return _paper_file("paper.html"), _paper_file("paper.css")


def _paper_file(name: str) -> str:
    with open(os.path.join(_PAPERS, name), encoding="utf-8") as file:
        return file.read()
