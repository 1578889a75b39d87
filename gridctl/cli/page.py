"""Help pages: plain text that fits the terminal, Chinese and English aligned alike."""

import shutil
from collections.abc import Iterable

from typer._click import Command, Context, Parameter

from gridctl import words
from gridctl.cli.entry import Entry, Section
from gridctl.cli.global_options import GlobalOption
from gridctl.cli.parameters import described, forms, in_words, metavar
from gridctl.views.width import columns, padded, wrapped
from gridctl.words import _

_LEFT_MOST = 30

Row = tuple[str, str]


def of_group(context: Context, group: Command, sections: tuple[Section, ...]) -> str:
    """The page of a group or of gridctl itself."""
    tables = [(_(section.title), _command_rows(section)) for section in sections]
    usage = f"{context.command_path} {_('[OPTIONS]')} {_('COMMAND')} ..."
    more = _("Help on a command: {path} COMMAND --help").format(path=context.command_path)
    return _page(usage, [in_words(group.help)], [*tables, *_option_tables(context, group)], more)


def of_command(context: Context, command: Command, entry: Entry, more: str) -> str:
    """The page of one command."""
    texts = [in_words(command.help)]
    if _has_alias(entry):
        texts.append(_("Also called: {names}").format(names=words.listed(entry.aliases)))
    return _page(usage(context, command), texts, _option_tables(context, command), in_words(more))


def usage(context: Context, command: Command) -> str:
    """The words of a call: `gridctl note [OPTIONS] ID TEXT`."""
    arguments = [_argument(param) for param in command.params if not _is_option(param)]
    return " ".join([context.command_path, _("[OPTIONS]"), *arguments])


def _command_rows(section: Section) -> list[Row]:
    numbered = any(entry.step for entry in section.entries)
    return [
        ((f"{entry.step} " if numbered else "") + _called(entry), _(entry.help))
        for entry in section.entries
    ]


def _called(entry: Entry) -> str:
    """The name, and in Chinese the name that may be typed instead."""
    return f"{entry.name} ({entry.aliases[0]})" if _has_alias(entry) else entry.name


def _has_alias(entry: Entry) -> bool:
    return bool(entry.aliases) and words.language() == "zh"


def _option_tables(context: Context, command: Command) -> list[tuple[str, list[Row]]]:
    """Arguments, options of its own, and the options that every command takes."""
    tables: dict[str, list[Row]] = {}
    for param in command.params:
        if getattr(param, "hidden", False):
            continue
        kind = (
            _("Arguments")
            if not _is_option(param)
            else _("Global options")
            if isinstance(param, GlobalOption)
            else _("Options")
        )
        left = forms(param) if _is_option(param) else metavar(param)
        tables.setdefault(kind, []).append((left, described(param, context)))
    return list(tables.items())


def _is_option(param: Parameter) -> bool:
    return param.param_type_name == "option"


def _argument(param: Parameter) -> str:
    name = metavar(param)
    shown = f"{name}..." if param.nargs == -1 and "..." not in name else name
    return shown if param.required else f"[{shown}]"


def _page(
    call: str, texts: Iterable[str], tables: Iterable[tuple[str, list[Row]]], more: str
) -> str:
    width = max(40, min(shutil.get_terminal_size().columns, 100))
    head = _("Usage: {call}").format(call=call)
    blocks = ["\n".join(_hanging(head, width)), "\n".join(_paragraphs(texts, width))]
    blocks += ["\n".join([title, *_rows(rows, width)]) for title, rows in tables]
    return "\n\n".join([*blocks, "\n".join(_lines(more, width))] if more else blocks)


def _hanging(text: str, width: int) -> list[str]:
    first, *others = wrapped(text, width - 4)
    return [first, *("    " + line for line in others)]


def _paragraphs(texts: Iterable[str], width: int) -> list[str]:
    return [line for text in texts for line in wrapped(text, width)]


def _lines(text: str, width: int) -> list[str]:
    """Lines as they are written; one that is too long is folded, an example never."""
    lines = text.strip().split("\n")
    return [
        part
        for line in lines
        for part in ([line] if line.startswith(" ") else wrapped(line, width))
    ]


def _rows(rows: list[Row], width: int) -> list[str]:
    """Two columns; a left side too long for its column has the first line to itself."""
    left_width = min(max(columns(left) for left, _text in rows), _LEFT_MOST)
    lines = []
    for left, text in rows:
        first, *others = wrapped(text, width - left_width - 4)
        if columns(left) > left_width:
            lines.append(f"  {left}")
            left = ""  # noqa: PLW2901 -- its line is written
        lines.append(f"  {padded(left, left_width)}  {first}".rstrip())
        lines += [" " * (left_width + 4) + line for line in others]
    return lines
