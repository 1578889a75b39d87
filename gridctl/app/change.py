"""Change: the one write path. Lock, recover, read HEAD, decide, check the bytes, commit, bring along."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from gridctl.app import outside
from gridctl.app.acting import Acting, hand_of
from gridctl.app.case_bytes import case_bytes
from gridctl.app.commit_message import commit_message
from gridctl.app.desk import Desk, Placed
from gridctl.app.landing import land
from gridctl.app.ledger import Ledger
from gridctl.app.opening import place_of
from gridctl.app.writing import writing
from gridctl.domain.case import Case
from gridctl.domain.identifiers import case_path
from gridctl.domain.routing import Route
from gridctl.domain.terms import STOPS
from gridctl.domain.verbs.file import Filed
from gridctl.domain.verbs.renumber import Renumbered
from gridctl.errors import GridctlError, StoreFailed
from gridctl.git.exclude import exclude
from gridctl.git.lineage import last_seen
from gridctl.git.lock import Held
from gridctl.git.objects import Objects
from gridctl.git.repository import Repository
from gridctl.store import work_file
from gridctl.words import Message, say

Decide = Callable[[Desk], object]


@dataclass(frozen=True)
class Changed:
    """One case file: its bytes before and after, and the case as it stands now."""

    case: Case
    path: str
    before: bytes
    after: bytes


@dataclass(frozen=True)
class Recorded:
    """What a writing call did. `commit` is None after a dry run or where nothing changed.

    `warnings` say what did not follow the commit, `remarks` what a person should think of again;
    `routes` are the answers of the duty matrix, by case; `apart`: numbers given in here are not known
    to a server that there is.
    """

    changes: tuple[Changed, ...]
    placed: tuple[Placed, ...]
    commit: str | None
    remarks: tuple[Message, ...] = ()
    warnings: tuple[Message, ...] = ()
    routes: Mapping[str, Route] = field(default_factory=dict)
    apart: bool = False


def change(folder: str, acting: Acting, decide: Decide) -> Recorded:
    """Let `decide` place events on a desk, and record them all in one commit, or nothing."""
    root, repository = place_of(folder)
    if acting.dry_run:
        with Ledger(root, repository) as ledger:
            return recorded(decided(ledger, acting, decide))
    with ready(root, repository) as (ledger, lock):
        done = _land(ledger, decided(ledger, acting, decide), lock)
        lock.unfinished = bool(done.warnings)
        return done


@contextlib.contextmanager
def ready(root: str, repository: Repository) -> Iterator[tuple[Ledger, Held]]:
    """The ledger at HEAD, locked, recovered, and not in the middle of a merge."""
    identity = repository.identity()
    with (
        Objects(repository) as objects,
        writing(repository, objects, identity.name if identity else "?") as lock,
    ):
        what = repository.under_way()
        if what:
            raise StoreFailed(
                say("A {what} of git is under way in this ledger.", what=STOPS[what]),
                _way_out(what),
            )
        if repository.head_name() is None:
            raise StoreFailed(
                say("git is on no branch here, so what is recorded would be lost."),
                say("Go back to the branch: git switch main"),
            )
        yield Ledger(root, repository, objects=objects), lock


def _way_out(what: str) -> Message:
    if what in ("merge", "rebase"):
        return say(
            "Bring both sides together: gridctl resolve. Or give it up: git {what} --abort",
            what=what,
        )
    return say("End it first: git {what} --abort", what=what)


def each_case(words: Iterable[str], decide: Callable[[Desk, Case], object]) -> Decide:
    """A decision that takes every case named, once each, and decides on it."""
    asked = tuple(dict.fromkeys(words))

    def on(desk: Desk) -> None:
        done: set[str] = set()
        for word in asked:
            try:
                case = desk.take(word)
                if case.id not in done:
                    done.add(case.id)
                    decide(desk, case)
            except GridctlError as error:
                error.reach = _none_recorded(word, len(asked))
                raise

    return on


def _none_recorded(word: str, count: int) -> Message | None:
    """A call is recorded whole or not at all, and whose case it was that stood against it."""
    if count < 2:
        return None
    return say("That was {case}; none of the {count} cases was recorded.", case=word, count=count)


def decided(ledger: Ledger, acting: Acting, decide: Decide) -> Desk:
    """A desk with everything that `decide` placed on it."""
    desk = Desk(ledger, acting, hand_of(ledger, acting))
    decide(desk)
    return desk


def recorded(desk: Desk, commit: str | None = None, warnings: tuple[Message, ...] = ()) -> Recorded:
    """What a desk comes to."""
    return Recorded(
        changes=_changes(desk),
        placed=tuple(desk.placed),
        commit=commit,
        remarks=tuple(desk.remarks),
        warnings=warnings,
        routes=desk.routes,
        apart=_gave_number(desk) and _is_apart(desk.ledger),
    )


def _is_apart(ledger: Ledger) -> bool:
    """Whether another clone may give the same number: this one has been seen to have a server."""
    return last_seen(ledger.repository, ledger.objects) is not None


def _gave_number(desk: Desk) -> bool:
    return any(isinstance(placed.event, Filed | Renumbered) for placed in desk.placed)


def _changes(desk: Desk) -> tuple[Changed, ...]:
    moved = dict.fromkeys(placed.after.id for placed in desk.placed)
    return tuple(_changed(desk, desk.cases[case_id]) for case_id in moved)


def _changed(desk: Desk, case: Case) -> Changed:
    """The case with its bytes, checked before anything is written."""
    path = case_path(case.id)
    before = (
        (desk.ledger.cases.bytes_of(case.id) or b"") if case.id in desk.ledger.cases.blobs else b""
    )
    return Changed(case, path, before, case_bytes(case, before))


def _land(ledger: Ledger, desk: Desk, lock: Held) -> Recorded:
    done = recorded(desk)
    if not done.changes:
        return done
    if desk.outside:
        exclude(ledger.repository, outside.FOLDERS)
    fresh = [path for path in desk.outside if work_file.read(ledger.root, path) is None]
    try:
        for path, data in desk.outside.items():
            work_file.write(ledger.root, path, data, mode=0o600)
        landed = land(
            ledger.repository,
            ledger.commit.id,
            {each.path: each.after for each in done.changes},
            commit_message(done.placed, fixed_clock=desk.acting.fixed_clock),
            desk.hand.identity,
            desk.hand.entry.recorded,
            typist=desk.hand.entry.typist,
            lock=lock,
            refs=desk.refs,
        )
    except BaseException:
        _take_back(ledger, fresh)
        raise
    return replace(done, commit=landed.commit, warnings=landed.warnings)


def _take_back(ledger: Ledger, fresh: list[str]) -> None:
    """Remove what was laid outside git for a commit that was not made.

    A failure may come after the commit as well: then, and where git cannot tell, all stays.
    """
    with contextlib.suppress(GridctlError):
        if ledger.repository.head_id() == ledger.commit.id:
            for path in fresh:
                work_file.remove(ledger.root, path)
