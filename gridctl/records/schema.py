"""Schema: the JSON Schemas of the files and of the answers in JSON."""

from collections.abc import Callable, Mapping
from typing import Any

from gridctl.domain.event import Event
from gridctl.domain.grids import GridsFile
from gridctl.domain.identifiers import CASE_ID
from gridctl.domain.journal.entries import ENTRIES
from gridctl.domain.local_catalogue import CatalogueFile
from gridctl.domain.people import StaffFile
from gridctl.domain.report_terms import BASES
from gridctl.domain.scoring import ScoringFile
from gridctl.domain.terms import CLOCKS, CLOSURES, KINDS, SEVERITIES, STATES, STEPS
from gridctl.domain.verb_table import EVENTS
from gridctl.records.explaining import adapter

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TIME = {"type": "string", "format": "date-time"}
_IDS = {"type": "array", "items": {"type": "string"}}


def schema(what: str) -> dict[str, Any]:
    """The JSON Schema of `case`, `list` and `report` (answers of show, list and reports), `file` (a case file),
    `journal` (a journal file), `grids`, `staff`, `catalogue` and `scoring`.
    """
    made = _MAKERS[what]()
    return {"$schema": _DRAFT, "title": what} | made


def _head() -> dict[str, Any]:
    """The head as JSON answers have it: every key is there."""
    properties = _head_properties()
    nullable = ("number", "category", "place", "waits", "closure", "duplicate_of", "lead", "due")
    for key in nullable:
        properties[key] = {"anyOf": [properties[key], {"type": "null"}]}
    properties["clock"] = {"enum": [*CLOCKS, None]}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": True,
    }


def _head_properties() -> dict[str, Any]:
    return {
        "id": {"type": "string", "pattern": f"^{CASE_ID.pattern}$"},
        "version": {"type": "integer", "minimum": 1},
        "number": {"type": "string"},
        "title": {"type": "string"},
        "kind": {"enum": list(KINDS)},
        "category": {"type": "string"},
        "severity": {"enum": list(SEVERITIES)},
        "grid": {"type": "string"},
        "place": {"type": "string"},
        "step": {"enum": list(STEPS)},
        "waits": {"enum": list(STEPS)},
        "state": {"enum": list(STATES)},
        "closure": {"enum": list(CLOSURES)},
        "rework": {"type": "integer", "minimum": 0},
        "duplicate_of": {"type": "string"},
        "duplicates": _IDS,
        "lead": {"type": "string"},
        "assist": _IDS,
        "due": _TIME,
        "provisional": {"type": "boolean"},
    }


def _case() -> dict[str, Any]:
    head = _head()
    move = {
        "type": "object",
        "properties": {
            "verb": {"type": "string"},
            "command": {"type": "string"},
            "commands": {"type": "array", "items": {"type": "string"}, "minItems": 1},
            "who": _IDS,
        },
        "required": ["verb", "command", "commands", "who"],
    }
    head["properties"] |= {"history": _history(), "legal": {"type": "array", "items": move}}
    head["required"] += ["history", "legal"]
    return head | {"$defs": _definitions()}


def _report() -> dict[str, Any]:
    """What every report has; the keys of its rows and counts are those of the question."""
    texts = {"type": "array", "items": {"type": "string"}}
    table = {
        "rows": {"type": "array", "items": {"type": "object"}},
        "counts": {"type": "object"},
        "cases": {"type": "object", "additionalProperties": _IDS},
    }
    section = {
        "type": "object",
        "properties": {"name": {"type": "string"}, "title": {"type": "string"}}
        | table
        | {"remarks": texts},
    }
    section["required"] = list(section["properties"])
    head = {
        "report": {"type": "string"},
        "period": {"type": ["string", "null"]},
        "since": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
        "until": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
        "basis": {"enum": [*BASES, None]},
        "commit": {"type": "string"},
        "sections": {"type": "array", "items": section},
        "remarks": texts,
    }
    return {"type": "object", "properties": head | table, "required": list(head)}


def _file() -> dict[str, Any]:
    """A case file: keys at rest are left out."""
    properties = {"format": {"const": 1}} | _head_properties() | {"history": _history()}
    required = ["format", "id", "version", "title", "kind", "grid", "step", "state", "history"]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        "$defs": _definitions(),
    }


def _journal() -> dict[str, Any]:
    """A journal file: one person's month."""
    properties = {
        "format": {"const": 1},
        "staff": {"type": "string"},
        "month": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
        "entries": _history(ENTRIES),
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": _definitions(ENTRIES),
    }


def _history(shapes: Mapping[str, type[Event]] = EVENTS) -> dict[str, Any]:
    return {
        "type": "array",
        "minItems": 1,
        "items": {"oneOf": [{"$ref": f"#/$defs/{did}"} for did in shapes]},
    }


def _definitions(shapes: Mapping[str, type[Event]] = EVENTS) -> dict[str, Any]:
    """One definition an event, told apart by `did`, and what they refer to."""
    found: dict[str, Any] = {}
    for did, shape in shapes.items():
        made = adapter(shape).json_schema()
        found |= made.pop("$defs", {})
        made["properties"] = {"did": {"const": did}} | made["properties"]
        made["required"] = ["did", *made["required"]]
        found[did] = made
    return found


_MAKERS: dict[str, Callable[[], dict[str, Any]]] = {
    "case": _case,
    "list": lambda: {"type": "array", "items": _head()},
    "report": _report,
    "file": _file,
    "journal": _journal,
    "grids": lambda: adapter(GridsFile).json_schema(),
    "staff": lambda: adapter(StaffFile).json_schema(),
    "catalogue": lambda: adapter(CatalogueFile).json_schema(),
    "scoring": lambda: adapter(ScoringFile).json_schema(),
}
