"""Checking: everything that must hold in a recorded ledger, as a list of checks that return Problems."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from gridctl.app.evidence import path_of
from gridctl.app.fit_for_git import fit_for_git
from gridctl.app.journal_references import journal_problem, unknown_in
from gridctl.app.ledger import Ledger
from gridctl.domain.case import Case
from gridctl.domain.catalogue import Catalogue
from gridctl.domain.event import Evidence
from gridctl.domain.identifiers import case_path
from gridctl.domain.office import Office
from gridctl.errors import Broken, Problem, Refused
from gridctl.store import settings_file, work_file
from gridctl.words import Message, say

Watch = Callable[[Iterable[Case | Problem], int], Iterable[Case | Problem]]


def check(
    ledger: Ledger, *, evidence: bool = False, watch: Watch = lambda cases, _count: cases
) -> Iterator[Problem]:
    """Every Problem, settings first. `watch` may show progress over the cases as they are read."""
    yield from settings_file.problems(ledger.settings)
    yield from ledger.cases.strays()
    yield from ledger.journal.strays()
    for folder in ledger.tracked_outside():
        yield Problem(folder, 0, "P03", say("What is in here must not be in git."))
    for name, own in ledger.twins().items():
        message = say("Some machines take it for {name}: only the capitals differ.", name=own)
        yield Problem(name, 0, "F10", message)
    cases: list[Case] = []
    for each in watch(ledger.cases.all(), len(ledger.cases.blobs)):
        if isinstance(each, Case):
            cases.append(each)
        else:
            yield each
    yield from check_numbers(cases)
    yield from check_links(cases)
    yield from check_journals(ledger)
    try:
        office, catalogue = ledger.office, ledger.catalogue
    except Broken:
        return
    for case in cases:
        yield from unknown_references(case, office, catalogue)
        yield from check_privacy(case)
        if evidence:
            yield from check_evidence(case, ledger.root)


def check_journals(ledger: Ledger) -> Iterator[Problem]:
    """Every journal is sound, names what is there, and holds no resident's number."""
    for month in ledger.journal.all():
        if isinstance(month, Problem):
            yield month
            continue
        with contextlib.suppress(Broken):
            yield from unknown_in(ledger, ledger.office, month)
        for index, event in enumerate(month.entries):
            try:
                fit_for_git(event)
            except Refused as refusal:
                yield journal_problem(month, refusal.rule, refusal.message, "entries", index)


def check_privacy(case: Case) -> Iterator[Problem]:
    """No event holds a phone or identity number of a resident."""
    for event in case.history:
        try:
            fit_for_git(event)
        except Refused as refusal:
            yield _problem(case, refusal.rule, refusal.message, "history", event.n - 1)


def check_numbers(cases: Sequence[Case]) -> Iterator[Problem]:
    """A number is given once."""
    first: dict[str, str] = {}
    for case in cases:
        other = first.setdefault(case.number, case.id) if case.number else case.id
        if other != case.id:
            yield _problem(
                case,
                "C04",
                say("{number} is also the number of {other}.", number=case.number, other=other),
                "number",
            )


def check_links(
    cases: Sequence[Case], known: Mapping[str, Case] | None = None
) -> Iterator[Problem]:
    """A duplicate and its original know each other, and so do related cases.

    `known`: all that the cases may name, where that is more than the cases themselves.
    """
    known = known or {case.id: case for case in cases}
    for case in cases:
        for other in case.links:
            if other not in known or case.id not in known[other].links:
                yield _problem(
                    case,
                    "C05",
                    say("{other}, which it is linked to, does not know of it.", other=other),
                    "links",
                )
        if case.duplicate_of:
            original = known.get(case.duplicate_of)
            if original is None or case.id not in original.duplicates:
                yield _problem(
                    case,
                    "C05",
                    say("{other}, which it repeats, does not know of it.", other=case.duplicate_of),
                    "duplicate_of",
                )
        for other in case.duplicates:
            if other not in known or known[other].duplicate_of != case.id:
                yield _problem(
                    case,
                    "C05",
                    say("{other} is linked as its duplicate, but is none.", other=other),
                    "duplicates",
                )


def unknown_references(case: Case, office: Office, catalogue: Catalogue) -> Iterator[Problem]:
    """Grids, units, people and categories that the case names and the settings do not."""
    units = office.departments.keys() | office.grids.keys()
    named: dict[str, tuple[Iterable[str], Iterable[str]]] = {
        "grid": ([case.grid], office.grids),
        "unit": (case.units, units),
        "person": (_persons(case), office.people.keys() | units),
        "category": ([case.category] if case.category else [], catalogue.categories),
    }
    for what, (words, known) in named.items():
        for word in words:
            if word not in known:
                yield _problem(case, "C05", _UNKNOWN[what](word), *_place(case, word))


_UNKNOWN = {
    "grid": lambda word: say("There is no grid “{word}” in grids.yaml.", word=word),
    "unit": lambda word: say("There is no unit “{word}” in the settings.", word=word),
    "person": lambda word: say("There is no person “{word}” in staff.yaml.", word=word),
    "category": lambda word: say("There is no category “{word}”.", word=word),
}


def _place(case: Case, word: str) -> tuple[str | int, ...]:
    """Where a case first names a word: in its head, else in an event."""
    heads = {"grid": case.grid, "category": case.category, "lead": case.lead}
    for key, value in heads.items():
        if value == word:
            return (key,)
    if word in case.assist:
        return ("assist",)
    for index, event in enumerate(case.history):
        for key in ("by", "entered", "persons"):
            value = getattr(event, key, None)
            if value == word or (isinstance(value, tuple) and word in value):
                return ("history", index, key)
    return ()


def _persons(case: Case) -> Iterable[str]:
    told = [
        p
        for event in case.history
        for p in (event.by, event.entered, *getattr(event, "persons", ()))
    ]
    return dict.fromkeys(person for person in told if person)


def check_evidence(case: Case, root: str) -> Iterator[Problem]:
    """The file of every record is there and is the one recorded."""
    import hashlib

    for event in case.history:
        for record in getattr(event, "evidence", ()):
            path = path_of(record)
            data = work_file.read(root, path) if os.path.lexists(os.path.join(root, path)) else None
            if data is None:
                yield _missing(case, record, path)
            elif hashlib.sha256(data).hexdigest() != record.sha256:
                yield _problem(
                    case,
                    "C08",
                    say(
                        "{path} is not the file that was recorded ({name}).",
                        path=path,
                        name=record.name,
                    ),
                )


def _missing(case: Case, record: Evidence, path: str) -> Problem:
    return _problem(case, "C08", say("{path} is missing ({name}).", path=path, name=record.name))


def _problem(case: Case, rule: str, message: Message, *place: str | int) -> Problem:
    """A Problem of a sound case, so that its bytes and lines are known."""
    from gridctl.store import case_file
    from gridctl.store.yaml_lines import line_of

    line = line_of(case_file.write(case).decode(), place) if place else 0
    return Problem(case_path(case.id), line, rule, message)
