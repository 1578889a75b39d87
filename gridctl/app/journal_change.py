"""Journal change: entries of one call, put into their people's journals and recorded in one commit."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from gridctl.app.acting import Acting, Hand, hand_of
from gridctl.app.change import ready
from gridctl.app.fit_for_git import fit_for_git
from gridctl.app.journal_references import check_known
from gridctl.app.landing import land
from gridctl.app.ledger import Ledger
from gridctl.app.opening import place_of
from gridctl.domain.event import Event
from gridctl.domain.journal.judging import is_keeper, judge
from gridctl.domain.journal.month import Key, Month
from gridctl.domain.people import Person
from gridctl.errors import Refused
from gridctl.store import journal_file, work_file
from gridctl.store.sizes import LARGEST
from gridctl.words import Message, say


class Noted(NamedTuple):
    """One entry as it was placed, and whose journal it is in."""

    key: Key
    event: Event


@dataclass(frozen=True)
class Written:
    """One journal file: its bytes before and after."""

    path: str
    before: bytes
    after: bytes


@dataclass(frozen=True)
class Kept:
    """What a call wrote into journals. `commit` is None after a dry run."""

    noted: tuple[Noted, ...]
    files: tuple[Written, ...]
    commit: str | None = None
    warnings: tuple[Message, ...] = ()


@dataclass
class JournalDesk:
    """The journals of one call; `refs` of git move or end (None) together with the commit."""

    ledger: Ledger
    acting: Acting
    hand: Hand
    months: dict[Key, Month] = field(default_factory=dict)
    noted: list[Noted] = field(default_factory=list)
    refs: dict[str, str | None] = field(default_factory=dict)

    def people(self, words: Sequence[str]) -> list[Person]:
        """Who the entries are about: those that a dispatcher names, or the one who acts."""
        office = self.ledger.office
        actor = office.people[self.hand.by]
        named = list(dict.fromkeys(office.person(word).id for word in words))
        return [office.people[each] for each in named] or [actor]

    def _check_roll_call(self, key: Key) -> None:
        """Only who keeps a journal enters for the person that it is of."""
        office, actor = self.ledger.office, self.ledger.office.people[self.hand.by]
        if not is_keeper(office, actor, key, self.hand.at.date()):
            raise Refused(
                "R03",
                say(
                    "{name} ({id}) is not a dispatcher of the grids of {person} and cannot enter for others.",
                    name=actor.name,
                    id=actor.id,
                    person=office.person_name(key.staff),
                ),
                say("Leave out --for, or ask a dispatcher to enter it."),
            )

    def take(self, key: Key) -> Month:
        """A journal, free to be written; an empty one where there is none yet."""
        if key not in self.months:
            self._check_work_copy(key)
            self.months[key] = self.ledger.journal.read(key)
        return self.months[key]

    def common(self, key: Key, by: str) -> dict[str, Any]:
        """What every entry of this call has: its number, when, who it is of, and who typed."""
        if by != self.hand.by:
            self._check_roll_call(key)
        typist = self.hand.entry.typist.id
        return {
            "n": len(self.take(key).entries) + 1,
            "at": self.hand.at,
            "by": by,
            "entered": None if typist == by else typist,
        }

    def place(self, key: Key, event: Event) -> None:
        """Append the entry, judged by every rule."""
        event = fit_for_git(event, mask=self.acting.mask)
        check_known(self.ledger, event)
        self.months[key] = judge(self.take(key), event, self.hand.entry)
        self.noted.append(Noted(key, event))

    def _check_work_copy(self, key: Key) -> None:
        if work_file.read(self.ledger.root, key.path) != self.ledger.journal.bytes_of(key):
            raise Refused(
                "P02",
                say("{path} was edited by hand and that is not recorded.", path=key.path),
                say(
                    "Record the edit: gridctl record. Or drop it: git checkout HEAD -- {path}",
                    path=key.path,
                ),
            )


Decide = Callable[[JournalDesk], object]


def change_journal(folder: str, acting: Acting, decide: Decide) -> Kept:
    """Let `decide` place entries on a desk, and record them all in one commit, or nothing."""
    root, repository = place_of(folder)
    if acting.dry_run:
        with Ledger(root, repository) as ledger:
            return _decided(ledger, acting, decide)[1]
    with ready(root, repository) as (ledger, lock):
        desk, kept = _decided(ledger, acting, decide)
        landed = land(
            repository,
            ledger.commit.id,
            {each.path: each.after for each in kept.files},
            journal_message(kept.noted, fixed_clock=acting.fixed_clock),
            desk.hand.identity,
            desk.hand.entry.recorded,
            typist=desk.hand.entry.typist,
            lock=lock,
            refs=desk.refs,
        )
        lock.unfinished = bool(landed.warnings)
        return replace(kept, commit=landed.commit, warnings=landed.warnings)


def _decided(ledger: Ledger, acting: Acting, decide: Decide) -> tuple[JournalDesk, Kept]:
    desk = JournalDesk(ledger, acting, hand_of(ledger, acting))
    decide(desk)
    keys = dict.fromkeys(each.key for each in desk.noted)
    return desk, Kept(tuple(desk.noted), tuple(_written(desk, key) for key in keys))


def _written(desk: JournalDesk, key: Key) -> Written:
    """The new bytes, read back and compared before anything is written."""
    before = desk.ledger.journal.bytes_of(key) or b""
    after = journal_file.write(desk.months[key])
    if len(after) > LARGEST:
        raise Refused(
            "F02",
            say(
                "The journal of {staff} would have {size} bytes; that is too many.",
                staff=key.staff,
                size=len(after),
            ),
            say("Shorten the note."),
        )
    if journal_file.read(key.path, after) != desk.months[key] or not after.startswith(before):
        raise AssertionError(key.path)
    return Written(key.path, before, after)


def journal_message(noted: Iterable[Noted], *, fixed_clock: bool) -> str:
    """What the commit says: English in every ledger, ids only, free of anybody's text."""
    noted = list(noted)
    keys = dict.fromkeys(each.key for each in noted)
    did = ", ".join(dict.fromkeys(each.event.did.replace("_", " ") for each in noted))
    who = f"{noted[0].key.staff}" if len(keys) == 1 else f"{len(keys)} journals"
    trailers = [f"Journal: {key.staff} {key.month}" for key in keys]
    trailers.append("Step: journal")
    trailers += dict.fromkeys(f"By: {each.event.by}" for each in noted)
    trailers += dict.fromkeys(f"Entered: {e.event.entered}" for e in noted if e.event.entered)
    trailers += ["Clock: fixed"] if fixed_clock else []
    return f"{who}: {did}\n\n" + "\n".join(trailers) + "\n"
