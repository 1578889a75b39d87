"""`gridctl show`: one case, its story, and what can be done now."""

from functools import partial
from typing import Any

from gridctl.app.editions import catalogue_of
from gridctl.app.ledger import Ledger
from gridctl.app.opening import open_ledger
from gridctl.app.outlook import moves
from gridctl.app.routing import waiting
from gridctl.app.shared import number_is_shared
from gridctl.cli import output
from gridctl.cli.calling import case_ids
from gridctl.cli.options import Ids
from gridctl.cli.reading import moment, warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.case import Case
from gridctl.domain.facts_of_case import facts_of
from gridctl.records.case_document import document
from gridctl.views import case_json, case_page, routing_lines
from gridctl.views.details import Details
from gridctl.words import aside


def command(ids: Ids = None) -> None:
    """Show the cases."""
    session = current()
    words = case_ids(ids)
    with open_ledger(session.folder, as_of=session.as_of) as ledger:
        warn_unrecorded(ledger)
        cases = [ledger.cases.read(ledger.cases.find(word)) for word in words.ids]
        if session.json:
            answers = [_object(ledger, case) for case in cases]
            output.say_json(answers if words.several else answers[0])
            return
        for number, case in enumerate(cases):
            output.say_lines([""] if number else [])
            _print(ledger, case)


def _print(ledger: Ledger, case: Case) -> None:
    now = moment(ledger)
    details = Details(ledger.office, ledger.catalogue, partial(catalogue_of, ledger))
    output.say_lines(
        case_page.page(case, document(case), details, now, shared=number_is_shared(ledger, case))
    )
    if current().as_of is None:
        following = [
            (move.verb, move.commands, [aside(person.name, person.id) for person in move.who])
            for move in moves(ledger.office, case, now.date())
        ]
        route = waiting(ledger, case, now.date())
        told = [*routing_lines.of_waiting(route), ""] if route else []
        output.say_lines(["", *told, *case_page.now_possible(following)])


def _object(ledger: Ledger, case: Case) -> dict[str, Any]:
    now = moment(ledger)
    legal = [
        case_json.legal(move.verb, move.commands, [person.id for person in move.who])
        for move in moves(ledger.office, case, now.date())
    ]
    history = case_json.plain(document(case)["history"])
    return case_json.head(facts_of(case), now) | {"history": history, "legal": legal}
