"""Editions: the catalogue that a case was filed under, read where it was recorded."""

from gridctl.app.earlier import states
from gridctl.app.ledger import Ledger
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.settings_files import CATALOGUE
from gridctl.errors import Broken
from gridctl.store.catalogue_file import built_in


def catalogue_of(ledger: Ledger, edition: str) -> Catalogue | None:
    """The catalogue of an edition such as `cn@1+lz@3`; None where it was never recorded here."""
    for known in (ledger.catalogue, built_in()):
        if known.edition == edition:
            return known
    for past in states(ledger, CATALOGUE):
        try:
            if past.catalogue.edition == edition:
                return past.catalogue
        except Broken:
            continue
    return None
