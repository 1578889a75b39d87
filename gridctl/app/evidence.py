"""Evidence: photos and papers named by their SHA-256, copied beside the ledger and kept out of git."""

import os
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from gridctl.app.desk import Desk
from gridctl.domain import texts
from gridctl.domain.event import Evidence
from gridctl.errors import Usage
from gridctl.words import say

LARGEST = 50 * 1024 * 1024
_ENDING = re.compile(r"\.[a-z0-9]{1,5}", re.ASCII)


def attach(
    desk: Desk,
    photos: Sequence[str],
    papers: Sequence[str] = (),
    *,
    kind: Literal["before", "after"],
) -> tuple[Evidence, ...]:
    """The record of every file; the files themselves go to evidence/ with the commit."""
    return (*_take(desk, photos, kind), *_take(desk, papers, "paper"))


def path_of(evidence: Evidence) -> str:
    """Where the file of a record lies, relative to the ledger."""
    ending = os.path.splitext(evidence.name)[1].lower()
    return f"evidence/{evidence.sha256}{ending if _ENDING.fullmatch(ending) else ''}"


def _take(
    desk: Desk, files: Sequence[str], kind: Literal["before", "after", "paper"]
) -> Iterator[Evidence]:
    import hashlib

    for file in files:
        data = _read(file)
        record = Evidence(
            name=texts.line("FILE", os.path.basename(file)),
            sha256=hashlib.sha256(data).hexdigest(),
            kind=kind,
        )
        desk.outside[path_of(record)] = data
        yield record


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
