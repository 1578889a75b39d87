"""Mending: a case that plain git altered, broke or removed is put back whole, with what was recorded since."""

from collections.abc import Iterable
from dataclasses import dataclass

from gridctl.app.acting import Acting, Hand, hand_of
from gridctl.app.audit.lookback import Lookback
from gridctl.app.audit.standing import Standings
from gridctl.app.case_bytes import only_appends
from gridctl.app.case_files import is_case_path
from gridctl.app.change import ready
from gridctl.app.commit_message import files_message
from gridctl.app.desk import edited_by_hand
from gridctl.app.earlier import under_sound_settings
from gridctl.app.landing import land
from gridctl.app.ledger import Ledger
from gridctl.app.opening import place_of
from gridctl.app.past import Past
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.identifiers import as_meant, case_path
from gridctl.domain.judging import check_mender
from gridctl.domain.mending import whole
from gridctl.domain.office import Office
from gridctl.errors import NotFound, Refused
from gridctl.git.history import removed
from gridctl.git.objects import LINK, Entry
from gridctl.store import case_file, work_file
from gridctl.words import Message, say


@dataclass(frozen=True)
class PutBack:
    """One case: its bytes as recorded before and after, how many entries recorded since the break it
    keeps, and those that cannot follow.
    """

    case: Case
    path: str
    before: bytes
    after: bytes
    kept: int
    left: tuple[Event, ...]


@dataclass(frozen=True)
class Mended:
    """What was put back. `commit` is None after a dry run."""

    cases: tuple[PutBack, ...]
    office: Office
    commit: str | None = None
    warnings: tuple[Message, ...] = ()


def mend(folder: str, acting: Acting, words: Iterable[str]) -> Mended:
    """Put the cases back and record it in one commit; Refused where nothing of one was altered."""
    root, repository = place_of(folder)
    if acting.dry_run:
        with Ledger(root, repository) as ledger:
            hand, cases = _found(ledger, acting, words)
            return Mended(cases, hand.entry.office)
    with ready(root, repository) as (ledger, lock):
        hand, cases = _found(ledger, acting, words)
        for each in cases:
            _make_way(ledger, each.path)
        landed = land(
            repository,
            ledger.commit.id,
            {each.path: each.after for each in cases},
            files_message(
                "mended",
                (each.path for each in cases),
                hand.entry.typist.id,
                fixed_clock=acting.fixed_clock,
            ),
            hand.identity,
            hand.entry.recorded,
            typist=hand.entry.typist,
            lock=lock,
        )
        lock.unfinished = bool(landed.warnings)
        return Mended(cases, hand.entry.office, landed.commit, landed.warnings)


def _found(
    recorded: Ledger, acting: Acting, words: Iterable[str]
) -> tuple[Hand, tuple[PutBack, ...]]:
    ledger = under_sound_settings(recorded)
    hand = hand_of(ledger, acting)
    standings = Standings(ledger.repository, ledger.objects)
    earlier = Lookback(
        ledger.repository, ledger.objects, Past(ledger.objects), standings, ledger.commit.id
    )
    ids = dict.fromkeys(_case_id(ledger, word) for word in words)
    return hand, tuple(_put_back(ledger, hand, earlier, each) for each in ids)


def _case_id(ledger: Ledger, word: str) -> str:
    """The case that a word means, among those removed or no longer plain files as well."""
    try:
        return ledger.cases.find(word)
    except NotFound:
        there = (path for path, _blob in ledger.cases.entries())
        paths = {*there, *removed(ledger.repository, ledger.commit.id, "cases")}
        wanted = as_meant(word)
        ids = {_name(path) for path in paths if is_case_path(path)}
        found = [each for each in ids if wanted and each.endswith(wanted)]
        if len(found) != 1:
            raise
        return found[0]


def _name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yaml")


def _put_back(ledger: Ledger, hand: Hand, earlier: Lookback, case_id: str) -> PutBack:
    path = case_path(case_id)
    lost = earlier.lost(path, ledger.commit.id)
    if lost is None:
        raise Refused(
            "C06",
            say("Nothing of {case} was altered, broken or removed.", case=case_id[-5:]),
            say("A mistake is mended by a later entry: gridctl correct {case}", case=case_id[-5:]),
        )
    found = whole(lost)
    case = found.case
    if case.grid not in ledger.office.grids:
        raise Refused("C05", say("There is no grid “{word}” in grids.yaml.", word=case.grid))
    check_mender(case, hand.entry)
    before, after = _recorded(ledger, path), case_file.write(case)
    if case_file.read(path, after) != case or not only_appends(case_file.write(lost.good), after):
        raise AssertionError(path)
    return PutBack(case, path, before, after, len(lost.since) - len(found.left), found.left)


def _recorded(ledger: Ledger, path: str) -> bytes:
    """What is recorded at a path, which nobody has edited since; nothing where that is no file."""
    entry = _entry(ledger, path)
    if entry and not entry.mode.startswith("100"):
        return b""
    data = ledger.objects.blob(entry.id) if entry else None
    if work_file.read(ledger.root, path) != data:
        raise edited_by_hand(path)
    return data or b""


def _make_way(ledger: Ledger, path: str) -> None:
    """A link stands in the way of a file, and the recorded one holds nothing that is not in git."""
    entry = _entry(ledger, path)
    if entry and entry.mode == LINK:
        work_file.remove(ledger.root, path)


def _entry(ledger: Ledger, path: str) -> Entry | None:
    return ledger.objects.find(ledger.commit.tree, ledger.repository.prefix + path)
