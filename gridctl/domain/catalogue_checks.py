"""Catalogue checks: what must hold inside catalogue.yaml, and between it and the built-in catalogue."""

import re
from collections.abc import Iterator

from gridctl.domain.catalogue import Catalogue, class_of
from gridctl.domain.finding import Finding
from gridctl.domain.limits import parse_limit
from gridctl.domain.local_catalogue import CatalogueFile, LocalCategory, LocalClass
from gridctl.domain.settings_files import CATALOGUE
from gridctl.errors import Usage
from gridctl.words import Message, say

CODE = re.compile(r"[A-Z](?:[0-9]{2}){1,2}", re.ASCII)
CLASS = re.compile(r"[A-Z](?:[0-9]{2})?", re.ASCII)
Place = tuple[str | int, ...]


def check_catalogue(file: CatalogueFile, national: Catalogue) -> Iterator[Finding]:
    """Everything that does not hold."""
    if file.version < 1:
        yield _off(("version",), "F06", say("The version counts from 1."))
    classes = national.classes.keys() | {each.code for each in file.classes}
    categories = national.categories.keys() | {each.code for each in file.categories}
    seen: set[str] = set()
    for index, own in enumerate(file.classes):
        yield from _check_class(("classes", index), own, classes, seen)
    for index, each in enumerate(file.categories):
        place = ("categories", index)
        yield from _check_code(place, each.code, classes, seen)
        yield from _check_words(place, each)
        yield from _check_conditions(place, each)
    for code in sorted(classes & categories):
        kind = "classes" if code in national.categories else "categories"
        rows: list[str] = [row.code for row in getattr(file, kind)]
        message = say("{code} cannot be a class and a category.", code=code)
        yield _off((kind, rows.index(code), "code"), "S01", message)


def check_version(before: CatalogueFile | None, after: CatalogueFile) -> Iterator[Finding]:
    """A catalogue that says something else says so in its version; remarks are free."""
    if before is None or after.version > before.version:
        return
    same = (before.version, set(before.classes), set(before.categories))
    if same != (after.version, set(after.classes), set(after.categories)):
        message = say(
            "The catalogue has changed, so its version must be more than {version}.",
            version=before.version,
        )
        remedy = say(
            "Cases keep the version they were filed under. Write version: {version}",
            version=before.version + 1,
        )
        yield _off(("version",), "S06", message, remedy)


def _check_class(
    place: Place, own: LocalClass, known: set[str], seen: set[str]
) -> Iterator[Finding]:
    if not CLASS.fullmatch(own.code):
        message = say(
            "A class is a capital letter, or one and two digits, not “{code}”.", code=own.code
        )
        yield _off((*place, "code"), "F06", message)
    elif own.code in seen:
        yield _off(
            (*place, "code"), "S01", say("The code {code} stands here twice.", code=own.code)
        )
    elif own.code[0] not in known:
        yield _off((*place, "code"), "S02", say("There is no class {code}.", code=own.code[0]))
    elif (own.kind is None) == (len(own.code) == 1):
        message = say("A class of one letter has a kind of case, one below it has none.")
        yield _off((*place, "kind"), "F05", message)
    seen.add(own.code)


def _check_code(place: Place, code: str, classes: set[str], seen: set[str]) -> Iterator[Finding]:
    place = (*place, "code")
    if not CODE.fullmatch(code):
        message = say("A code is a capital letter and two or four digits, not “{code}”.", code=code)
        yield _off(place, "F06", message)
    elif code in seen:
        yield _off(place, "S01", say("The code {code} stands here twice.", code=code))
    elif class_of(code) not in classes:
        message = say("There is no class {code}.", code=class_of(code))
        yield _off(place, "S02", message, say("Add it under classes: or take another code."))
    seen.add(code)


def _check_words(place: Place, each: LocalCategory) -> Iterator[Finding]:
    if not each.words:
        message = say("At least one word has to suggest the category.")
        yield _off((*place, "words"), "F05", message)
    for key, text in (
        ("zh", each.zh),
        ("en", each.en or each.zh),
        *(("words", w) for w in each.words),
    ):
        if not text.strip() or "\n" in text:
            yield _off((*place, key), "F06", say("“{key}” is one line of text.", key=key))


def _check_conditions(place: Place, each: LocalCategory) -> Iterator[Finding]:
    if not each.conditions:
        yield _off((*place, "conditions"), "F05", say("At least one filing condition is needed."))
    for number, condition in enumerate(each.conditions):
        here = (*place, "conditions", number, "limit")
        try:
            limit = str(parse_limit(condition.limit))
        except Usage as error:
            yield _off(here, "S04", error.message, error.hint)
            continue
        if limit != condition.limit:
            message = say("The limit is written {limit}.", limit=limit)
            yield _off(here, "S04", message)


def _off(place: Place, rule: str, message: Message, remedy: Message | None = None) -> Finding:
    return Finding(CATALOGUE, place, rule, message, remedy)
