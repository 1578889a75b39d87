"""Syncing: fetch, look through what came, replay one's own on top, push, and again if somebody was faster."""

import os
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from gridctl.app.acting import Acting
from gridctl.app.change import ready
from gridctl.app.come_since import forget_come_since
from gridctl.app.following import Renumbering
from gridctl.app.ledgers_inside import violations
from gridctl.app.naming_own import before_all
from gridctl.app.opening import place_of
from gridctl.app.replay import HeldBack
from gridctl.app.taking_in import Taken, common_ground, take_in
from gridctl.domain.violation import Violation
from gridctl.errors import Busy, Refused, Usage
from gridctl.git.history import Range
from gridctl.git.lineage import GIVEN, between, descends, seen_of, seen_ref
from gridctl.git.maintenance import maintain
from gridctl.git.objects import Objects
from gridctl.git.repository import Repository
from gridctl.git.server import (
    OtherSide,
    Overtaken,
    Server,
    bundle_at,
    remember,
    server_at,
    server_of,
)
from gridctl.words import Message, say

_TURNS = 8
_SHORTEST = 7  # characters that name a commit


@dataclass(frozen=True)
class Synced:
    """What one sync did. `came` is the other side's last commit as it was found; `incoming` are
    violations of what the other side has, `outgoing` of one's own: with any nothing was taken, or
    pushed. `there` are entries that the other side had already.
    """

    server: str
    head: str
    came: str = ""
    fetched: int = 0
    replayed: int = 0
    there: int = 0
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
    hold: Sequence[str] = (),
    tell: Callable[[Message], None] = lambda _message: None,
) -> Synced:
    """Bring this clone and the other side together. `server` is an address to be remembered, `accept`
    the commit of the other side that the office takes as it is, `hold` those of one's own that stay
    out; `tell` hears how far it is.
    """
    root, repository = place_of(folder)
    side = _side(repository, server, bundle)
    wish = _Wish(accept, hold)
    named = side.address if isinstance(side, Server) and acting.dry_run else ""
    done = Synced(named or side.name, "")
    for turn in range(_TURNS):
        tell(say("fetching from {server}", server=done.server))
        # Before the fetch: another sync of this clone may see more while this one is on its way.
        seen = _seen(repository, side) if isinstance(side, Server) else None
        incoming = side.fetch(repository)
        done = replace(done, came=incoming or "")
        done = _taken(root, repository, acting, incoming, wish, done, side, seen)
        if done.incoming:
            return done
        wish = _Wish()  # what was named is done with, whatever the other side has by now
        try:
            done = _pushed(repository, side, incoming, done, tell, dry_run=acting.dry_run)
            if acting.dry_run:
                return done
        except Overtaken:
            time.sleep(random.uniform(0.05, 0.3) * (turn + 1))  # noqa: S311 - to get out of step
            continue
        return done if done.outgoing else _kept(root, repository, done, side)
    raise Busy(
        say("Others were faster {count} times.", count=_TURNS),
        say("Your entries are kept in this clone. Try again in a moment: gridctl sync"),
    )


@dataclass(frozen=True)
class _Wish:
    """What of the other side is taken as it is, and what of one's own stays out."""

    accept: str | None = None
    hold: Sequence[str] = ()

    def accepts(self, incoming: str | None) -> bool:
        """Whether this state was named. Raises Usage where another was."""
        if self.accept is None:
            return False
        wanted = self.accept.lower()
        if incoming and len(wanted) >= _SHORTEST and incoming.startswith(wanted):
            return True
        raise Usage(
            say(
                "“{given}” is not the last state of the other side, which is {found}.",
                given=self.accept,
                found=incoming[:10] if incoming else "-",
            ),
            say("Nothing was taken. See what stands against it: gridctl sync"),
        )


def _side(repository: Repository, server: str | None, bundle: str | None) -> OtherSide:
    """The stick or the server."""
    if server and os.path.isdir(server):
        # As seen from where the person stands; git looks from the ledger.
        server = os.path.abspath(server)
    if bundle:
        return bundle_at(repository, bundle)
    return server_at(repository, server) if server else server_of(repository)


def _taken(
    root: str,
    repository: Repository,
    acting: Acting,
    incoming: str | None,
    wish: _Wish,
    done: Synced,
    side: OtherSide,
    seen: str | None,
) -> Synced:
    """What came in, added to what came before."""
    with ready(root, repository) as (ledger, lock):
        head = ledger.commit.id
        if incoming:
            common_ground(repository, head, incoming)
        if isinstance(side, Server) and side.address and not acting.dry_run:
            # Not before it has answered, and with this ledger.
            remember(repository, side)
        accepted = wish.accepts(incoming)
        if incoming and seen and not accepted:
            _check_grown(repository, incoming, seen)
        if incoming is None and not wish.hold:
            return replace(done, head=head)
        found = take_in(
            ledger,
            lock,
            incoming or before_all(repository, head, wish.hold),
            acting.now,
            accepted=accepted,
            hold=wish.hold,
            dry_run=acting.dry_run,
        )
    return _added(done, found)


def _added(done: Synced, found: Taken) -> Synced:
    return replace(
        done,
        head=found.tip,
        fetched=done.fetched + found.fetched,
        replayed=found.replayed or done.replayed,
        there=done.there + found.there,
        held=(*done.held, *found.held),
        renumbered=(*done.renumbered, *found.renumbered),
        incoming=found.violations,
        warnings=(*done.warnings, *found.warnings),
    )


def _seen(repository: Repository, server: Server) -> str | None:
    """What the server was last seen to have."""
    with Objects(repository) as objects:
        found = seen_of(objects, server)
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
    *,
    dry_run: bool,
) -> Synced:
    """One's own, looked through like anybody's, made the other side's last state."""
    if done.head == incoming:
        return done
    with Objects(repository) as objects:
        tip, base = objects.commit(done.head), objects.commit(incoming) if incoming else None
        assert tip
        found = violations(repository, objects, Range(base, tip))
    if found:
        return replace(done, outgoing=found)
    if not dry_run:
        tell(say("sending to {server}", server=side.name))
        side.push(repository, done.head)
    count = len(between(repository, done.head, incoming))
    return replace(done, pushed=count)


def _kept(root: str, repository: Repository, done: Synced, side: OtherSide) -> Synced:
    """Remember what the other side has now, and let git tidy up while nobody writes."""
    refs = (seen_ref(side), side.followed) if isinstance(side, Server) else (GIVEN,)
    with ready(root, repository) as (ledger, _lock):
        for ref in refs:
            repository.git("update-ref", ref, done.head)
        forget_come_since(ledger)
        maintain(repository)
    return done
