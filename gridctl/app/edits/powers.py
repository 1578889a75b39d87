"""Powers by command: what departments may do is taken over from a spreadsheet, whole or not at all."""

from collections.abc import Iterator
from datetime import date

from gridctl.app.ledger import Ledger
from gridctl.app.settings_change import Decide, Wish
from gridctl.domain.office import Office
from gridctl.domain.power_rows import PowerRow, RowFault, read_rows
from gridctl.domain.settings_files import STAFF
from gridctl.errors import Problem, Rejected
from gridctl.exchange.sheet import read
from gridctl.store import settings_edit
from gridctl.store.settings_edit import PowerEdit
from gridctl.words import say


def take_over(file: str) -> Decide:
    """Add the powers of a spreadsheet, and change those that it has otherwise.

    What the sheet does not name stays, so one department's sheet is enough, and the same sheet
    again changes nothing.
    """
    rows = read(file)

    def decide(ledger: Ledger, _today: date) -> Wish:
        found, faults = read_rows(rows, ledger.office, ledger.catalogue)
        if faults:
            raise _rejected(file, faults)
        edits = [edit for row in found.values() if (edit := _edit(ledger.office, row))]
        data = settings_edit.with_powers(ledger.settings[STAFF] or b"", edits)
        added = sum(1 for edit in edits if edit.power is None)
        told = say(
            "Powers in {file}: {added} added, {changed} changed, {same} there already.",
            file=file,
            added=added,
            changed=len(edits) - added,
            same=len(found) - len(edits),
        )
        return Wish(STAFF, data, f"duties import, {len(edits)} powers", told)

    return decide


def _rejected(file: str, faults: list[RowFault]) -> Rejected:
    return Rejected(
        say("{count} rows cannot be taken; nothing was recorded.", count=len(faults)),
        [Problem(file, each.number, "D09", each.message, each.hint) for each in faults],
        say("Mend the rows and import the file again."),
    )


def _edit(office: Office, row: PowerRow) -> PowerEdit | None:
    """What a row changes; None where it stands so already."""
    department = office.departments[row.department]
    index = office.staff_file.departments.index(department)
    for number, power in enumerate(department.powers):
        if (power.category, power.action) == (row.category, row.action):
            keys = dict(_changed(row, lead=power.lead, basis=power.basis))
            return PowerEdit(index, number, keys) if keys else None
    new: dict[str, object] = {"category": row.category, "action": row.action}
    if row.lead:
        new["lead"] = True
    if row.basis:
        new["basis"] = row.basis
    return PowerEdit(index, None, new)


def _changed(row: PowerRow, *, lead: bool, basis: str | None) -> Iterator[tuple[str, object]]:
    if row.lead is not None and row.lead != lead:
        yield "lead", row.lead
    if row.basis is not None and row.basis != basis:
        yield "basis", row.basis
