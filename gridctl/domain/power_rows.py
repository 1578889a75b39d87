"""Power rows: powers as a department's spreadsheet has them, each row understood or refused with a reason."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from gridctl.domain import texts
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.office import Office
from gridctl.domain.terms import ACTIONS
from gridctl.errors import GridctlError, NotFound, Usage
from gridctl.words import Message, listed, say

# How the head of a column may be called; the first two are what gridctl itself says.
COLUMNS: dict[str, tuple[str, ...]] = {
    "department": ("部门", "department", "单位", "执法部门", "职能部门"),
    "category": ("类别", "category", "类别代码", "案件类别"),
    "action": ("事项", "action", "职责", "权限", "执法事项"),
    "lead": ("主办", "lead", "主责", "是否主办", "牵头"),
    "basis": ("依据", "basis", "法律依据", "执法依据", "法律法规依据"),
}
_NEEDED = ("department", "category", "action")
_YES = frozenset({"是", "主办", "主责", "牵头", "√", "✓", "yes", "y", "true", "1"})
_NO = frozenset({"", "否", "协办", "配合", "×", "no", "n", "false", "0"})
# What such sheets call an action, beside the words that gridctl uses.
_ALSO = {
    "执法": "enforce",
    "处罚": "enforce",
    "行政处罚": "enforce",
    "许可": "license",
    "行政许可": "license",
    "审批": "license",
    "检查": "inspect",
    "行政检查": "inspect",
    "巡查": "patrol",
    "调处": "mediate",
}


class PowerRow(NamedTuple):
    """One power. `lead` and `basis` are None where the sheet does not say."""

    department: str
    category: str
    action: str
    lead: bool | None
    basis: str | None

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same power in two sheets."""
        return self.department, self.category, self.action


class RowFault(NamedTuple):
    """A row that cannot be taken, by its number, why, and what may have been meant."""

    number: int
    message: Message
    hint: Message | None = None


def read_rows(
    rows: Iterable[tuple[int, Sequence[str]]], office: Office, catalogue: Catalogue
) -> tuple[dict[tuple[str, str, str], PowerRow], list[RowFault]]:
    """The powers below the head row by key, and the rows that hold none. Raises Usage without a head."""
    lines = iter(rows)
    places = _columns(next(lines, (1, ()))[1])
    found: dict[tuple[str, str, str], PowerRow] = {}
    numbers: dict[tuple[str, str, str], int] = {}
    faults: list[RowFault] = []
    for number, cells in lines:
        try:
            row = _read(_cells(cells, places), office, catalogue)
        except GridctlError as error:
            faults.append(RowFault(number, error.message, error.hint))
            continue
        if found.setdefault(row.key, row) != row:
            message = say("It says otherwise than row {number}.", number=numbers[row.key])
            faults.append(RowFault(number, message))
        numbers.setdefault(row.key, number)
    return found, faults


def _columns(head: Sequence[str]) -> dict[str, int]:
    known = {name: key for key, names in COLUMNS.items() for name in names}
    places: dict[str, int] = {}
    for index, cell in enumerate(head):
        key = known.get(cell.lower())
        if key:
            places.setdefault(key, index)
    missing = [_head(key) for key in _NEEDED if key not in places]
    if missing:
        raise Usage(
            say("The first row lacks the columns: {columns}", columns=listed(missing)),
            say("The first row names the columns: {all}", all=listed(map(_head, COLUMNS))),
        )
    return places


def _head(key: str) -> str:
    """How a column is called, in both languages."""
    return f"{COLUMNS[key][0]}/{key}"


def _cells(cells: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    """What a row holds by column; a short row ends with empty cells."""
    return {key: cells[i] if i < len(cells) else "" for key, i in places.items()}


def _read(row: Mapping[str, str], office: Office, catalogue: Catalogue) -> PowerRow:
    empty = [_head(key) for key in _NEEDED if not row[key]]
    if empty:
        raise Usage(say("Empty: {columns}", columns=listed(empty)))
    unit = office.unit(row["department"])
    if unit not in office.departments:
        raise NotFound(say("“{word}” is a grid, not a department.", word=row["department"]))
    return PowerRow(
        unit,
        _category(row["category"], catalogue),
        _ALSO.get(row["action"]) or texts.key_of(row["action"], ACTIONS, _head("action")),
        _lead(row["lead"]) if "lead" in row else None,
        texts.line(_head("basis"), row["basis"]) if row.get("basis") else None,
    )


def _category(word: str, catalogue: Catalogue) -> str:
    """A class or a category, by code or name."""
    code = word.upper()
    if code in catalogue.classes:
        return code
    named = [c.code for c in catalogue.classes.values() if word in (c.name.zh, c.name.en)]
    return named[0] if len(named) == 1 else catalogue.category(word).code


def _lead(word: str) -> bool:
    if word.lower() not in _YES | _NO:
        raise Usage(say("Lead is yes or no, not “{word}”.", word=word))
    return word.lower() in _YES
