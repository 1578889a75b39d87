"""`gridctl duties trace`: from a case to the holder of the power, its basis and its people."""

from collections.abc import Iterator
from typing import Any

from gridctl.app.duty_trace import Present, Trace, trace
from gridctl.app.opening import open_ledger
from gridctl.cli import output
from gridctl.cli.calling import case_ids
from gridctl.cli.options import Ids
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.office import Office
from gridctl.views import duty_json, trace_lines
from gridctl.words import _


def command(ids: Ids = None) -> None:
    """Trace the cases."""
    session = current()
    words = case_ids(ids)
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        office, catalogue, today = ledger.office, ledger.catalogue, moment(ledger).date()
        found = [trace(ledger, ledger.cases.read(ledger.cases.find(w)), today) for w in words.ids]
    if session.json:
        answers = [_object(each, office) for each in found]
        output.say_json(answers if words.several else answers[0])
        return
    for number, each in enumerate(found):
        output.say_lines([""] if number else [])
        output.say_lines(_lines(each, office, catalogue))


def _lines(found: Trace, office: Office, catalogue: Catalogue) -> Iterator[str]:
    yield from trace_lines.of_holders(found.case, found.holders, catalogue, office)
    if found.order:
        agrees = bool(found.agrees)
        yield from trace_lines.of_order(found.order, found.acting, office, agrees=agrees)
    for title, present in ((_("When dispatched"), found.then), (_("Today"), found.today)):
        if present and present.people:
            yield from trace_lines.of_people(title, present.on, present.people, office)


def _object(found: Trace, office: Office) -> dict[str, Any]:
    return {
        "id": found.case.id,
        "category": found.case.category,
        "holders": [
            duty_json.holding(each.holding, office) | {"unit": each.unit, "name": each.name}
            for each in found.holders
        ],
        "lead": found.order.lead if found.order else None,
        "routed": found.order.routed if found.order else None,
        "acting": duty_json.holding(found.acting, office) if found.acting else None,
        "agrees": found.agrees,
        "dispatched": _present(found.then) if found.then else None,
        "today": _present(found.today),
    }


def _present(found: Present) -> dict[str, Any]:
    people = {
        unit: [duty_json.person(each) for each in held] for unit, held in found.people.items()
    }
    return {"on": found.on.isoformat(), "people": people}
