"""Glossary and file format hold the words and keys of the code, all of them and no others."""

import re
from dataclasses import fields
from typing import get_args

import pytest

from gridctl.domain import (
    answering_terms,
    change_terms,
    day_terms,
    grids,
    indicators,
    journal_terms,
    limits,
    people,
    report_terms,
    scoring,
    settings_terms,
    source_terms,
    terms,
)
from gridctl.domain.fields import FIELDS
from gridctl.domain.journal.attendance import Leave
from gridctl.domain.journal.entries import ENTRIES, KIND_OF
from gridctl.domain.journal.work import Into
from gridctl.domain.rules import RULES
from gridctl.domain.verb_table import EVENTS
from gridctl.store import case_file, journal_file
from gridctl.words import Both

TABLES = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in (
        terms,
        answering_terms,
        change_terms,
        day_terms,
        journal_terms,
        report_terms,
        settings_terms,
        source_terms,
    )
    for name, value in vars(module).items()
    if name.isupper() and all(isinstance(each, Both) for each in value.values())
} | {"fields.FIELDS": FIELDS, "limits.UNITS": limits.UNITS}
TABLES |= {
    "indicators.COUNTS": indicators.COUNTS,
    "indicators.RATE_NAMES": indicators.RATE_NAMES,
}


def shown(table):
    """A table of terms as the page has to show it."""
    return [[f"`{key}`", term.zh, term.en] for key, term in table.items()]


def test_the_glossary_has_every_table_of_terms_and_no_other(tables):
    remarks = {name: rows for name, rows in tables("docs/glossary.md").items() if "<!--" in name}
    assert remarks == {f"<!-- table {name} -->": shown(table) for name, table in TABLES.items()}


def test_a_key_has_one_chinese_and_one_english_word_in_its_table():
    for name, table in TABLES.items():
        for word in ("zh", "en"):
            said = [getattr(term, word) for term in table.values()]
            assert len(said) == len(set(said)), (name, word)


def test_roles_actions_and_kinds_are_those_of_the_settings():
    assert tuple(terms.ROLES) == get_args(people.Role)
    assert tuple(terms.ACTIONS) == get_args(grids.Action)
    kind = next(field for field in fields(people.Person) if field.name == "kind")
    assert tuple(terms.STAFF_KINDS) == get_args(kind.type)


def test_every_event_has_a_term():
    assert set(terms.EVENTS) == set(EVENTS)


def test_every_rule_stands_in_the_format(tables):
    assert tables("docs/format.md")["<!-- table rules.RULES -->"] == shown(RULES)


@pytest.mark.parametrize(
    ("before", "shape"),
    [
        ("`ledger` 下的键 · keys below `ledger`:", grids.Settings),
        ("`grids` 的每一项 · each of `grids`:", grids.Grid),
        ("`departments` 的每一项 · each of `departments`:", people.Department),
        ("`staff` 的每一项 · each of `staff`:", people.Person),
        ("`scoring.yaml` 的键 · keys of `scoring.yaml`:", scoring.ScoringFile),
        ("`terms` 的每一项 · each of `terms`:", scoring.Term),
    ],
)
def test_the_keys_of_settings_are_all_named_in_order(before, shape, tables):
    rows = tables("docs/format.md")[before]
    assert [row[0].strip("`") for row in rows] == [field.name for field in fields(shape)]


@pytest.mark.parametrize(
    ("before", "key", "shape"),
    [
        ("`ledger` 下的键 · keys below `ledger`:", "seasons", grids.Season),
        ("`ledger` 下的键 · keys below `ledger`:", "attendance", grids.Attendance),
        ("`ledger` 下的键 · keys below `ledger`:", "households_per_grid", grids.Households),
        ("`ledger` 下的键 · keys below `ledger`:", "sources", grids.Source),
        ("`grids` 的每一项 · each of `grids`:", "duties", grids.Duty),
        ("`grids` 的每一项 · each of `grids`:", "rooms", grids.Room),
        ("`grids` 的每一项 · each of `grids`:", "places", grids.Place),
        ("`departments` 的每一项 · each of `departments`:", "powers", people.Power),
        ("`staff` 的每一项 · each of `staff`:", "posts", people.Post),
        ("`staff` 的每一项 · each of `staff`:", "keys", people.Key),
        ("`scoring.yaml` 的键 · keys of `scoring.yaml`:", "weights", scoring.Weights),
        ("`scoring.yaml` 的键 · keys of `scoring.yaml`:", "profiles", scoring.Profile),
        ("`scoring.yaml` 的键 · keys of `scoring.yaml`:", "exemptions", scoring.Exemption),
        ("`scoring.yaml` 的键 · keys of `scoring.yaml`:", "marks", scoring.ManualMark),
    ],
)
def test_inner_keys_are_named_in_both_languages(before, key, shape, tables):
    row = next(row for row in tables("docs/format.md")[before] if row[0] == f"`{key}`")
    for cell in row[1:]:
        assert re.findall(r"`(\w+)`", cell) == [field.name for field in fields(shape)]


@pytest.mark.parametrize(
    ("before", "shapes"), [("events and their keys", EVENTS), ("entries and their keys", ENTRIES)]
)
def test_the_keys_of_every_event_are_named_in_order(before, shapes, tables):
    rows = next(rows for name, rows in tables("docs/format.md").items() if before in name)
    common = {"n", "at", "by", "entered"}
    wanted = {
        did: [field.name for field in fields(shape) if field.name not in common]
        for did, shape in shapes.items()
    }
    assert {row[0].strip("`"): re.findall(r"`(\w+)`", row[1]) for row in rows} == wanted


def test_the_other_example_is_a_journal(page):
    example = re.search(r"\$ cat journal/(.*)\n(format: 1\n(?:.*\n)*?)```", page("docs/format.md"))
    data = example[2].encode()
    assert journal_file.write(journal_file.read(f"journal/{example[1]}", data)) == data


def test_the_example_is_a_case_file(page):
    text = page("docs/format.md")
    example = re.search(r"\$ cat cases/.*\n(format: 1\n(?:.*\n)*?)```", text)[1]
    case_id = re.search(r"^id: (.*)$", example, re.MULTILINE)[1]
    path = f"cases/2026/11/24/{case_id}.yaml"
    assert case_file.write(case_file.read(path, example.encode())) == example.encode()


def test_every_kind_leave_and_place_of_publicity_has_a_term():
    assert set(journal_terms.JOURNAL_KINDS) == set(KIND_OF.values())
    assert tuple(journal_terms.LEAVES) == get_args(Leave)
    assert tuple(journal_terms.COVERAGE) == get_args(Into)
