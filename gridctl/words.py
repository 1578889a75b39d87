"""Words: what the program says, written once in English and spoken in the language of the session."""

import gettext
import os
from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("zh", "en")
_LOCALE = os.path.join(os.path.dirname(__file__), "locale")


class _Session:
    """The language of this process; set once, before the first word is spoken."""

    language = "zh"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


@dataclass(frozen=True)
class Message:
    """A sentence with named holes. `template` is the English text and the key of its translation."""

    template: str
    values: Mapping[str, object]

    def __str__(self) -> str:
        spoken = _(self.template)
        return spoken.format(**self.values) if self.values else spoken


@dataclass(frozen=True)
class Both:
    """A term of the field in both languages; prints in the language of the session."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh if _Session.language == "zh" else self.en

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def say(template: str, **values: object) -> Message:
    """A message for later: domain, store and app speak through it without knowing the language."""
    return Message(template, values)


def use(language: str) -> None:
    """Speak `language` (`zh` or `en`) from here on."""
    _Session.language = language
    _Session.catalogue = gettext.NullTranslations()
    if language != "en":
        # Opened by its name: gettext's own search asks the locale first, for half a millisecond.
        with open(os.path.join(_LOCALE, language, "LC_MESSAGES", "gridctl.mo"), "rb") as file:
            _Session.catalogue = gettext.GNUTranslations(file)


def language() -> str:
    """The language spoken now."""
    return _Session.language


def _(template: str) -> str:
    """The template in the language of the session, holes still open."""
    return _Session.catalogue.gettext(template) if template else ""


def listed(items: object, *, most: int = 8) -> str:
    """Several things in one sentence: "a, b, c", in Chinese "a、b、c"; cut after `most`."""
    parts = [str(item) for item in items]  # type: ignore[attr-defined]
    mark = "、" if _Session.language == "zh" else ", "
    return mark.join(parts[:most]) + (f"{mark}…" if len(parts) > most else "")


def aside(text: object, more: object) -> str:
    """`text` with something in brackets, as the language of the session writes them."""
    return f"{text}（{more}）" if _Session.language == "zh" else f"{text} ({more})"
