"""`gridctl duties check`: powers and duties held against the catalogue, the grids and the people."""

from typing import Any

from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.on_day import On, asked
from gridctl.cli.reading import warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.duty_checks import DutyFindings, check_duties
from gridctl.views.duty_lines import of_findings

MORE = N_(
    "Overlap: several departments lead an action on a category. Crossing: a department and the office hold it. "
    "Gap: nobody has to settle it. Wrong level: enforcement belongs on level 1 or 2, patrol on level 3. Out of reach: "
    "second-level grids in, above and below which no holder of the power has a post. Exit code 1 where something was found."
)


def command(on: On = None) -> int:
    """Check them; 1 where something was found."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        office, catalogue = ledger.office, ledger.catalogue
        found = check_duties(office, catalogue, asked(ledger, on))
    if session.json:
        output.say_json(_object(found))
    else:
        output.say_lines(of_findings(found, office, catalogue))
    return 1 if any(found) else 0


def _object(found: DutyFindings) -> dict[str, Any]:
    answer: dict[str, Any] = {
        kind: [each._asdict() for each in findings] for kind, findings in found._asdict().items()
    }
    for gap in answer["gaps"]:
        gap["held"] = [{"unit": unit, "action": action} for unit, action in gap["held"]]
    return answer
