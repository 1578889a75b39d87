"""Catalogue by command: a category is added, or a filing condition to a built-in one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gridctl.app.ledger import Ledger
from gridctl.app.settings_change import Decide, Wish
from gridctl.domain import texts
from gridctl.domain.catalogue import Category
from gridctl.domain.limits import parse_limit
from gridctl.domain.local_catalogue import CatalogueFile
from gridctl.domain.settings_files import CATALOGUE
from gridctl.errors import Refused, Usage
from gridctl.store import settings_edit, settings_file
from gridctl.words import Both, say


@dataclass(frozen=True, kw_only=True)
class NewCategory:
    """A category as wished for, with one filing condition; a built-in one's code needs no names."""

    code: str
    zh: str | None
    en: str | None
    words: Sequence[str]
    filing: str
    closing: str
    limit: str
    filing_en: str | None = None
    closing_en: str | None = None


def add(new: NewCategory) -> Decide:
    """Add the category to catalogue.yaml; the file is made when it is missing."""

    def decide(ledger: Ledger, _today: date) -> Wish:
        code = new.code.strip().upper()
        local = settings_file.read_optional(CATALOGUE, ledger.settings, CatalogueFile)
        if local and any(each.code == code for each in local.categories):
            raise Refused(
                "S01",
                say("{code} is in catalogue.yaml already.", code=code),
                say("Edit it there, count the version up, and run: gridctl record"),
            )
        version = local.version + 1 if local else 1
        category = _category(code, new, ledger.catalogue.categories.get(code))
        data = settings_edit.with_category(
            ledger.settings.get(CATALOGUE), category, version, ledger.office.settings.language
        )
        told = say(
            "{code} {name} is in the catalogue, from version {version} on.",
            code=code,
            name=category["zh"],
            version=version,
        )
        return Wish(CATALOGUE, data, f"catalogue add {code}", told)

    return decide


def _category(code: str, new: NewCategory, known: Category | None) -> dict[str, object]:
    """The category in the form of the file; a known one with what it has, and the condition last."""
    zh = new.zh or (known.name.zh if known else None)
    words = [*(known.words if known else ()), *new.words]
    if zh is None or not words:
        raise Usage(
            say("{option} is missing.", option="--word" if zh else "--zh"),
            say("A new category needs a name and a word that suggests it; see --help."),
        )
    conditions = [
        {"filing": _both(each.filing), "closing": _both(each.closing), "limit": each.limit}
        for each in (known.conditions if known else ())
    ]
    fresh = {
        "filing": _wording("--filing", new.filing, new.filing_en),
        "closing": _wording("--closing", new.closing, new.closing_en),
        "limit": str(parse_limit(new.limit)),
    }
    category: dict[str, object] = {"code": code, "zh": texts.line("--zh", zh)}
    en = new.en or (known.name.en if known else None)
    if en:
        category["en"] = texts.line("--en", en)
    category["words"] = [texts.line("--word", word) for word in dict.fromkeys(words)]
    return category | {"conditions": [*conditions, fresh]}


def _wording(option: str, zh: str, en: str | None) -> dict[str, str]:
    wording = {"zh": texts.line(option, zh)}
    return wording | ({"en": texts.line(f"{option}-en", en)} if en else {})


def _both(text: Both) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
