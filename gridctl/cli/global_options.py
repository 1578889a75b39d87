"""The options that every command takes, before or after its name; the later one wins."""

import sys
from typing import NamedTuple

from typer._click import Context, Parameter
from typer.core import TyperOption

from gridctl.cli.entry import Entry
from gridctl.cli.marks import N_
from gridctl.errors import Usage
from gridctl.words import say

_WISHES = "gridctl.wishes"
_PREFIX = "global_"


class _Wish(NamedTuple):
    """One global option. Without a `metavar` it is a flag."""

    key: str
    names: tuple[str, ...]
    help: str
    metavar: str | None = None
    kind: type = str


_ALL = (
    _Wish("folder", ("-C",), N_("Look for the ledger from this folder upwards."), N_("DIR")),
    _Wish("actor", ("--as",), N_("Act as this person. [env: GRIDCTL_AS]"), N_("STAFF")),
    _Wish("at", ("--at",), N_("When it happened, where that is not now."), N_("TIME")),
    _Wish("as_of", ("--as-of",), N_("Answer from a past state."), N_("REV|DATE")),
    _Wish(
        "if_version",
        ("--if-version",),
        N_("Go on only where the case still has this version."),
        N_("N"),
        int,
    ),
    _Wish("dry_run", ("--dry-run",), N_("Show what would be recorded, and record nothing.")),
    _Wish("json", ("--json",), N_("Answer in JSON.")),
    _Wish("language", ("--lang",), N_("Language of the answer. [env: GRIDCTL_LANG]"), "zh|en"),
    _Wish("colour", ("--no-color",), N_("No colours. [env: NO_COLOR]")),
)


class GlobalOption(TyperOption):
    """A global option; the help shows it in a section of its own."""


def options(honoured: frozenset[str]) -> list[TyperOption]:
    """All global options, those of `honoured` shown in the help, and the help option."""
    return [*(_option(wish, wish.key in honoured) for wish in _ALL), _help_option()]


def wishes(context: Context) -> dict[str, object]:
    """The global options given so far, by key; one dictionary for all levels of the call."""
    found: dict[str, object] = context.meta.setdefault(_WISHES, {})
    return found


def refuse_unhonoured(context: Context, entry: Entry) -> None:
    """Raise Usage where the call carries a global option that means nothing to its command."""
    for wish in _ALL:
        if wish.key in wishes(context) and wish.key not in entry.honours:
            command = context.command_path
            raise Usage(
                say("{command} cannot honour {option}.", command=command, option=wish.names[0]),
                say("What it takes: {command} --help", command=command),
            )


def takes_value(option: str) -> bool | None:
    """Whether a global option is followed by a value; None where it is no global option."""
    for wish in _ALL:
        if option in wish.names:
            return wish.metavar is not None
    return None


def version_option() -> TyperOption:
    """`gridctl --version`."""
    return GlobalOption(
        param_decls=["global_version", "--version"],
        is_flag=True,
        is_eager=True,
        help=N_("Show the version and exit."),
        expose_value=False,
        callback=_show_version,
    )


def _option(wish: _Wish, shown: bool) -> TyperOption:
    return GlobalOption(
        param_decls=[_PREFIX + wish.key, *wish.names],
        type=None if wish.metavar is None else wish.kind,
        is_flag=wish.metavar is None,
        metavar=wish.metavar,
        help=wish.help,
        hidden=not shown,
        expose_value=False,
        callback=_keep,
    )


def _keep(context: Context, parameter: Parameter, value: object) -> None:
    if value is not None:
        wishes(context)[str(parameter.name).removeprefix(_PREFIX)] = value


def _help_option() -> TyperOption:
    return GlobalOption(
        param_decls=["global_help", "-h", "--help"],
        is_flag=True,
        is_eager=True,
        help=N_("Show this page and exit."),
        expose_value=False,
        callback=_show_help,
    )


def _show_help(context: Context, _parameter: Parameter, value: object) -> None:
    if value:
        sys.stdout.write(context.get_help() + "\n")
        context.exit()


def _show_version(context: Context, _parameter: Parameter, value: object) -> None:
    if value:
        from importlib.metadata import version

        sys.stdout.write(f"gridctl {version('gridctl')}\n")
        context.exit()
