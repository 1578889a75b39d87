"""Categories: the catalogue that comes with gridctl; no ledger is needed for it."""

from gridctl.domain.catalogue import Catalogue
from gridctl.store.catalogue_file import built_in


def built_in_catalogue() -> Catalogue:
    """The catalogue `cn@1`."""
    return built_in()
