"""`gridctl liability`: the breaches of a case, and who answered for each, in block and strip."""

from typing import Any

from gridctl.app.liability import Answer, Liability, liability
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.views import liability_page, seat_json
from gridctl.views.case_json import plain
from gridctl.words import _

MORE = N_(
    "Breaches are a missed deadline of the unit, a case not closed in time, a failed verification, and a complaint after closing. Everybody is named as of the day of the breach, whoever has left since."
)


def command(ids: Ids = None) -> None:
    """Name them."""
    session = current()
    words = case_ids(ids)
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        office, now = ledger.office, moment(ledger)
        cases = [ledger.cases.read(ledger.cases.find(word)) for word in words.ids]
        found = [liability(ledger, case, now) for case in cases]
    if session.json:
        answers = [_object(each, office) for each in found]
        output.say_json(answers if words.several else answers[0])
        return
    for number, each in enumerate(found):
        output.say_lines([""] if number else [])
        _print(each, office)


def _print(found: Liability, office: Office) -> None:
    case = found.case
    output.say_lines([f"{case.id}  {visible(case.title)}"])
    if not found.answers:
        output.say_lines(
            [
                _("No breach so far: nobody has to answer for it."),
                _("Who is responsible: gridctl grid who {grid}").format(grid=case.grid),
            ]
        )
    for number, each in enumerate(found.answers, start=1):
        output.say_lines(["", *liability_page.of_breach(each.breach, number)])
        output.say_lines(liability_page.of_block(each.block, office))
        output.say_lines(liability_page.of_strip(each.strip, office))


def _object(found: Liability, office: Office) -> dict[str, Any]:
    case, first = found.case, found.decisive
    return {
        "id": case.id,
        "grid": case.grid,
        "state": case.state,
        "breaches": [_breach(each, office) for each in found.answers],
        **(_chains(first, office) if first else {"block": [], "strip": None}),
    }


def _breach(each: Answer, office: Office) -> dict[str, Any]:
    breach = each.breach
    own = {
        "kind": breach.kind,
        "at": plain(breach.at),
        "day": plain(each.day),
        "ended": plain(breach.ended),
        "entry": breach.entry,
        "unit": breach.unit,
        "counted": breach.counted,
        "pardon": breach.pardon,
    }
    return own | _chains(each, office)


def _chains(each: Answer, office: Office) -> dict[str, Any]:
    return {
        "block": [seat_json.seat(seat) for seat in each.block],
        "strip": seat_json.strip(each.strip, office),
    }
