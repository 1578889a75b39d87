"""What a shell may offer for the word under the cursor, answered before Typer is imported."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gridctl.cli.entry import Entry, Section, inside, named
from gridctl.cli.tree import TREE
from gridctl.words import LANGUAGES, _

Offer = tuple[str, str]

# The global options that are followed by a value; they may stand before the command.
_VALUED = ("-C", "--as", "--lang", "--at", "--as-of", "--if-version")


def offers(argv: Sequence[str], environ: Mapping[str, str]) -> list[Offer]:
    """Words for the last of `argv` (the words of the call so far), each with what it means."""
    *before, current = argv or [""]
    entry, sections = _place(before)
    previous = before[-1] if before else ""
    if previous == "--lang":
        found = [(language, "") for language in LANGUAGES]
    elif previous in _VALUED:
        found = []
    elif current.startswith("-"):
        found = list(_options(entry, sections))
    elif sections:
        found = list(_commands(sections, aliases=bool(current)))
    elif entry and entry.takes_ids and not _awaits_value(previous):
        return [(name, "") for name in _case_ids(before, environ, current)]
    else:
        found = []
    return [offer for offer in found if offer[0].startswith(current)]


def _place(before: Sequence[str]) -> tuple[Entry | None, tuple[Section, ...]]:
    """The command that the words have reached, and the commands that may follow."""
    entry: Entry | None = None
    sections: tuple[Section, ...] = TREE
    words = iter(before)
    for word in words:
        if word in _VALUED:
            next(words, None)
        elif not word.startswith("-") and sections:
            entry = named(sections, word)
            sections = inside(entry) if entry and entry.entries else ()
    return entry, sections


def _commands(sections: tuple[Section, ...], *, aliases: bool) -> Iterator[Offer]:
    """The names; aliases only where a first character shows which script is typed."""
    entries = [entry for section in sections for entry in section.entries]
    yield from ((entry.name, _(entry.help)) for entry in entries)
    if aliases:
        yield from ((alias, _(entry.help)) for entry in entries for alias in entry.aliases)


def _awaits_value(previous: str) -> bool:
    """An option of the command: whether it takes a value is not known here, so offer nothing."""
    return previous.startswith("-") and previous not in ("--json", "--dry-run", "--no-color")


def _case_ids(before: Sequence[str], environ: Mapping[str, str], prefix: str) -> list[str]:
    from gridctl.app.complete import case_ids
    from gridctl.app.place import ledger_folder

    named_folder = dict(pairwise(before)).get("-C")
    folder = ledger_folder(named_folder or environ.get("GRIDCTL_LEDGER") or ".")
    return case_ids(folder, prefix) if folder else []


def _options(entry: Entry | None, sections: tuple[Section, ...]) -> Iterator[Offer]:
    """The one question that only the command itself can answer, so Typer is imported here."""
    from gridctl.cli import lazy
    from gridctl.cli.parameters import in_words

    command = lazy.leaf(entry) if entry and not sections else lazy.root()
    for param in command.params:
        if param.param_type_name == "option" and not getattr(param, "hidden", False):
            text = in_words(getattr(param, "help", None))
            yield from ((option, text) for option in (*param.opts, *param.secondary_opts))
