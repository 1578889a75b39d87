"""`gridctl why`: how a case came by its limit, deadline and unit, and who is due."""

from datetime import datetime
from typing import Any

from gridctl.app.opening import open_ledger
from gridctl.app.why import Reasons, reasons
from gridctl.cli import output
from gridctl.cli.calling import case_ids
from gridctl.cli.options import Ids
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.hidden import visible
from gridctl.domain.moments import stamp
from gridctl.domain.office import Office
from gridctl.domain.working_time import Due
from gridctl.views import case_json, case_page, routing_lines, why_page
from gridctl.words import aside


def command(ids: Ids = None) -> None:
    """Explain the cases."""
    session = current()
    named = case_ids(ids)
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        now = moment(ledger)
        office, catalogue = ledger.office, ledger.catalogue
        found = [reasons(ledger, ledger.cases.read(ledger.cases.find(w)), now) for w in named.ids]
    if session.json:
        answers = [_object(each) for each in found]
        output.say_json(answers if named.several else answers[0])
        return
    for number, each in enumerate(found):
        output.say_lines([""] if number else [])
        _print(each, office, catalogue, now)


def _print(found: Reasons, office: Office, catalogue: Catalogue, now: datetime) -> None:
    case = found.case
    output.say_lines([f"{case.id}  {visible(case.title)}", ""])
    output.say_lines(why_page.of_filing(found.filed, found.condition, catalogue))
    if found.order:
        order = found.order
        convention = office.settings.work_day
        lines = why_page.of_deadline(order.start, order.first, order.moved, case.due, convention)
        output.say_lines(lines)
    clocks = why_page.of_clocks(
        found.light,
        case.due,
        now,
        handed_back=found.handed_back,
        late=found.late,
        provisional=case.provisional,
    )
    output.say_lines(clocks)
    closing = why_page.of_closing(
        found.close_due, found.closed, overrun=found.overrun, pardoned=found.pardoned
    )
    output.say_lines(closing)
    output.say_lines(why_page.of_request(case.pending, found.asked, office))
    routed_by = found.order.routed if found.order else None
    output.say_lines(why_page.of_unit(case.lead, routed_by, found.powers, office))
    if found.route:
        output.say_lines(routing_lines.of_waiting(found.route))
    following = [(m.verb, m.commands, [aside(p.name, p.id) for p in m.who]) for m in found.moves]
    output.say_lines(["", *case_page.now_possible(following)])


def _object(found: Reasons) -> dict[str, Any]:
    case, filed, order = found.case, found.filed, found.order
    return {
        "id": case.id,
        "category": case.category,
        "condition": filed.condition if filed else None,
        "limit": filed.limit if filed else None,
        "pinned": {"catalogue": filed.pinned.catalogue, "calendar": filed.pinned.calendar}
        if filed
        else None,
        "start": stamp(order.start) if order else None,
        "skipped": _skipped(order.first) if order else [],
        "moved": [
            {"n": event.n, "did": event.did, "skipped": _skipped(due)} for event, due in order.moved
        ]
        if order
        else [],
        "due": stamp(case.due) if case.due else None,
        "provisional": case.provisional,
        "clock": found.light,
        "close_due": stamp(found.close_due) if found.close_due else None,
        "closed": stamp(found.closed) if found.closed else None,
        "handed_back": stamp(found.handed_back) if found.handed_back else None,
        "late": found.late,
        "overrun": found.overrun,
        "pardoned": found.pardoned,
        "pending": case.pending,
        "lead": case.lead,
        "routed": order.routed if order else None,
        "routing": routing_lines.as_object(found.route) if found.route else None,
        "powers": [
            {"category": p.category, "action": p.action, "basis": p.basis} for p in found.powers
        ],
        "legal": [case_json.legal(m.verb, m.commands, [p.id for p in m.who]) for m in found.moves],
    }


def _skipped(due: Due) -> list[dict[str, str]]:
    return [{"date": day.isoformat(), "reason": str(why)} for day, why in due.skipped]
