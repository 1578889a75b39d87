"""Trace: what a writer notes in the lock, so that whoever comes next can finish for him."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gridctl.git.repository import Repository, discover


@dataclass(frozen=True)
class Trace:
    """One writer: since when (as in files), who, and between which commits.

    `top` is his work tree, seen from the shared git directory, so that a ledger may be moved;
    `prefix` the ledger's folder in it. `old` is HEAD as he found it ("" before the first commit),
    `new` the commit he was about to make HEAD ("" as long as there was none).
    """

    since: str
    who: str
    top: str
    prefix: str
    old: str
    new: str = ""

    @property
    def began(self) -> float:
        """Seconds since 1970; 0 where unknown."""
        try:
            return datetime.fromisoformat(self.since).timestamp()
        except ValueError:
            return 0.0


def trace_of(repository: Repository, who: str) -> Trace:
    """The trace of somebody who begins to write here and now."""
    return Trace(
        datetime.now().astimezone().isoformat(timespec="seconds"),
        " ".join(who.split()),
        os.path.relpath(repository.top, repository.common_dir),
        repository.prefix,
        repository.head_id() or "",
    )


def place_of_trace(repository: Repository, trace: Trace) -> Repository | None:
    """The work tree and ledger where he was at work; None where it is there no more."""
    top = os.path.realpath(os.path.join(repository.common_dir, trace.top))
    if (top, trace.prefix) == (repository.top, repository.prefix):
        return repository
    root = os.path.join(top, trace.prefix)
    found = discover(root) if os.path.isdir(root) else None
    if found and (found.top, found.common_dir) == (top, repository.common_dir):
        return found
    return None


def taken(trace: Trace) -> bytes:
    """The line that says who holds the lock."""
    return _line([trace.since, trace.who, trace.top, trace.prefix, trace.old])


def heading(new: str) -> bytes:
    """The line that says which commit the holder is about to make HEAD."""
    return _line([new])


def traces(text: bytes) -> tuple[Trace, ...]:
    """Who is noted, the last one last; what is no line of ours is passed over."""
    found: list[Trace] = []
    for words in _lines(text):
        if len(words) == 5:
            found.append(Trace(*words))
        elif len(words) == 1 and found:
            found[-1] = Trace(*_first(found[-1]), words[0])
    return tuple(found)


def _first(trace: Trace) -> tuple[str, str, str, str, str]:
    return trace.since, trace.who, trace.top, trace.prefix, trace.old


def _line(words: list[str]) -> bytes:
    import json

    # A line of its own even behind one that was cut short.
    return f"\n{json.dumps(words, ensure_ascii=False)}\n".encode("utf-8", "surrogateescape")


def _lines(text: bytes) -> Iterator[list[str]]:
    import json

    for line in text.decode("utf-8", "surrogateescape").split("\n"):
        try:
            words = json.loads(line) if line.startswith("[") else None
        except ValueError:
            continue
        if isinstance(words, list) and all(isinstance(word, str) for word in words):
            yield words
