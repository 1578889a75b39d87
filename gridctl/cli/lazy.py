"""Groups that know their commands by name alone and import one only when it is called."""

import os
from importlib import import_module
from typing import Any

import typer
from typer._click import Command, Context
from typer._click.exceptions import NoArgsIsHelpError, UsageError
from typer.core import TyperCommand, TyperGroup

from gridctl.cli import global_options, session, streams
from gridctl.cli.entry import Entry, Section, inside, named
from gridctl.cli.tree import ABOUT, TREE

PACKAGE = "gridctl.cli.commands"


class Leaf(TyperCommand):
    """A command of the table."""

    entry: Entry
    more = ""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse, then refuse what is left over or cannot be honoured."""
        rest = _parsed(super().parse_args, ctx, args)
        global_options.refuse_unhonoured(ctx, self.entry)
        return rest

    def invoke(self, ctx: Context) -> Any:
        """Run the command in its session."""
        opened = session.begin(global_options.wishes(ctx), os.environ)
        if opened.json:
            streams.speak_utf8()
        return super().invoke(ctx)

    def get_help(self, ctx: Context) -> str:
        """The help page."""
        from gridctl.cli import page

        return page.of_command(ctx, self, self.entry, self.more)


class Branch(TyperGroup):
    """A group of the table; the root too."""

    def __init__(
        self,
        name: str,
        help: str,  # noqa: A002 -- Typer's word
        sections: tuple[Section, ...],
        package: str,
        bare: str = "",
    ) -> None:
        super().__init__(
            name=name,
            help=help,
            params=[*global_options.options(_honoured(sections))],
            add_help_option=False,
            no_args_is_help=True,
            rich_markup_mode=None,
            suggest_commands=False,
        )
        self.sections = sections
        self.package = package
        self.bare = bare

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse the options before the command's name."""
        if not args and not self.bare:
            raise NoArgsIsHelpError(ctx)
        self.no_args_is_help = not self.bare
        rest = _parsed(super().parse_args, ctx, args)
        if self.bare and not ctx._protected_args:  # noqa: SLF001 -- where Click keeps the command's name
            ctx._protected_args = [self.bare]  # noqa: SLF001
        return rest

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 -- Typer asks with it
        """The names, in the order of the table."""
        return [entry.name for section in self.sections for entry in section.entries]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002
        """The command of this name or alias, imported now."""
        entry = named(self.sections, cmd_name)
        if entry is None:
            return None
        if entry.entries:
            return Branch(entry.name, entry.help, inside(entry), self.package, entry.bare)
        return leaf(entry, self.package)

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        """The command under its own name, whatever alias called it."""
        entry = named(self.sections, args[0])
        if entry is None:
            from gridctl.cli import suggest

            raise suggest.unknown_command(args[0], self.sections, ctx.command_path)
        return entry.name, self.get_command(ctx, entry.name), args[1:]

    def get_help(self, ctx: Context) -> str:
        """The help page."""
        from gridctl.cli import page

        return page.of_group(ctx, self, self.sections)


def root(sections: tuple[Section, ...] = TREE, package: str = PACKAGE) -> Branch:
    """The gridctl command itself."""
    branch = Branch("gridctl", ABOUT, sections, package)
    branch.params.append(global_options.version_option())
    return branch


def leaf(entry: Entry, package: str = PACKAGE) -> Leaf:
    """The command of `entry`, from the function `command` in its module.

    The module may add `MORE`, marked with N_: what stands on the help page under the one line.
    """
    module = import_module(f"{package}.{entry.module}")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(entry.name, cls=Leaf, help=entry.help, add_help_option=False)(module.command)
    command = typer.main.get_command(app)
    assert isinstance(command, Leaf)
    command.entry = entry
    command.more = getattr(module, "MORE", "")
    command.params.extend(global_options.options(entry.honours))
    return command


def _honoured(sections: tuple[Section, ...]) -> frozenset[str]:
    """What any command below can honour."""
    below = [entry for section in sections for entry in section.entries]
    return frozenset().union(
        *(_honoured(inside(entry)) if entry.entries else entry.honours for entry in below)
    )


def _parsed(parse: Any, ctx: Context, args: list[str]) -> list[str]:
    """Parse, and tell every usage error whose it is: Typer leaves some without their command."""
    try:
        rest: list[str] = parse(ctx, args)
    except UsageError as error:
        error.ctx = error.ctx or ctx
        raise
    return rest
