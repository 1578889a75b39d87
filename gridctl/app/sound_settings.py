"""Sound settings: what every change of settings is held to, by hand or by command."""

from collections.abc import Callable, Iterable, Sequence

from gridctl.app.acting import Hand
from gridctl.app.checking import unknown_references
from gridctl.app.earlier import last_sound
from gridctl.app.hand_edits import Edit
from gridctl.app.journal_references import unknown_in
from gridctl.app.ledger import Ledger
from gridctl.domain.case import Case
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.journal.month import Month
from gridctl.domain.office import Office
from gridctl.domain.scoring_rights import Recording, check_scoring_rights
from gridctl.domain.settings_files import REQUIRED, VERSIONED
from gridctl.domain.settings_rights import check_settings_right
from gridctl.errors import Broken, Problem, Refused
from gridctl.store import settings_file
from gridctl.words import say


def checked_settings(
    ledger: Ledger,
    hand: Hand,
    edits: Sequence[Edit],
    broken: Callable[[list[Problem]], Broken | Refused] = settings_file.broken,
) -> Office:
    """The office after the edits: sound, allowed, and still knowing all that cases name.

    `broken` makes the error of problems in the files.
    """
    _check_kept(edits)
    before = _versions_before(ledger, edits)
    known = ledger.settings | {edit.path: edit.edited for edit in edits}
    files = {name: data for name, data in known.items() if data is not None}
    problems = list(settings_file.problems(files)) or list(
        settings_file.version_problems(before, files)
    )
    if problems:
        raise broken(problems)
    office = settings_file.read(files)
    typist, day = hand.entry.typist, hand.entry.recorded.date()
    check_settings_right(hand.entry.office, office, typist, day)
    check_scoring_rights(
        settings_file.own_scoring(before),
        settings_file.own_scoring(files),
        Recording(typist, day, hand.entry.office, office),
    )
    _check_cases_are_known(ledger, office, settings_file.catalogue(files, office))
    return office


def _check_kept(edits: Sequence[Edit]) -> None:
    """No file is removed that has to be there, or that cases and reports name by its version."""
    for edit in edits:
        if edit.edited is None and edit.path in (*REQUIRED, *VERSIONED):
            raise Refused(
                VERSIONED.get(edit.path, "P02"),
                say("{path} is gone from the folder.", path=edit.path),
                say("Bring it back: git checkout HEAD -- {path}", path=edit.path)
                if edit.path in REQUIRED
                else say(
                    "Bring it back: git checkout HEAD -- {path}. What no longer holds is taken out "
                    "under a higher version, and the file stays.",
                    path=edit.path,
                ),
            )


def _versions_before(ledger: Ledger, edits: Sequence[Edit]) -> settings_file.Files:
    """The settings as recorded; a versioned file that plain git removed or broke as it was last sound."""
    before = {name: data for name, data in ledger.settings.items() if data is not None}
    for path in VERSIONED.keys() & {edit.path for edit in edits}:
        last = last_sound(ledger, path, before.get(path), settings_file.checked)
        if last is None:
            before.pop(path, None)
        else:
            before[path] = last
    return before


def _check_cases_are_known(ledger: Ledger, office: Office, catalogue: Catalogue) -> None:
    """Whatever a case names is still there. Where nothing is gone, no case need be read.

    What was not there before the edit either does not stand in its way.
    """
    before: tuple[Office, Catalogue] | None = None
    try:
        before = ledger.office, ledger.catalogue
        gone = _named(*before) - _named(office, catalogue)
    except Broken:
        gone = {("?", "?")}
    lost = [
        problem
        for case in (ledger.cases.all() if gone else ())
        if isinstance(case, Case)
        for problem in _lost(case, before, (office, catalogue))
    ]
    lost += [
        problem
        for month in (ledger.journal.all() if gone else ())
        if isinstance(month, Month)
        for problem in _lost_of(ledger, month, before and before[0], office)
    ]
    if lost:
        raise Broken(
            say("The edit removes what cases or journals still name."),
            lost[:20],
            say("Keep the entry and give it an `until` date instead of removing it."),
        )


def _lost(
    case: Case, before: tuple[Office, Catalogue] | None, after: tuple[Office, Catalogue]
) -> list[Problem]:
    """What the case names, the settings had, and have no more."""
    unknown = [each.message for each in unknown_references(case, *before)] if before else []
    return [each for each in unknown_references(case, *after) if each.message not in unknown]


def _lost_of(ledger: Ledger, month: Month, before: Office | None, after: Office) -> list[Problem]:
    """The same of a journal."""
    unknown = [each.message for each in unknown_in(ledger, before, month)] if before else []
    return [e for e in unknown_in(ledger, after, month) if e.message not in unknown]


def _named(office: Office, catalogue: Catalogue) -> set[tuple[str, str]]:
    """All that a case may name, by kind."""
    kinds: dict[str, Iterable[str]] = {
        "grid": office.grids,
        "department": office.departments,
        "person": office.people,
        "category": catalogue.categories,
    }
    return {(kind, each) for kind, ids in kinds.items() for each in ids}
