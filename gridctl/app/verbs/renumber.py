"""renumber: of cases that share a number, all but the first to be filed take the next ones."""

from collections import defaultdict

from gridctl.app.desk import Desk
from gridctl.app.filing_order import in_filing_order
from gridctl.app.ledger import Ledger
from gridctl.app.numbering import next_number
from gridctl.app.past import Past
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.verbs.renumber import Renumbered
from gridctl.errors import Refused
from gridctl.words import say


def renumber(desk: Desk, case: Case, note: str | None) -> Case:
    """Place the next number; Refused where no other case has the present one."""
    if case.number is None or not _others(desk, case):
        raise Refused(
            "C04",
            say("No other case has the number of {case}.", case=case.ending),
            say("A number that stands alone is kept: gridctl show {case}", case=case.ending),
        )
    return desk.place(
        case,
        Renumbered(
            **desk.common(case),
            number=next_number(desk, case),
            was=case.number,
            note=texts.prose("--note", note) if note else None,
        ),
    )


def renumber_all(desk: Desk, note: str | None) -> None:
    """Place a new number on every case that has one of an earlier filing."""
    for ids in shared(desk.ledger):
        for each in in_filing_order(desk.ledger, Past(desk.ledger.objects), ids)[1:]:
            renumber(desk, desk.take(each.case), note)


def shared(ledger: Ledger) -> list[list[str]]:
    """The cases of every number that several have."""
    having: dict[str, list[str]] = defaultdict(list)
    for case_id, number in ledger.cases.numbers.items():
        having[number].append(case_id)
    return [ids for ids in having.values() if len(ids) > 1]


def _others(desk: Desk, case: Case) -> list[str]:
    """Who else has its number, those on the desk as they stand there."""
    numbers = desk.ledger.cases.numbers | {each.id: each.number for each in desk.cases.values()}
    return [id_ for id_, number in numbers.items() if number == case.number and id_ != case.id]
