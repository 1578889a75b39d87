"""Categories: the catalogue of the ledger that a folder lies in, else the one that comes with gridctl."""

from collections.abc import Callable

from gridctl.app.ledger import Ledger
from gridctl.app.opening import open_ledger
from gridctl.app.place import ledger_folder
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.moments import NearDay
from gridctl.store.catalogue_file import built_in


def catalogue_anywhere(
    folder: str, *, as_of: str | NearDay | None, opened: Callable[[Ledger], None]
) -> Catalogue:
    """The catalogue; `opened` is called with the ledger where there is one."""
    if ledger_folder(folder) is None:
        return built_in()
    with open_ledger(folder, as_of=as_of) as ledger:
        opened(ledger)
        return ledger.catalogue
