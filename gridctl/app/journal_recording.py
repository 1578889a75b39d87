"""Journal recording: hand edits of journals, which may append entries and nothing else."""

from collections.abc import Sequence

from gridctl.app.earlier import last_sound
from gridctl.app.fit_for_git import fit_for_git
from gridctl.app.hand_edits import Edit
from gridctl.app.journal_change import Noted
from gridctl.app.journal_files import misplaced
from gridctl.app.journal_references import check_known
from gridctl.app.ledger import Ledger
from gridctl.domain.event import Event
from gridctl.domain.journal.judging import check_mender, judge
from gridctl.domain.journal.month import Month, key_of_path
from gridctl.domain.judging import Entry
from gridctl.errors import Broken, Problem, Refused
from gridctl.store import journal_file
from gridctl.store.yaml_text import Unreadable
from gridctl.words import say


def checked_journals(
    ledger: Ledger, edits: Sequence[Edit], entry: Entry, cases: Sequence[Edit]
) -> list[Noted]:
    """The entries that the edits append, each judged like any other.

    `cases` are the case files that are recorded in the same call, which entries may name.
    """
    problems: list[Problem] = []
    noted: list[Noted] = []
    fresh = frozenset(edit.path.rpartition("/")[2].removesuffix(".yaml") for edit in cases)
    for edit in edits:
        try:
            noted += _checked(ledger, edit, entry, fresh)
        except Unreadable as error:
            problems.append(error.problem)
    if problems:
        raise Broken(
            say("Hand edits of journals cannot be recorded; nothing was."),
            problems,
            say("Take an edit back with: git checkout HEAD -- {path}", path=problems[0].path),
        )
    return noted


def _checked(ledger: Ledger, edit: Edit, entry: Entry, fresh: frozenset[str]) -> list[Noted]:
    key = key_of_path(edit.path)
    if key is None:
        raise Unreadable(misplaced(edit.path))
    if edit.edited is None:
        raise Refused(
            "J04",
            say("{path} was removed; a journal is never deleted.", path=edit.path),
            say("Bring it back: git checkout HEAD -- {path}", path=edit.path),
        )
    month = journal_file.read(edit.path, edit.edited)
    before = _before(ledger, edit) or Month(*key)
    # By their bytes: moments are equal in any offset.
    if before.entries and not edit.edited.startswith(journal_file.write(before)):
        raise Refused(
            "J04",
            say("{path} alters what was recorded; a journal only grows.", path=edit.path),
            say(
                "Take the edit back: git checkout HEAD -- {path}. A mistake is mended by: gridctl sign correct",
                path=edit.path,
            ),
        )
    if edit.recorded is not None and not _is_sound(edit.path, edit.recorded):
        check_mender(before, entry)
    appended = month.entries[len(before.entries) :]
    for event in appended:
        before = judged(ledger, before, event, entry, fresh)
    return [Noted(key, event) for event in appended]


def judged(
    ledger: Ledger, month: Month, event: Event, entry: Entry, fresh: frozenset[str]
) -> Month:
    """The month with one more entry, if a command would have made it."""
    try:
        fit_for_git(event)
    except Refused as refusal:
        refusal.hint = say("Leave it out, or write it masked, such as 138****5678.")
        raise
    check_known(ledger, event, fresh)
    return judge(month, event, entry)


def _before(ledger: Ledger, edit: Edit) -> Month | None:
    """The journal as it was last recorded soundly."""
    if edit.recorded is None:
        return None
    return last_sound(ledger, edit.path, edit.recorded, journal_file.read)


def _is_sound(path: str, recorded: bytes) -> bool:
    try:
        journal_file.read(path, recorded)
    except Unreadable:
        return False
    return True
