"""Acting: who acts, who types, and when, as one call has it."""

from dataclasses import dataclass
from datetime import datetime

from gridctl.app.ledger import Ledger
from gridctl.app.who import address_unknown, identity_of, named
from gridctl.domain.judging import Entry
from gridctl.domain.moments import as_typed, fixed
from gridctl.git.repository import Identity


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
    identity = identity_of(ledger)
    typist = ledger.office.person_by_email(identity.email)
    actor = named(ledger, acting.actor) if acting.actor else typist
    if typist is None or actor is None:
        raise address_unknown(identity)
    recorded = ledger.local(acting.now)
    at = as_typed(acting.at, now=recorded) if acting.at else fixed(recorded)
    by = ledger.office.unit(acting.unit) if acting.unit else actor.id
    return Hand(by, Entry(ledger.office, typist, recorded), at, identity)
