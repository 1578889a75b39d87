"""Settings file: grids.yaml and staff.yaml as bytes, read strictly into the office they describe."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TypeVar

from gridctl.domain.finding import GRIDS, STAFF
from gridctl.domain.grids import GridsFile
from gridctl.domain.office import Office
from gridctl.domain.people import StaffFile
from gridctl.domain.settings_checks import check_settings
from gridctl.errors import Broken, Problem
from gridctl.records.building import Misfit, build
from gridctl.store.catalogue_file import built_in
from gridctl.store.yaml_text import Unreadable, load
from gridctl.words import listed, say

T = TypeVar("T", GridsFile, StaffFile)
_MOST = 50  # problems that are worth telling at once
SHAPES: dict[str, type[GridsFile] | type[StaffFile]] = {GRIDS: GridsFile, STAFF: StaffFile}


def read(files: Mapping[str, bytes]) -> Office:
    """The office that both files describe; raises Broken with every Problem found in their shape."""
    problems: list[Problem] = []
    grids = _shaped(GRIDS, files, GridsFile, problems)
    staff = _shaped(STAFF, files, StaffFile, problems)
    if grids is None or staff is None:
        raise broken(problems)
    return Office(grids, staff)


def problems(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """What is wrong in the two files: their shape, else what holds between them; at most 50."""
    from gridctl.store.yaml_lines import line_of

    try:
        office = read(files)
    except Broken as error:
        yield from error.problems
        return
    findings = islice(check_settings(office, built_in()), _MOST)
    for file, place, rule, message, remedy in findings:
        yield Problem(file, line_of(files[file].decode(), place), rule, message, remedy)


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


def _shaped(
    file: str, files: Mapping[str, bytes], shape: type[T], found: list[Problem]
) -> T | None:
    if file not in files:
        found.append(
            Problem(file, 0, "F05", say("There is no such file, or it is a link, or too large."))
        )
        return None
    try:
        plain = load(file, files[file], settings=True)
    except Unreadable as error:
        found.append(error.problem)
        return None
    try:
        return build(shape, plain)
    except Misfit:
        found.extend(_explained(file, files[file].decode(), shape, plain))
        return None


def _explained(file: str, text: str, shape: type, plain: object) -> Iterator[Problem]:
    from gridctl.records.explaining import faults
    from gridctl.store.yaml_lines import line_of

    for fault in faults(shape, plain):
        yield Problem(file, line_of(text, fault.place), fault.rule, fault.message)
