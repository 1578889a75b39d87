"""The built-in catalogue: JSON files of the package made into a `Catalogue`."""

import json
import os
from functools import cache
from typing import Any

from gridctl.domain.catalogue import Catalogue, Category, CategoryClass, Condition
from gridctl.words import Both

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "catalogue", "cn-1")
_FILES = ("events", "components", "disputes", "requests", "hazards")


@cache
def built_in() -> Catalogue:
    """The catalogue `cn@1`, categories in the order of their codes."""
    classes = [
        CategoryClass(row["code"], _both(row), row.get("kind"))
        for row in _read("classes")["classes"]
    ]
    rows = [row for name in _FILES for row in _read(name)["categories"]]
    rows.sort(key=lambda row: row["code"])
    return Catalogue(
        "cn@1",
        {each.code: each for each in classes},
        {row["code"]: _category(row) for row in rows},
    )


def _read(name: str) -> Any:
    with open(os.path.join(_FOLDER, f"{name}.json"), encoding="utf-8") as file:
        return json.load(file)


def _category(row: dict[str, Any]) -> Category:
    conditions = (
        Condition(_both(each["filing"]), _both(each["closing"]), each["limit"])
        for each in row["conditions"]
    )
    return Category(row["code"], _both(row), tuple(row["words"]), tuple(conditions), row["local"])


def _both(row: dict[str, Any]) -> Both:
    return Both(row["zh"], row["en"])
