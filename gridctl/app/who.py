"""Who: the person behind a call, as it names them or as git knows them."""

from gridctl.app.ledger import Ledger
from gridctl.domain.people import Person
from gridctl.errors import NotFound, Refused
from gridctl.git.repository import Identity
from gridctl.words import say


def who_asks(ledger: Ledger, actor: str | None) -> Person:
    """Who asks a question of their own: the actor named, else whose address git has; Refused where that is nobody."""
    if actor:
        return named(ledger, actor)
    identity = identity_of(ledger)
    person = ledger.office.person_by_email(identity.email)
    if person is None:
        raise address_unknown(identity)
    return person


def named(ledger: Ledger, actor: str) -> Person:
    """The person that a call names as its actor; Refused with a suggestion else."""
    try:
        return ledger.office.person(actor)
    except NotFound as error:
        from gridctl.domain.judging import unknown_actor  # and with it every verb there is

        refusal = unknown_actor(actor)
        refusal.hint = error.hint or refusal.hint
        raise refusal from error


def identity_of(ledger: Ledger) -> Identity:
    """Who git says works in this clone; Refused where it does not know."""
    identity = ledger.repository.identity()
    if identity is None:
        raise Refused(
            "R02",
            say("git does not know who works in this clone."),
            say("Say it once: git config user.name NAME && git config user.email ADDRESS"),
        )
    return identity


def address_unknown(identity: Identity) -> Refused:
    """The refusal of an address that is nobody's in the staff file."""
    return Refused(
        "R02",
        say("The address of this clone, {email}, is not in staff.yaml.", email=identity.email),
        say("Add it to your entry in staff.yaml, or set yours: git config user.email ADDRESS"),
    )
