"""Entry: what the table of commands says of each one."""

from typing import NamedTuple

from gridctl.cli.marks import N_

# Global options a command can honour, by their keys in global_options.py.
ALWAYS = frozenset({"folder", "language", "json", "colour"})
READS = ALWAYS | {"as_of"}
ASKS = READS | {"actor"}
WRITES = ALWAYS | {"actor", "at", "if_version", "dry_run"}
SETS = ALWAYS | {"dry_run"}


class Entry(NamedTuple):
    """A command or, with `entries`, a group of commands.

    `help` is one line, in English and to be translated. `module` lies under gridctl.cli.commands
    and has the function `command`. `step` is its number among the seven steps. `honours` names the
    global options that mean something to it; any other is a usage error. A
    group called without a command runs the one named by `bare`, where it has one.
    """

    name: str
    aliases: tuple[str, ...]
    help: str
    module: str = ""
    honours: frozenset[str] = READS
    step: str = ""
    takes_ids: bool = False
    entries: tuple["Entry", ...] = ()
    bare: str = ""


class Section(NamedTuple):
    """Commands that stand together in the help."""

    title: str
    entries: tuple[Entry, ...]


def inside(entry: Entry) -> tuple[Section, ...]:
    """The commands of a group, in one section."""
    return (Section(N_("Commands"), entry.entries),)


def named(sections: tuple[Section, ...], word: str) -> Entry | None:
    """The entry that `word` names, by its name or an alias."""
    for section in sections:
        for entry in section.entries:
            if word == entry.name or word in entry.aliases:
                return entry
    return None
