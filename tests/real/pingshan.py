"""A ledger for the real cases of Pingshan 2018: its settings, and every column as gridctl's words."""

import csv
import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

Row = dict[str, str]

# What the public called in, and by which way. Thanks are no kind of case; a suggestion comes nearest.
KINDS = {
    "投诉": "complaint",
    "咨询": "inquiry",
    "建议": "suggestion",
    "求决": "request",
    "感谢": "suggestion",
}
SOURCES = {
    "12345": "hotline",
    "12319": "hotline",
    "固话投诉": "hotline",
    "@坪山": "online",
    "美丽深圳": "online",
    "政府信箱": "online",
}
# Sub-types that the catalogue has no words for, schools and real estate among them: R20 意见建议.
FALLBACK = "R20"
DISPATCHER = ("ps01", "派遣员", "ps01@example.org")


def rows(path: Path) -> Iterator[Row]:
    """Every row of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def first(path: Path, count: int) -> list[Row]:
    """The first rows, which all have a street and a community."""
    found = list(islice(rows(path), count))
    assert all("-" not in (row["STREET_ID"], row["COMMUNITY_ID"]) for row in found)
    return found


def street(row: Row) -> str:
    """The level-1 grid of a row."""
    return f"street{row['STREET_ID']}"


def community(row: Row) -> str:
    """The level-2 grid of a row."""
    return f"c{row['COMMUNITY_ID']}"


def unit(row: Row) -> str:
    """The department of a row."""
    return f"u{row['DISPOSE_UNIT_ID']}"


def sub_type(row: Row) -> str:
    """The small class; two of them carry HTML entities."""
    return html.unescape(row["SUB_TYPE_NAME"]).strip("、 ")


def title(row: Row) -> str:
    """A line for the case."""
    return f"{row['COMMUNITY_NAME']}{sub_type(row)}"


def text(row: Row) -> str:
    """A text, made from the three levels of types."""
    types = (row["EVENT_TYPE_NAME"], row["MAIN_TYPE_NAME"])
    return f"{row['EVENT_PROPERTY_NAME']}：{'、'.join(types)}，{sub_type(row)}。"


def grids(table: Iterable[Row]) -> str:
    """grids.yaml: streets as level 1, their communities as level 2."""
    streets: dict[str, str] = {}
    communities: dict[str, tuple[str, str]] = {}
    for row in table:
        streets[street(row)] = row["STREET_NAME"]
        communities[community(row)] = (row["COMMUNITY_NAME"], street(row))
    return "\n".join(
        [
            "format: 1",
            "ledger:",
            "  name: 坪山区网格台账",
            "  language: zh",
            "  timezone: Asia/Shanghai",
            '  working_hours: ["08:00-12:00", "14:00-18:00"]',
            "  work_day: rolling",
            "  calendar: cn",
            '  numbering: "{code_name}网案〔{year}〕{seq}号"',
            "  verify_within: 2 work_day",
            "grids:",
            *(
                f"- {{id: {key}, name: {name}, level: 1, code_name: {name.removesuffix('街道')}}}"
                for key, name in sorted(streets.items())
            ),
            *(
                f"- {{id: {key}, name: {name}, level: 2, parent: {parent}}}"
                for key, (name, parent) in sorted(communities.items())
            ),
            "",
        ]
    )


def staff(table: Iterable[Row], walked: Iterable[Row]) -> str:
    """staff.yaml: a department for every unit id of the table, and one dispatcher for the streets
    that are walked.

    35 unit ids carry several names; the first seen is the name, the others are aliases. A name that
    an earlier id has taken stays with it.
    """
    names: dict[str, list[str]] = defaultdict(list)
    taken: set[str] = set()
    streets = {street(row) for row in walked}
    for row in table:
        name = row["DISPOSE_UNIT_NAME"]
        if "-" not in (name, row["DISPOSE_UNIT_ID"]) and name not in taken:
            taken.add(name)
            names[unit(row)].append(name)
    person, called, email = DISPATCHER
    posts = ", ".join(
        f"{{grid: {each}, role: dispatcher, since: 2018-01-01}}" for each in sorted(streets)
    )
    return "\n".join(
        [
            "format: 1",
            "departments:",
            *(
                f'- {{id: {key}, name: "{name}", aliases: [{", ".join(map(quoted, others))}]}}'
                for key, (name, *others) in sorted(names.items())
            ),
            "staff:",
            f"- {{id: {person}, name: {called}, home: {min(streets)}, kind: officer,",
            f"   email: {email}, posts: [{posts}]}}",
            "",
        ]
    )


def quoted(word: str) -> str:
    """A word as YAML has it in double quotes."""
    assert not re.search(r'["\\]', word)
    return f'"{word}"'
