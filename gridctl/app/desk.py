"""Desk: the cases of one writing call, taken from the ledger and moved event by event."""

from dataclasses import dataclass, field
from typing import Any

from gridctl.app.acting import Acting, Hand
from gridctl.app.fit_for_git import fit_for_git
from gridctl.app.ledger import Ledger
from gridctl.app.reporters import name_kept
from gridctl.app.routing import routed
from gridctl.domain.case import Case
from gridctl.domain.event import Event
from gridctl.domain.identifiers import case_path, new_case_id
from gridctl.domain.judging import judge, judge_first
from gridctl.domain.routing import Route
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.suspend import woken
from gridctl.errors import Busy, Refused
from gridctl.store import work_file
from gridctl.words import Message, say


@dataclass(frozen=True)
class Placed:
    """One event as it was placed: the case before it (None: a new case), and after."""

    before: Case | None
    event: Event
    after: Case


@dataclass
class Desk:
    """What one call changes. `outside` holds files that must not enter git, by path, `remarks` what
    is allowed, but worth a second thought, `routes` what the duty matrix said of cases that were
    asked about, and `refs` what of git moves or ends (None) together with the commit.
    """

    ledger: Ledger
    acting: Acting
    hand: Hand
    cases: dict[str, Case] = field(default_factory=dict)
    placed: list[Placed] = field(default_factory=list)
    outside: dict[str, bytes] = field(default_factory=dict)
    remarks: list[Message] = field(default_factory=list)
    routes: dict[str, Route] = field(default_factory=dict)
    refs: dict[str, str | None] = field(default_factory=dict)

    def take(self, word: str, *, beside: bool = False) -> Case:
        """The case that a word names, as it stands on the desk; it must be free to be written.

        `beside`: it only hears of what happens to the one that was asked for, so --if-version does
        not mean it.
        """
        case_id = self.ledger.cases.find(word)
        if case_id not in self.cases:
            case = self.ledger.cases.read(case_id)
            if not beside:
                self._check_version(case)
            self._check_work_copy(case_id)
            # What was put aside until before then is open by itself, for the verbs that look first.
            self.cases[case_id] = woken(case, self.hand.at.date())
        return self.cases[case_id]

    def place(self, case: Case, event: Event) -> Case:
        """Append the event, judged by every rule; the case as it stands then."""
        names = filter(None, [name_kept(self.ledger.root, case.id)])
        event = fit_for_git(event, mask=self.acting.mask, names=tuple(names))
        return self._put(case, event, judge(case, event, self.hand.entry))

    def begin(self, event: Collected, *, reporter: str | None = None) -> Case:
        """A new case from a report, under an id of its own; the name of its `reporter` stays out."""
        names = (reporter,) if reporter else ()
        event = fit_for_git(event, mask=self.acting.mask, names=names)
        return self._put(None, event, judge_first(self._new_id(event), event, self.hand.entry))

    def route(self, case: Case) -> Route:
        """What the duty matrix says of the case; kept for the answer."""
        self.routes[case.id] = routed(self.ledger, case, self.hand.at.date())
        return self.routes[case.id]

    def common(self, case: Case | None) -> dict[str, Any]:
        """What every event of this call has: its number, when, by whom, and who typed."""
        return {
            "n": case.version + 1 if case else 1,
            "at": self.hand.at,
            "by": self.hand.by,
            "entered": self.hand.entered,
        }

    def _put(self, before: Case | None, event: Event, after: Case) -> Case:
        self.cases[after.id] = after
        self.placed.append(Placed(before, event, after))
        return after

    def _new_id(self, event: Collected) -> str:
        office = self.ledger.office.top_of(event.grid).id
        turn = 0
        while True:
            seed = self.acting.id_seed and f"{self.acting.id_seed} {event.at} {event.title} {turn}"
            case_id = new_case_id(office, event.at.date(), seed=seed)
            if case_id not in self.ledger.cases.blobs and case_id not in self.cases:
                return case_id
            turn += 1

    def _check_version(self, case: Case) -> None:
        wanted = self.acting.if_version
        if wanted is not None and case.version != wanted:
            raise Busy(
                say(
                    "{case} is at version {version}, not {wanted}: somebody was faster.",
                    case=case.ending,
                    version=case.version,
                    wanted=wanted,
                ),
                say("Look at it again: gridctl show {case}", case=case.ending),
            )

    def _check_work_copy(self, case_id: str) -> None:
        path = case_path(case_id)
        if work_file.read(self.ledger.root, path) != self.ledger.cases.bytes_of(case_id):
            raise edited_by_hand(path)


def edited_by_hand(path: str) -> Refused:
    """The refusal to write over a file that differs from the record."""
    return Refused(
        "P02",
        say("{path} was edited by hand and that is not recorded.", path=path),
        say("Record the edit: gridctl record. Or drop it: git checkout HEAD -- {path}", path=path),
    )
