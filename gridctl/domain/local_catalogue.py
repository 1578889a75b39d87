"""Local catalogue: what catalogue.yaml adds to the built-in categories or puts in their place."""

from dataclasses import dataclass
from typing import Literal

from gridctl.domain.catalogue import Catalogue, Category, CategoryClass, Condition
from gridctl.domain.verbs.collect import Kind
from gridctl.words import Both


@dataclass(frozen=True, kw_only=True)
class Wording:
    """A text in both languages; the Chinese stands for both where there is no other."""

    zh: str
    en: str | None = None

    @property
    def both(self) -> Both:
        """As it is said."""
        return Both(self.zh, self.en or self.zh)


@dataclass(frozen=True, kw_only=True)
class LocalCondition:
    """A filing condition with its limit, in the form of files: `2 work_day`."""

    filing: Wording
    closing: Wording
    limit: str


@dataclass(frozen=True, kw_only=True)
class LocalCategory:
    """A category, whole: where the built-in catalogue has its code, it takes that one's place.

    `local` marks a local extension; unsaid, it is one where the code is the ledger's own.
    """

    code: str
    zh: str
    en: str | None = None
    words: tuple[str, ...]
    local: bool | None = None
    conditions: tuple[LocalCondition, ...]


@dataclass(frozen=True, kw_only=True)
class LocalClass:
    """A class; `kind` stands on the first letter only."""

    code: str
    zh: str
    en: str | None = None
    kind: Kind | None = None


@dataclass(frozen=True, kw_only=True)
class CatalogueFile:
    """catalogue.yaml, whole. `version` grows with every change, since cases are pinned to it."""

    format: Literal[1]
    version: int
    classes: tuple[LocalClass, ...] = ()
    categories: tuple[LocalCategory, ...] = ()


def merged(national: Catalogue, local: CatalogueFile, office: str) -> Catalogue:
    """The catalogue of a ledger, of an edition such as `cn@1+lz@3`; `office` names the second part."""
    classes = dict(national.classes) | {each.code: _class(each) for each in local.classes}
    letters = list(dict.fromkeys(code[0] for code in classes))
    own = {each.code: _category(each, national) for each in local.categories}
    categories = dict(national.categories) | own
    return Catalogue(
        f"{national.edition}+{office}@{local.version}",
        {code: classes[code] for code in sorted(classes, key=lambda c: (letters.index(c[0]), c))},
        {code: categories[code] for code in sorted(categories)},
    )


def _class(each: LocalClass) -> CategoryClass:
    return CategoryClass(each.code, Both(each.zh, each.en or each.zh), each.kind)


def _category(each: LocalCategory, national: Catalogue) -> Category:
    local = each.code not in national.categories if each.local is None else each.local
    conditions = (Condition(c.filing.both, c.closing.both, c.limit) for c in each.conditions)
    name = Both(each.zh, each.en or each.zh)
    return Category(each.code, name, each.words, tuple(conditions), local)
