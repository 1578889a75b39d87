"""Evidence: photos and papers named by their SHA-256, copied beside the ledger and kept out of git.

In git they have neutral names, since a file name may say whom it shows.
"""

import os
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from gridctl.app import outside
from gridctl.app.desk import Desk
from gridctl.domain.case import Case
from gridctl.domain.event import Evidence
from gridctl.errors import Usage
from gridctl.words import say

LARGEST = 50 * 1024 * 1024
_ENDING = re.compile(r"\.[a-z0-9]{1,5}", re.ASCII)


def attach(
    desk: Desk,
    case: Case | None,
    photos: Sequence[str],
    papers: Sequence[str] = (),
    *,
    kind: Literal["before", "after"],
) -> tuple[Evidence, ...]:
    """The record of every file; the files themselves go to evidence/ with the commit, and their
    own names to private/.
    """
    return (*_take(desk, case, photos, kind), *_take(desk, case, papers, "paper"))


def path_of(evidence: Evidence) -> str:
    """Where the file of a record lies, relative to the ledger."""
    return f"{outside.EVIDENCE}/{evidence.sha256}{_ending(evidence.name)}"


def is_neutral(evidence: Evidence) -> bool:
    """Whether the name says no more than what the file is, as `before-1.jpg` does."""
    return bool(
        re.fullmatch(rf"{evidence.kind}-[1-9][0-9]{{0,8}}(\.[a-z0-9]{{1,5}})?", evidence.name)
    )


def _take(
    desk: Desk,
    case: Case | None,
    files: Sequence[str],
    kind: Literal["before", "after", "paper"],
) -> Iterator[Evidence]:
    import hashlib

    for number, file in enumerate(files, _count(case, kind) + 1):
        data = _read(file)
        record = Evidence(
            name=f"{kind}-{number}{_ending(file)}",
            sha256=hashlib.sha256(data).hexdigest(),
            kind=kind,
        )
        desk.outside[path_of(record)] = data
        # As the disk has it: it need not be UTF-8.
        own_name = os.fsencode(os.path.basename(file)) + b"\n"
        desk.outside[f"{outside.PRIVATE}/{record.sha256}.txt"] = own_name
        yield record


def _count(case: Case | None, kind: str) -> int:
    """How many files of a kind a case has."""
    events = case.history if case else ()
    return sum(each.kind == kind for event in events for each in getattr(event, "evidence", ()))


def _ending(name: str) -> str:
    ending = os.path.splitext(name)[1].lower()
    return ending if _ENDING.fullmatch(ending) else ""


def _read(file: str) -> bytes:
    try:
        with open(file, "rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise Usage(
            say(
                "The file {file} cannot be read: {reason}",
                file=file,
                reason=error.strerror or str(error),
            ),
            say("Check its path and that you may read it."),
        ) from error
    if not data or len(data) > LARGEST:
        raise Usage(
            say(
                "The file {file} is empty or has more than {most} MB.",
                file=file,
                most=LARGEST // 1024 // 1024,
            ),
            say("Make it smaller, or attach another."),
        )
    return data
