"""file: a reported case gets its number, category, filing condition and limit."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from gridctl.app.deadlines import is_longer
from gridctl.app.desk import Desk
from gridctl.app.ledger import Ledger
from gridctl.app.numbering import next_number
from gridctl.app.verbs.dispatch import Order, dispatch
from gridctl.domain import texts
from gridctl.domain.case import Case
from gridctl.domain.catalogue import Category
from gridctl.domain.limits import in_words, parse_limit
from gridctl.domain.steps import MOVES, not_now, position
from gridctl.domain.verbs.file import Filed, Pinned
from gridctl.errors import Usage
from gridctl.words import aside, listed, say


@dataclass(frozen=True, kw_only=True)
class Filing:
    """The wish. `condition` counts from 1; `order` sends the case to its units at once."""

    category: str | None = None
    condition: int | None = None
    limit: str | None = None
    note: str | None = None
    order: Order | None = None


class Terms(NamedTuple):
    """The condition and limit that a filing comes to."""

    condition: int | None
    limit: str


def file(desk: Desk, case: Case, filing: Filing) -> Case:
    """Place the filing, and the order where one is wished; else ask the matrix for whom it would be."""
    if "file" not in MOVES[position(case)]:
        raise not_now(case, "file")
    category = desk.ledger.catalogue.category(filing.category or case.category or "")
    terms = terms_of(desk.ledger, category, filing, desk.hand.at)
    case = desk.place(
        case,
        Filed(
            **desk.common(case),
            number=case.number or next_number(desk, case),
            category=category.code,
            condition=terms.condition,
            limit=terms.limit,
            note=texts.prose("--note", filing.note) if filing.note else None,
            pinned=Pinned(
                catalogue=desk.ledger.catalogue.edition, calendar=desk.ledger.calendar.edition
            ),
        ),
    )
    if filing.order:
        return dispatch(desk, case, replace(filing.order, note=None))
    desk.route(case)
    return case


def terms_of(ledger: Ledger, category: Category, filing: Filing, at: datetime) -> Terms:
    """The condition's limit, or the wished one; a longer one needs a reason. Raises Usage."""
    condition = _condition(category, filing)
    own = category.conditions[condition - 1].limit if condition else None
    if filing.limit is None and own is None:
        raise Usage(
            say(
                "{category} has no limit of its own, so one is needed (--limit).",
                category=category.code,
            ),
            say("For example: --limit '2 work_day'"),
        )
    limit = str(parse_limit(filing.limit)) if filing.limit else str(own)
    if own and not filing.note and is_longer(ledger, at, limit, own):
        raise Usage(
            say(
                "{limit} is longer than the {own} of the filing condition.",
                limit=in_words(limit),
                own=in_words(own),
            ),
            say("Say why with --note REASON, or leave --limit out."),
        )
    return Terms(condition, limit)


def _condition(category: Category, filing: Filing) -> int | None:
    count = len(category.conditions)
    if filing.condition is None and count <= 1:
        return count or None
    if filing.condition is None or not 1 <= filing.condition <= count:
        choices = listed(
            [
                f"{n}. {aside(c.filing, in_words(c.limit))}"
                for n, c in enumerate(category.conditions, 1)
            ]
        )
        raise Usage(
            say(
                "{category} has several filing conditions; say which with --condition.",
                category=category.code,
            )
            if filing.condition is None
            else say(
                "{category} has no filing condition {n}.",
                category=category.code,
                n=filing.condition,
            ),
            say("They are: {choices}", choices=choices) if choices else None,
        )
    return filing.condition
