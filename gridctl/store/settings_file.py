"""Settings file: grids.yaml and staff.yaml as bytes, read strictly into the office they describe."""

from collections.abc import Iterator, Mapping
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
    """Everything that is wrong in the two files, shape first, then what holds between them."""
    from gridctl.store.yaml_lines import line_of

    try:
        office = read(files)
    except Broken as error:
        yield from error.problems
        return
    for file, place, rule, message in check_settings(office, built_in()):
        yield Problem(file, line_of(files[file].decode(), place), rule, message)


def broken(problems: list[Problem]) -> Broken:
    """The error of settings that keep every command from its work."""
    names = listed(sorted({problem.path for problem in problems}))
    return Broken(
        say("The settings cannot be read: {files}", files=names),
        problems,
        say("Mend the lines named above, then: gridctl record"),
    )


def _shaped(
    file: str, files: Mapping[str, bytes], shape: type[T], found: list[Problem]
) -> T | None:
    if file not in files:
        found.append(Problem(file, 0, "F05", say("The file is missing.")))
        return None
    try:
        return build(shape, load(file, files[file], settings=True))
    except Unreadable as error:
        found.append(error.problem)
    except Misfit:
        found.extend(_explained(file, files[file], shape))
    return None


def _explained(file: str, data: bytes, shape: type) -> Iterator[Problem]:
    from gridctl.records.explaining import faults
    from gridctl.store.yaml_lines import line_of

    plain = load(file, data, settings=True)
    text = data.decode()
    for fault in faults(shape, plain):
        yield Problem(file, line_of(text, fault.place), fault.rule, fault.message)
