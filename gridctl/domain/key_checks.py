"""Key checks: keys are sound public keys of one person, who has an address that they speak for."""

import re
from collections.abc import Iterator

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.finding import Finding, check_span
from gridctl.domain.office import Office
from gridctl.domain.public_keys import fault
from gridctl.domain.settings_files import STAFF
from gridctl.words import aside, say

RULE = "G02"
# What ssh-keygen takes for itself: in its file of signers `*`, `?`, `!` and `,` make patterns.
_ADDRESS = re.compile(r"[A-Za-z0-9._%+=~-]+@[A-Za-z0-9.-]+", re.ASCII)


def check_keys(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Every key is well formed, nobody else's, with its dates in order."""
    owners: dict[str, str] = {}
    for index, person in enumerate(office.staff_file.staff):
        for number, key in enumerate(person.keys):
            place = ("staff", index, "keys", number)
            wrong = fault(key.key)
            owner = owners.setdefault(key.key, person.id)
            if wrong is None and owner != person.id:
                wrong = say(
                    "This key is {person}'s already.",
                    person=aside(office.person_name(owner), owner),
                )
            if wrong:
                yield Finding(STAFF, (*place, "key"), RULE, wrong)
            yield from check_span(STAFF, place, key.since, key.until)
        if person.keys and not _ADDRESS.fullmatch(person.email or ""):
            yield Finding(
                STAFF,
                ("staff", index, "keys"),
                RULE,
                say(
                    "Keys speak for an address; {person} has none that stands in plain letters.",
                    person=aside(person.name, person.id),
                ),
            )
