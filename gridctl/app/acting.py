"""Acting: who acts, who types, and when, as one call has it."""

from dataclasses import dataclass
from datetime import datetime

from gridctl.app.ledger import Ledger
from gridctl.domain.judging import Entry, unknown_actor
from gridctl.domain.moments import as_typed, fixed
from gridctl.domain.people import Person
from gridctl.errors import NotFound, Refused
from gridctl.git.repository import Identity
from gridctl.words import say


@dataclass(frozen=True)
class Acting:
    """What a writing call says beside its wishes. `actor` is a staff id or name, None where the
    git identity acts itself; `at` is as typed; `now` carries an offset. `unit` acts itself, where it has nobody in the ledger.
    """

    now: datetime
    actor: str | None = None
    at: str | None = None
    fixed_clock: bool = False
    id_seed: str | None = None
    if_version: int | None = None
    dry_run: bool = False
    mask: bool = False
    unit: str | None = None


@dataclass(frozen=True)
class Hand:
    """Who acts (`by`: a staff id, or a unit's) and the entry that will be made of it; `identity` is
    git's.
    """

    by: str
    entry: Entry
    at: datetime
    identity: Identity

    @property
    def entered(self) -> str | None:
        """Who types, where that is another person."""
        return None if self.entry.typist.id == self.by else self.entry.typist.id


def hand_of(ledger: Ledger, acting: Acting) -> Hand:
    """The hand that acts; Refused where the actor or the typist is not in the staff file."""
    identity = _identity(ledger)
    typist = ledger.office.person_by_email(identity.email)
    actor = _named(ledger, acting.actor) if acting.actor else typist
    if typist is None or actor is None:
        raise _address_unknown(identity)
    recorded = ledger.local(acting.now)
    at = as_typed(acting.at, now=recorded) if acting.at else fixed(recorded)
    by = ledger.office.unit(acting.unit) if acting.unit else actor.id
    return Hand(by, Entry(ledger.office, typist, recorded), at, identity)


def who_asks(ledger: Ledger, actor: str | None) -> Person:
    """Who asks a question of their own: the actor named, else whose address git has; Refused as above."""
    if actor:
        return _named(ledger, actor)
    identity = _identity(ledger)
    person = ledger.office.person_by_email(identity.email)
    if person is None:
        raise _address_unknown(identity)
    return person


def _named(ledger: Ledger, actor: str) -> Person:
    try:
        return ledger.office.person(actor)
    except NotFound as error:
        refusal = unknown_actor(actor)
        refusal.hint = error.hint or refusal.hint
        raise refusal from error


def _identity(ledger: Ledger) -> Identity:
    identity = ledger.repository.identity()
    if identity is None:
        raise Refused(
            "R02",
            say("git does not know who works in this clone."),
            say("Say it once: git config user.name NAME && git config user.email ADDRESS"),
        )
    return identity


def _address_unknown(identity: Identity) -> Refused:
    return Refused(
        "R02",
        say("The address of this clone, {email}, is not in staff.yaml.", email=identity.email),
        say("Add it to your entry in staff.yaml, or set yours: git config user.email ADDRESS"),
    )
