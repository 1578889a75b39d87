"""Which language the call is answered in; decided before anything is said or imported."""

import os
from collections.abc import Iterator, Mapping, Sequence

from gridctl import words
from gridctl.errors import Usage
from gridctl.words import say


def settle(argv: Sequence[str], environ: Mapping[str, str]) -> None:
    """Speak the language of `--lang`, else GRIDCTL_LANG, else the ledger's, else the locale's.

    Raises Usage, in the next best language, where the first two name an unknown one.
    """
    wanted = _last(argv, "--lang") or environ.get("GRIDCTL_LANG") or None
    if wanted in words.LANGUAGES:
        words.use(wanted)
        return
    usual = environ.get("GRIDCTL_LANG")
    words.use(
        usual if usual in words.LANGUAGES else _of_ledger(argv, environ) or _of_locale(environ)
    )
    if wanted is not None:
        raise Usage(
            say("There is no language {language} here.", language=wanted),
            say("Choose zh or en: --lang zh, --lang en, or GRIDCTL_LANG"),
        )


def prefer(found: str | None) -> None:
    """Speak a ledger's language where nobody wished for another; Chinese where it names none."""
    if not os.environ.get("GRIDCTL_LANG"):
        words.use(found if found in words.LANGUAGES else "zh")


def _of_ledger(argv: Sequence[str], environ: Mapping[str, str]) -> str | None:
    """Inside a ledger that names no language it is Chinese; None outside of any."""
    from gridctl.app.place import ledger_folder, ledger_language

    folder = ledger_folder(_last(argv, "-C") or environ.get("GRIDCTL_LEDGER") or ".")
    if folder is None:
        return None
    named = ledger_language(folder)
    return named if named in words.LANGUAGES else "zh"


def _of_locale(environ: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    return "en"


def _last(argv: Sequence[str], option: str) -> str | None:
    """The last value of `option` anywhere in the call, before or after the command."""
    return next(iter(list(_values(argv, option))[-1:]), None)


def _values(argv: Sequence[str], option: str) -> Iterator[str]:
    glue = "=" if option.startswith("--") else ""
    waiting = False
    for word in argv:
        if waiting:
            waiting = False
            yield word
        elif word == "--":
            return
        elif word == option:
            waiting = True
        elif word.startswith(option + glue):
            yield word[len(option + glue) :]
