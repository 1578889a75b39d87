"""The command manual: every help page of gridctl in both languages, as one Markdown page."""

import os
from collections.abc import Iterator

from gridctl import words
from gridctl.cli import lazy
from gridctl.cli.entry import Entry, Section, inside
from gridctl.cli.tree import TREE

OPENING = """\
# 命令手册 · The commands

由 `make docs` 从各命令的 `--help` 生成，请勿手改。每个命令先中文，后英文；中文名可以代替英文名输入。

Made by `make docs` from each command's `--help`; not to be edited. Chinese first, then English.
The Chinese names may be typed in place of the English ones. Exit codes: 0 done; 1 a check found
something; 2 usage; 10 not found or ambiguous; 20 refused by a rule; 30 a broken file is in the
way; 40 git or disk; 50 busy, or somebody was faster; 70 a fault of gridctl; 130 interrupted.
"""


def command_pages() -> str:
    """The whole page. Afterwards the language is what it was, and so is the width."""
    before, width = words.language(), os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    try:
        zh, en = (list(_pages(language)) for language in ("zh", "en"))
    finally:
        words.use(before)
        os.environ.pop("COLUMNS")
        if width is not None:
            os.environ["COLUMNS"] = width
    parts = [_part(path, *pair) for (path, *pair) in _paired(zh, en)]
    return "\n".join([OPENING, *parts])


def _paired(zh: list[tuple[str, str]], en: list[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    for (path, chinese), (_path, english) in zip(zh, en, strict=True):
        yield path, chinese, english


def _part(path: str, chinese: str, english: str) -> str:
    return f"## {path}\n\n```text\n{chinese}\n```\n\n```text\n{english}\n```\n"


def _pages(language: str) -> Iterator[tuple[str, str]]:
    """The words that call each command, and its help page."""
    words.use(language)
    root = lazy.root()
    context = root.make_context("gridctl", ["x"])
    yield "gridctl", _text(context.get_help())
    yield from _below(context, TREE)


def _below(context, sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:  # type: ignore[no-untyped-def]
    for entry in (entry for section in sections for entry in section.entries):
        command = context.command.get_command(context, entry.name)
        own = command.context_class(command, info_name=entry.name, parent=context)
        yield _called(own.command_path, entry), _text(own.get_help())
        if entry.entries:
            yield from _below(own, inside(entry))


def _called(path: str, entry: Entry) -> str:
    return f"{path} ({'、'.join(entry.aliases)})" if entry.aliases else path


def _text(page: str) -> str:
    return "\n".join(line.rstrip() for line in page.rstrip().splitlines())
