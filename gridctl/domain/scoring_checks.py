"""Scoring checks: what must hold inside scoring.yaml, between two states of it, and with the office."""

import re
from collections.abc import Iterator
from datetime import date

from gridctl.domain.expression_tree import marks_in
from gridctl.domain.expressions import parse
from gridctl.domain.finding import Finding, unknown
from gridctl.domain.office import Office
from gridctl.domain.periods import parse_period
from gridctl.domain.scoring import ManualMark, Profile, ScoringFile, Term
from gridctl.domain.settings_files import SCORING
from gridctl.errors import Usage
from gridctl.words import Message, aside, listed, say

NAME = re.compile(r"[a-z][a-z0-9_]{0,31}", re.ASCII)
Place = tuple[str | int, ...]
_ANY_DAY = date(2026, 1, 1)  # what is written by its number needs no today


def check_scoring(file: ScoringFile) -> Iterator[Finding]:
    """Everything that does not hold in the file alone."""
    if file.version < 1:
        yield _off(("version",), "F06", say("The version counts from 1."))
    if file.minimum < 1:
        yield _off(("minimum",), "A03", say("At least one case is needed to be ranked."))
    yield from _check_weights(file)
    yield from _check_profiles(file)
    known = _known_marks(file)
    seen: set[tuple[str, str, str]] = set()
    for index, mark in enumerate(file.marks):
        yield from _check_mark(("marks", index), mark, known, seen)


def check_scoring_version(before: ScoringFile | None, after: ScoringFile) -> Iterator[Finding]:
    """A method that says something else says so in its version; marks and exemptions are no method."""
    if before is None or after.version > before.version:
        return
    if _method(before) != _method(after) or after.version < before.version:
        message = say(
            "The method of appraisal has changed, so its version must be more than {version}.",
            version=before.version,
        )
        remedy = say("Write version: {version}", version=before.version + 1)
        yield _off(("version",), "A05", message, remedy)


def check_appraised(file: ScoringFile, office: Office) -> Iterator[Finding]:
    """Who is marked or exempt is a unit or grid, who marks is known and is not marked by it."""
    subjects = office.departments.keys() | office.grids.keys()
    named = {
        "marks": [mark.of for mark in file.marks],
        "exemptions": [each.of for each in file.exemptions],
    }
    for kind, words in named.items():
        for index, word in enumerate(words):
            if word not in subjects:
                yield _off((kind, index, "of"), "S02", unknown("unit", word, subjects))
    for index, mark in enumerate(file.marks):
        place = ("marks", index, "by")
        if mark.by not in office.people:
            message = say("There is nobody “{person}” in the staff file.", person=mark.by)
            yield _off(place, "S02", message)
        elif judges_himself(office, mark):
            yield _off(place, "A06", his_own(office, mark.by, mark.of))


def judges_himself(office: Office, mark: ManualMark) -> bool:
    """Whether the person was of the unit, or headed the grid, when the period ended."""
    day = parse_period(mark.period, _ANY_DAY).last
    return office.belongs(office.people[mark.by], mark.of, day)


def his_own(office: Office, person: str, unit: str) -> Message:
    """The message on a mark for one's own unit."""
    return say(
        "{person} is of {unit} and cannot mark it.",
        person=aside(office.person_name(person), person),
        unit=office.unit_name(unit),
    )


def _check_weights(file: ScoringFile) -> Iterator[Finding]:
    block, strip = file.weights.block, file.weights.strip
    if block + strip != 100 or min(block, strip) < 0:
        message = say("The weights of block and strip add up to 100.")
        yield _off(("weights", "block"), "A02", message)
    elif block < strip:
        message = say("The block weighs at least half: {block} is less than 50.", block=block)
        yield _off(("weights", "block"), "A02", message)


def _check_profiles(file: ScoringFile) -> Iterator[Finding]:
    taken: set[tuple[str, int]] = set()
    for index, profile in enumerate(file.profiles):
        place = ("profiles", index)
        yield from _check_levels(place, profile, taken)
        if not profile.terms:
            yield _off((*place, "terms"), "A03", say("A profile has at least one term."))
        ids: set[str] = set()
        for number, term in enumerate(profile.terms):
            yield from _check_term((*place, "terms", number), term, ids)


def _check_levels(place: Place, profile: Profile, taken: set[tuple[str, int]]) -> Iterator[Finding]:
    if (profile.of == "unit") == bool(profile.levels):
        message = say("A profile of grids names their levels, one of units none.")
        yield _off((*place, "levels"), "A03", message)
    for level in profile.levels or (0,):
        if level not in range(5) or (profile.levels and level == 0):
            message = say("A level is from 1 to 4, not {level}.", level=level)
            yield _off((*place, "levels"), "A03", message)
        if (profile.of, level) in taken:
            message = say("Two profiles are for the same.")
            yield _off((*place, "of"), "A03", message)
        taken.add((profile.of, level))


def _check_term(place: Place, term: Term, ids: set[str]) -> Iterator[Finding]:
    if not NAME.fullmatch(term.id):
        message = say(
            "A name here is at most 32 lower-case letters, digits and underscores, not “{name}”.",
            name=term.id,
        )
        yield _off((*place, "id"), "S01", message)
    elif term.id in ids:
        yield _off((*place, "id"), "S01", say("The id “{id}” is taken already.", id=term.id))
    ids.add(term.id)
    if not 1 <= term.weight <= 1000:
        yield _off((*place, "weight"), "A03", say("A weight is from 1 to 1000."))
    for key, text in (("zh", term.zh), ("en", term.en or term.zh)):
        if not text.strip() or "\n" in text:
            yield _off((*place, key), "F06", say("“{key}” is one line of text.", key=key))
    try:
        parse(term.expression)
    except Usage as error:
        yield _off((*place, "expression"), "A01", error.message, error.hint)


def _known_marks(file: ScoringFile) -> frozenset[str]:
    found: set[str] = set()
    for term in file.terms():
        try:
            found.update(marks_in(parse(term.expression)))
        except Usage:
            continue  # told as a finding of its own
    return frozenset(found)


def _check_mark(
    place: Place, mark: ManualMark, known: frozenset[str], seen: set[tuple[str, str, str]]
) -> Iterator[Finding]:
    try:
        if parse_period(mark.period, _ANY_DAY).name != mark.period:
            message = say("A period here is a year, quarter, month or week by its number.")
            yield _off((*place, "period"), "A04", message)
    except Usage as error:
        yield _off((*place, "period"), "A04", error.message, error.hint)
    if mark.name not in known:
        message = say("No expression asks for mark({name}).", name=mark.name)
        yield _off((*place, "name"), "A04", message, _asked_for(known))
    if not 0 <= mark.score <= 100:
        message = say("A score lies between 0 and 100, not at {score}.", score=f"{mark.score:g}")
        yield _off((*place, "score"), "A04", message)
    key = (mark.period, mark.of, mark.name)
    if key in seen:
        message = say("{of} has this mark for {period} already.", of=mark.of, period=mark.period)
        yield _off((*place, "name"), "A04", message)
    seen.add(key)


def _asked_for(known: frozenset[str]) -> Message:
    if not known:
        return say("Put one into a term first, for example expression: mark(team)")
    return say("Asked for: {names}", names=listed(sorted(known)))


def _method(file: ScoringFile) -> object:
    return file.weights, file.minimum, file.profiles


def _off(place: Place, rule: str, message: Message, remedy: Message | None = None) -> Finding:
    return Finding(SCORING, place, rule, message, remedy)
