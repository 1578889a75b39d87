"""Settings files: bytes read strictly into the office, the catalogue and whatever else they describe.

A file that a ledger may lack has a shape and a check of its own in the two tables below.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any, TypeVar

from gridctl.domain.calendar import Calendar
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.catalogue_checks import check_catalogue, check_version
from gridctl.domain.finding import Finding
from gridctl.domain.grids import GridsFile
from gridctl.domain.hidden_checks import check_hidden
from gridctl.domain.local_calendar import CalendarFile, check_calendar
from gridctl.domain.local_calendar import merged as merged_calendar
from gridctl.domain.local_catalogue import CatalogueFile, merged
from gridctl.domain.office import Office
from gridctl.domain.people import StaffFile
from gridctl.domain.personal_checks import MASKED, RULE, check_personal, check_remarks
from gridctl.domain.scoring import Scoring, ScoringFile
from gridctl.domain.scoring_checks import check_appraised, check_scoring, check_scoring_version
from gridctl.domain.settings_checks import check_settings
from gridctl.domain.settings_files import CALENDAR, CATALOGUE, GRIDS, REQUIRED, SCORING, STAFF
from gridctl.errors import Broken, Problem
from gridctl.records.building import Misfit, build
from gridctl.store import holidays, scoring_file
from gridctl.store.catalogue_file import built_in
from gridctl.store.yaml_text import Unreadable, load
from gridctl.words import listed, say

T = TypeVar("T")
Files = Mapping[str, bytes | None]  # by name; None: there, but a link, a folder, or too large
_MOST = 50  # problems that are worth telling at once
SHAPES: dict[str, type] = {
    GRIDS: GridsFile,
    STAFF: StaffFile,
    CATALOGUE: CatalogueFile,
    CALENDAR: CalendarFile,
    SCORING: ScoringFile,
}
CHECKS: dict[str, Callable[[Any], Iterator[Finding]]] = {  # what holds inside an optional file
    CATALOGUE: lambda file: check_catalogue(file, built_in()),
    CALENDAR: lambda file: check_calendar(file, holidays.built_in()),
    SCORING: check_scoring,
}


def read(files: Files) -> Office:
    """The office that the required files describe; raises Broken with every Problem of their shape."""
    problems: list[Problem] = []
    grids = _shaped(GRIDS, files, GridsFile, problems)
    staff = _shaped(STAFF, files, StaffFile, problems)
    if grids is None or staff is None:
        raise broken(problems)
    return Office(grids, staff)


def read_optional(file: str, files: Files, shape: type[T]) -> T | None:
    """What an optional file describes, None where there is none; raises Broken as `read` does."""
    if file not in files:
        return None
    problems: list[Problem] = []
    found = _shaped(file, files, shape, problems)
    if found is None:
        raise broken(problems)
    return found


def catalogue(files: Files, office: Office) -> Catalogue:
    """The built-in categories, with those of the ledger; raises Broken as `read` does."""
    local = read_optional(CATALOGUE, files, CatalogueFile)
    if local is None:
        return built_in()
    return merged(built_in(), local, _top(office))


def calendar(files: Files) -> Calendar:
    """The built-in plans, with the plans and days of the ledger; raises Broken as `read` does."""
    local = read_optional(CALENDAR, files, CalendarFile)
    return merged_calendar(holidays.built_in(), local) if local else holidays.built_in()


def scoring(files: Files, office: Office) -> Scoring:
    """The built-in method of appraisal, or the ledger's own; raises Broken as `read` does."""
    local = own_scoring(files)
    return Scoring(f"{_top(office)}@{local.version}", local) if local else scoring_file.built_in()


def own_scoring(files: Files) -> ScoringFile | None:
    """The ledger's own method, None where it has none; raises Broken as `read` does."""
    return read_optional(SCORING, files, ScoringFile)


def checked(file: str, data: bytes) -> bytes:
    """The bytes of an optional file, once they can be read as what it is; raises Broken as `read` does."""
    read_optional(file, {file: data}, SHAPES[file])
    return data


def _top(office: Office) -> str:
    """The grid that names the ledger's own editions."""
    return next((grid.id for grid in office.grids.values() if grid.level == 1), "")


def problems(files: Files) -> Iterator[Problem]:
    """What is wrong in the files: their shape, else what holds in and between them; at most 50."""
    found: list[Problem] = []
    there = {file: shape for file, shape in SHAPES.items() if file in files or file in REQUIRED}
    shaped = {file: _shaped(file, files, shape, found) for file, shape in there.items()}
    if found:
        yield from found
        return
    placed = _placed(files, _findings(files, shaped))
    yield from islice(chain(placed, _told_in_remarks(files, shaped)), _MOST)


def _told_in_remarks(files: Files, names: Iterable[str]) -> Iterator[Problem]:
    for file in names:
        for line, message in check_remarks((files[file] or b"").decode()):
            yield Problem(file, line, RULE, message, MASKED)


def _placed(files: Files, findings: Iterable[Finding]) -> Iterator[Problem]:
    from gridctl.store.yaml_lines import line_of

    for file, place, rule, message, remedy in findings:
        text = (files[file] or b"").decode()
        yield Problem(file, line_of(text, place), rule, message, remedy)


def version_problems(before: Files, after: Files) -> Iterator[Problem]:
    """What is wrong between two states of the versioned files; nothing where the first was not sound."""
    for file, shape, check in _VERSIONED:
        try:
            old = read_optional(file, before, shape)
            new = read_optional(file, after, shape)
        except Broken:
            continue
        yield from _placed(after, check(old, new) if new else ())


_VERSIONED: tuple[tuple[str, type, Callable[[Any, Any], Iterator[Finding]]], ...] = (
    (CATALOGUE, CatalogueFile, check_version),
    (SCORING, ScoringFile, check_scoring_version),
)


def _findings(files: Files, shaped: Mapping[str, Any]) -> Iterator[Finding]:
    """What does not hold in one file; where all does, what does not hold in the office."""
    texts = (
        finding
        for file in shaped
        for check in (check_hidden, check_personal)
        for finding in check(file, shaped[file])
    )
    checks = (
        finding for file in CHECKS if file in shaped for finding in CHECKS[file](shaped[file])
    )
    own = chain(texts, checks)
    first = next(own, None)
    if first:
        return chain([first], own)
    office = Office(shaped[GRIDS], shaped[STAFF])
    between = check_settings(office, catalogue(files, office))
    appraised = shaped.get(SCORING)
    return chain(between, check_appraised(appraised, office) if appraised else ())


def broken(problems: list[Problem]) -> Broken:
    """The error of settings that keep every command from its work."""
    names = listed(sorted({problem.path for problem in problems}))
    return Broken(
        say("The settings cannot be read: {files}", files=names),
        problems,
        say(
            "Mend the lines named above and run it again; edits are put on record by: gridctl record"
        ),
    )


def _shaped(file: str, files: Files, shape: type[T], found: list[Problem]) -> T | None:
    data = files.get(file)
    if data is None:
        found.append(
            Problem(file, 0, "F05", say("There is no such file, or it is a link, or too large."))
        )
        return None
    try:
        plain = load(file, data, settings=True)
    except Unreadable as error:
        found.append(error.problem)
        return None
    try:
        return build(shape, plain)
    except Misfit:
        found.extend(_explained(file, data.decode(), shape, plain))
        return None


def _explained(file: str, text: str, shape: type, plain: object) -> Iterator[Problem]:
    from gridctl.records.explaining import faults
    from gridctl.store.yaml_lines import line_of

    for fault in faults(shape, plain):
        yield Problem(file, line_of(text, fault.place), fault.rule, fault.message)
