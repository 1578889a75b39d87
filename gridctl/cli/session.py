"""The session of one call: who, where, when, and in which manner it wants its answer."""

import os
import sys
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from gridctl import words
from gridctl.errors import Usage
from gridctl.words import say

if TYPE_CHECKING:
    from gridctl.domain.moments import NearDay


@dataclass(frozen=True, eq=False, repr=False)  # neither is used, and each costs start-up
class Session:
    """What the call asked for beside its own words.

    `folder` is where the search for the ledger starts. `actor` is a staff id, None where the git
    identity decides. `at` is as typed, and so is `as_of` but for a word such as yesterday. `now`
    carries an offset and whole seconds; `fixed_clock` says that GRIDCTL_NOW gave it. `on_screen`: the answer goes to a terminal;
    `interactive`: there is somebody at it who can be asked.
    """

    folder: str
    actor: str | None
    language: str
    json: bool
    at: str | None
    as_of: "str | NearDay | None"
    if_version: int | None
    dry_run: bool
    colour: bool
    now: datetime
    fixed_clock: bool
    id_seed: str | None
    on_screen: bool
    interactive: bool


_CURRENT: ContextVar[Session] = ContextVar("session")


def current() -> Session:
    """The session of the command that runs now."""
    return _CURRENT.get()


def begin(wishes: Mapping[str, object], environ: Mapping[str, str]) -> Session:
    """Open the session from the global options of the call and the environment."""
    fixed = _fixed_clock(environ)
    now = fixed or datetime.now(UTC).replace(microsecond=0)
    in_terminal = _is_terminal(sys.stdout)
    session = Session(
        folder=starting_folder(wishes.get("folder"), environ),
        actor=_text(wishes.get("actor")) or environ.get("GRIDCTL_AS") or None,
        language=words.language(),
        json=bool(wishes.get("json")),
        at=_text(wishes.get("at")),
        as_of=_past(wishes.get("as_of"), now),
        if_version=_version(wishes.get("if_version")),
        dry_run=bool(wishes.get("dry_run")),
        colour=in_terminal and not wishes.get("colour") and not environ.get("NO_COLOR"),
        now=now,
        fixed_clock=fixed is not None,
        id_seed=environ.get("GRIDCTL_ID_SEED") or None,
        on_screen=in_terminal,
        interactive=in_terminal and _is_terminal(sys.stdin),
    )
    _CURRENT.set(session)
    return session


def starting_folder(wish: object, environ: Mapping[str, str]) -> str:
    """`-C DIR`, else GRIDCTL_LEDGER, else the current folder."""
    folder = _text(wish) or environ.get("GRIDCTL_LEDGER") or "."
    if not os.path.isdir(folder):
        raise Usage(
            say("There is no folder {folder}.", folder=folder),
            say("Name an existing folder after -C, or mend GRIDCTL_LEDGER."),
        )
    return folder


def _text(wish: object) -> str | None:
    return wish if isinstance(wish, str) else None


def _past(wish: object, now: datetime) -> "str | NearDay | None":
    if not isinstance(wish, str):
        return None
    from gridctl.domain.moments import past_asked  # most calls ask for no past state

    return past_asked(wish, now)


def _version(wish: object) -> int | None:
    if wish is None:
        return None
    assert isinstance(wish, int)
    if wish < 1:
        raise Usage(
            say("--if-version takes a version from 1 on, not {value}.", value=wish),
            say("The version of a case stands in its file: gridctl show ID"),
        )
    return wish


def _fixed_clock(environ: Mapping[str, str]) -> datetime | None:
    given = environ.get("GRIDCTL_NOW")
    if not given:
        return None
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Usage(
            say("GRIDCTL_NOW is not a time with an offset: {value}", value=given),
            say("Write it like 2026-11-24T08:31:00+08:00, or unset it: unset GRIDCTL_NOW"),
        )
    return moment.replace(microsecond=0)


def _is_terminal(stream: object) -> bool:
    """A closed or replaced stream is no terminal."""
    asks = getattr(stream, "isatty", None)
    try:
        return bool(asks and asks())
    except ValueError:
        return False
