"""Sources edits: a source more in the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gridctl.app.ledger import Ledger
from gridctl.app.settings_change import Decide, Wish
from gridctl.domain import texts
from gridctl.domain.moments import day_typed
from gridctl.domain.office import Office
from gridctl.domain.settings_files import GRIDS
from gridctl.domain.sources import labels
from gridctl.errors import NotFound, Usage
from gridctl.store import settings_edit
from gridctl.words import aside, say


@dataclass(frozen=True, kw_only=True)
class NewSource:
    """A source as wished for; `merged` is how many systems and departments, as typed: 7/9."""

    id: str
    name: str
    platform: str | None = None
    departments: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    merged: str | None = None


def add(new: NewSource) -> Decide:
    """Add a source behind the last one."""

    def decide(ledger: Ledger, today: date) -> Wish:
        office = ledger.office
        name = texts.line("--name", new.name)
        source = {
            "id": new.id,
            "name": name,
            "platform": _platform(office, new.platform) if new.platform else None,
            "departments": [_department(office, word) for word in new.departments] or None,
            "since": day_typed(new.since, today) if new.since else None,
            "until": day_typed(new.until, today) if new.until else None,
            "merged": _merged(new.merged) if new.merged else None,
        }
        given = {key: value for key, value in source.items() if value is not None}
        return Wish(
            GRIDS,
            settings_edit.with_source(ledger.settings[GRIDS] or b"", given),
            f"source add {new.id}",
            say("{source} is registered as a source.", source=aside(name, new.id)),
        )

    return decide


def _platform(office: Office, word: str) -> str:
    own = {key: each for key, each in labels(office.settings).items() if key in _own(office)}
    return texts.key_of(word, own, "--platform")


def _own(office: Office) -> set[str]:
    return {each.id for each in office.settings.sources}


def _department(office: Office, word: str) -> str:
    unit = office.unit(word)
    if unit not in office.departments:
        raise NotFound(
            say("{name} is a grid, not a department.", name=office.unit_name(unit)),
            say("See the departments: gridctl staff list --units"),
        )
    return unit


def _merged(text: str) -> dict[str, int]:
    systems, mark, departments = text.partition("/")
    if not (mark and systems.isascii() and systems.isdigit()) or not (
        departments.isascii() and departments.isdigit()
    ):
        raise Usage(
            say("“{text}” is not two numbers.", text=text),
            say("Write systems/departments, such as --merged 7/9."),
        )
    return {"systems": int(systems), "departments": int(departments)}
