"""Words that a shell may offer, glimpsed from file names alone so that the answer comes at once."""

import os
from collections.abc import Iterator

_MOST = 200
_LOOKED_AT = 20_000


def case_ids(folder: str, prefix: str) -> list[str]:
    """Ids of cases that `prefix` may grow into, newest day first, at most 200.

    A prefix of the random ending gives endings, since a shell offers only what starts alike.
    """
    wanted = prefix.lower()
    found: list[str] = []
    for looked_at, name in enumerate(_names(os.path.join(folder, "cases"))):
        if len(found) == _MOST or looked_at == _LOOKED_AT:
            break
        ending = name.rpartition("-")[2]
        if name.startswith(wanted):
            found.append(name)
        elif ending.startswith(wanted):
            found.append(ending)
    return found


def _names(folder: str) -> Iterator[str]:
    """Case ids below `folder`; year, month and day folders from the latest on."""
    try:
        names = sorted(os.listdir(folder), reverse=True)
    except OSError:
        return
    for name in names:
        if name.endswith(".yaml"):
            yield name[: -len(".yaml")]
        elif not name.startswith("."):
            yield from _names(os.path.join(folder, name))
