"""Syncing: fetch, look through what came, replay one's own on top, push, and again if somebody was faster."""

import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from gridctl.app.acting import Acting
from gridctl.app.auditing import audit
from gridctl.app.change import ready
from gridctl.app.following import Renumbering
from gridctl.app.opening import place_of
from gridctl.app.replay import HeldBack
from gridctl.app.taking_in import Taken, take_in
from gridctl.domain.violation import Violation
from gridctl.errors import Busy, Refused
from gridctl.git.history import Range
from gridctl.git.lineage import GIVEN, SEEN, between, descends, last_seen
from gridctl.git.maintenance import maintain
from gridctl.git.objects import Objects
from gridctl.git.repository import Repository
from gridctl.git.server import OtherSide, Overtaken, Server, add_server, bundle_at, server_of
from gridctl.words import Message, say

_TURNS = 8


@dataclass(frozen=True)
class Synced:
    """What one sync did. `came` is the other side's last commit as it was found; `incoming` are violations of what the other side has, `outgoing` of one's
    own: with any nothing was taken, or pushed.
    """

    server: str
    head: str
    came: str = ""
    fetched: int = 0
    replayed: int = 0
    pushed: int = 0
    held: tuple[HeldBack, ...] = ()
    renumbered: tuple[Renumbering, ...] = ()
    incoming: tuple[Violation, ...] = ()
    outgoing: tuple[Violation, ...] = ()
    warnings: tuple[Message, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether everything went through."""
        return not (self.held or self.incoming or self.outgoing)


def sync(
    folder: str,
    acting: Acting,
    *,
    server: str | None = None,
    bundle: str | None = None,
    accept: str | None = None,
    tell: Callable[[Message], None] = lambda _message: None,
) -> Synced:
    """Bring this clone and the other side together. `server` is an address to be remembered, `accept`
    the commit of the other side that the office takes as it is; `tell` hears how far it is.
    """
    root, repository = place_of(folder)
    side = _side(repository, server, bundle, dry_run=acting.dry_run)
    done = Synced(side.name, "")
    for turn in range(_TURNS):
        tell(say("fetching from {server}", server=side.name))
        # Before the fetch: another sync of this clone may see more while this one is on its way.
        seen = _seen(repository) if isinstance(side, Server) else None
        incoming = side.fetch(repository)
        done = replace(done, came=incoming or "")
        done = _taken(root, repository, acting, incoming, accept, done, seen)
        if done.incoming or acting.dry_run:
            return done
        try:
            done = _pushed(repository, side, incoming, done, tell)
        except Overtaken:
            time.sleep(random.uniform(0.05, 0.3) * (turn + 1))  # noqa: S311 - to get out of step
            continue
        return done if done.outgoing else _kept(root, repository, done, side)
    raise Busy(
        say("Others were faster {count} times.", count=_TURNS),
        say("Your entries are kept in this clone. Try again in a moment: gridctl sync"),
    )


def _side(
    repository: Repository, server: str | None, bundle: str | None, *, dry_run: bool
) -> OtherSide:
    """The stick or the server; one that is named is remembered."""
    if server and os.path.isdir(server):
        # As seen from where the person stands; git looks from the ledger.
        server = os.path.abspath(server)
    if server and not dry_run:
        add_server(repository, server)
    if bundle:
        return bundle_at(repository, bundle)
    if server and dry_run:
        return Server(server, repository.head_name() or "")
    return server_of(repository)


def _taken(
    root: str,
    repository: Repository,
    acting: Acting,
    incoming: str | None,
    accept: str | None,
    done: Synced,
    seen: str | None,
) -> Synced:
    """What came in, added to what came before."""
    with ready(root, repository) as (ledger, lock):
        head = ledger.commit.id
        if incoming is None:
            return replace(done, head=head)
        accepted = bool(accept) and incoming.startswith(accept or "-")
        if seen and not accepted:
            _check_grown(repository, incoming, seen)
        found = take_in(
            ledger, lock, incoming, acting.now, accepted=accepted, dry_run=acting.dry_run
        )
    return _added(done, found)


def _added(done: Synced, found: Taken) -> Synced:
    return replace(
        done,
        head=found.tip,
        fetched=done.fetched + found.fetched,
        replayed=found.replayed or done.replayed,
        held=(*done.held, *found.held),
        renumbered=(*done.renumbered, *found.renumbered),
        incoming=found.violations,
        warnings=(*done.warnings, *found.warnings),
    )


def _seen(repository: Repository) -> str | None:
    """What the server was last seen to have."""
    with Objects(repository) as objects:
        found = last_seen(objects)
        return found.id if found else None


def _check_grown(repository: Repository, incoming: str, seen: str) -> None:
    """Refuses a server that no longer has what it was seen to have."""
    if not descends(repository, incoming, seen):
        raise Refused(
            "Y04",
            say(
                "The server has {found} and no longer {seen}, which it had when you last synced: it was set back or rewritten.",
                found=incoming[:10],
                seen=seen[:10],
            ),
            say(
                "Nothing was taken. Ask who keeps the server. If the office knows of it: gridctl sync --accept {found}",
                found=incoming[:10],
            ),
        )


def _pushed(
    repository: Repository,
    side: OtherSide,
    incoming: str | None,
    done: Synced,
    tell: Callable[[Message], None],
) -> Synced:
    """One's own, looked through like anybody's, made the other side's last state."""
    if done.head == incoming:
        return done
    with Objects(repository) as objects:
        tip, base = objects.commit(done.head), objects.commit(incoming) if incoming else None
        assert tip
        found = audit(repository, objects, Range(base, tip)).violations
    if found:
        return replace(done, outgoing=found)
    tell(say("sending to {server}", server=side.name))
    side.push(repository, done.head)
    count = len(between(repository, done.head, *([incoming] if incoming else [])))
    return replace(done, pushed=count)


def _kept(root: str, repository: Repository, done: Synced, side: OtherSide) -> Synced:
    """Remember what the other side has now, and let git tidy up while nobody writes."""
    refs = (SEEN, side.followed) if isinstance(side, Server) else (GIVEN,)
    with ready(root, repository):
        for ref in refs:
            repository.git("update-ref", ref, done.head)
        maintain(repository)
    return done
