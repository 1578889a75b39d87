"""Recording: hand edits of settings, cases and journals, checked by the same rules and committed."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridctl.app.acting import Acting, Hand, hand_of
from gridctl.app.appended import appended
from gridctl.app.case_bytes import only_appends
from gridctl.app.case_files import is_case_path
from gridctl.app.change import ready
from gridctl.app.commit_message import commit_message, files_message
from gridctl.app.desk import Placed
from gridctl.app.earlier import last_sound, with_sound_settings
from gridctl.app.hand_edits import Edit, case_edits, journal_edits, settings_edits, strays
from gridctl.app.hand_made import check_hand_made, check_together
from gridctl.app.journal_change import journal_message
from gridctl.app.journal_recording import checked_journals
from gridctl.app.landing import land
from gridctl.app.ledger import Ledger
from gridctl.app.opening import place_of
from gridctl.app.sound_settings import checked_settings
from gridctl.domain.case import Case
from gridctl.domain.judging import Entry, check_mender
from gridctl.domain.people import Person
from gridctl.errors import Broken, Problem, Refused
from gridctl.store import case_file
from gridctl.store.yaml_text import Unreadable
from gridctl.words import Message, say


@dataclass(frozen=True)
class Registered:
    """What was recorded: edits of settings, cases and journals, each kind with its commit."""

    edits: tuple[Edit, ...]
    commits: tuple[str, ...]
    warnings: tuple[Message, ...] = ()


def record(folder: str, acting: Acting) -> Registered:
    """Check every hand edit and commit settings, then cases, then journals; nothing if one is off.

    Raises Broken for bytes that cannot be read as what they are, Refused for what a rule forbids.
    """
    root, repository = place_of(folder)
    with ready(root, repository) as (ledger, lock):
        settings = settings_edits(ledger)
        cases = tuple(case_edits(ledger))
        journals = tuple(journal_edits(ledger))
        edited = (*settings, *cases, *journals)
        beside = strays(ledger)
        hand = hand_of(with_sound_settings(ledger) if settings else ledger, acting)
        now = _under(ledger, hand, settings) if settings else ledger
        entry = Entry(now.office, hand.entry.typist, now.local(hand.entry.recorded))
        placed = _checked_cases(now, cases, entry)
        noted = checked_journals(now, journals, entry, cases)
        if acting.dry_run:
            return Registered(edited, (), beside)
        done: list[tuple[str, tuple[Message, ...]]] = []
        head = ledger.commit.id
        typist: Person | None = hand.entry.typist
        for edits, message in (
            (settings, _files_message("settings", settings, hand, acting)),
            (
                cases,
                commit_message(placed, fixed_clock=acting.fixed_clock)
                if placed
                else _files_message("mended", cases, hand, acting),
            ),
            (
                journals,
                journal_message(noted, fixed_clock=acting.fixed_clock)
                if noted
                else _files_message("mended", journals, hand, acting),
            ),
        ):
            if edits:
                files = {edit.path: edit.edited for edit in edits}
                landed = land(
                    repository,
                    head,
                    files,
                    message,
                    hand.identity,
                    hand.entry.recorded,
                    typist=typist,
                    lock=lock,
                )
                head = landed.commit
                typist = now.office.people.get(hand.entry.typist.id)
                done.append((landed.commit, landed.warnings))
        warnings = tuple(warning for _commit, each in done for warning in each)
        lock.unfinished = bool(warnings)
        return Registered(edited, tuple(commit for commit, _ in done), (*warnings, *beside))


def _under(ledger: Ledger, hand: Hand, edits: Sequence[Edit]) -> Ledger:
    """The ledger under the settings as edited, once these are found to be sound."""
    checked_settings(ledger, hand, edits)
    known = ledger.settings | {edit.path: edit.edited for edit in edits}
    return ledger.under({name: data for name, data in known.items() if data is not None})


def _files_message(step: str, edits: Sequence[Edit], hand: Hand, acting: Acting) -> str:
    paths = (edit.path for edit in edits)
    return files_message(step, paths, hand.entry.typist.id, fixed_clock=acting.fixed_clock)


def _checked_cases(ledger: Ledger, edits: Sequence[Edit], entry: Entry) -> list[Placed]:
    problems: list[Problem] = []
    placed: list[Placed] = []
    read: list[Case] = []
    for edit in edits:
        try:
            case, own = _checked_case(ledger, edit, entry)
        except Unreadable as error:
            problems.append(error.problem)
        else:
            read.append(case)
            placed += own
    if problems:
        raise Broken(
            say("Hand edits of case files cannot be recorded; nothing was."),
            problems,
            _way_back(edits, problems[0].path),
        )
    check_together(ledger, read)
    return placed


def _way_back(edits: Sequence[Edit], path: str) -> Message:
    if any(edit.path == path and edit.recorded is None for edit in edits):
        return say("Mend it, or move it out of cases/: {path}", path=path)
    return say("Take an edit back with: git checkout HEAD -- {path}", path=path)


def _checked_case(ledger: Ledger, edit: Edit, entry: Entry) -> tuple[Case, list[Placed]]:
    """The case that an edit makes, and the events that it appends, each judged like any other."""
    if not is_case_path(edit.path):
        raise Unreadable(
            Problem(
                edit.path, 0, "F08", say("No case file belongs here; its path follows from its id.")
            )
        )
    if edit.edited is None:
        raise Refused(
            "C07",
            say("{path} was removed; a case is never deleted.", path=edit.path),
            say("Bring it back: git checkout HEAD -- {path}", path=edit.path),
        )
    case = case_file.read(edit.path, edit.edited)
    recorded = edit.recorded
    before = (
        last_sound(ledger, edit.path, recorded, case_file.read) if recorded is not None else None
    )
    # By their bytes: moments are equal in any offset.
    if before and not only_appends(case_file.write(before), edit.edited):
        raise Refused(
            "C06",
            say("{path} alters what was recorded; a history only grows.", path=edit.path),
            say(
                "Take the edit back: git checkout HEAD -- {path}. A mistake is mended by a later entry.",
                path=edit.path,
            ),
        )
    placed = appended(case, before, entry)
    if recorded is not None and not _is_sound(edit.path, recorded):
        check_mender(case, entry)
    check_hand_made(ledger, case, before, placed)
    return case, placed


def _is_sound(path: str, recorded: bytes) -> bool:
    try:
        case_file.read(path, recorded)
    except Unreadable:
        return False
    return True
