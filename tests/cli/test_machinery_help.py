"""Help pages: complete, of one language, and aligned in a terminal of 80 columns."""

import re
from importlib.util import find_spec

import pytest

from gridctl import words
from gridctl.cli import lazy
from gridctl.cli.tree import TREE
from gridctl.domain import answering_terms, limits, report_terms, terms
from gridctl.domain.fields import FIELDS
from gridctl.views.width import columns

CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
# What stays as it is in Chinese: names of commands, options, variables, values and formats.
KEPT = re.compile(
    r"[\w./~-]+\.yaml|private/|evidence/|refs/\w+/\w+|~/\.\w+|(?<!\w)--?[a-zA-Z][\w-]*|\b[A-Z]+_[A-Z]+\b|\bgridctl\b|\bJSON( Schema)?\b|\bgit\b|\bzh\|en\b|bash\|zsh\|fish|text\|md|\bssh\b|\bMarkdown\b"
)


@pytest.fixture
def pages(monkeypatch):
    """Every help page there is, of groups and of the commands that exist, in one language."""

    def read(language):
        words.use(language)
        monkeypatch.setenv("COLUMNS", "80")
        yield from below(lazy.root().make_context("gridctl", ["x"]))

    return read


def below(context):
    """The page of a group and of everything in it whose module is there."""
    yield context.get_help()
    for section in context.command.sections:
        for entry in section.entries:
            if entry.module and not find_spec(f"{lazy.PACKAGE}.{entry.module}"):
                continue
            command = context.command.get_command(context, entry.name)
            inner = command.context_class(command, info_name=entry.name, parent=context)
            if entry.entries:
                yield from below(inner)
            else:
                yield inner.get_help()


def keys():
    """Keys of files, and names of files and programs, are the same in every language."""
    every = (terms, answering_terms, report_terms)
    for table in (each for module in every for each in vars(module).values()):
        yield from map(str, table) if isinstance(table, dict) else ()
    yield from (*FIELDS, *limits.UNITS, "rolling", "civil", "version", "reopen_within", "closed")
    yield from (*terms.PAPERS, "month")
    yield from ("bash", "zsh", "fish", "compinit", "text", "html", "docx", "bashrc", "zshrc")
    yield from (
        "case",
        "grids",
        "catalogue",
        "normal",
        "rhl",
        "lz",
        "overdue",
        "unit",
        "month",
        "scoring",
        "example",
        "org",
        "work",
        "HEAD",
        "UTF-8",
        "GB18030",
        "CSV",
        "staff",
    )


def names():
    for section in TREE:
        for entry in section.entries:
            yield entry.name
            yield from (inner.name for inner in entry.entries)


def test_english_pages_hold_no_chinese(pages):
    for page in pages("en"):
        assert not CHINESE.search(page), page


def test_chinese_pages_hold_no_english(pages):
    for page in pages("zh"):
        # A paragraph that shows lines of a shell's configuration is indented by four.
        text = "\n".join(line for line in page.splitlines() if not line.startswith("    "))
        kept = "|".join(sorted({*names(), *keys()}, key=len, reverse=True))
        text = re.sub(rf"(?<![-\w])({kept})(?![-\w])", "", KEPT.sub("", text))
        assert not re.search("[A-Za-z]{2,}", text), text


def test_no_line_is_wider_than_the_terminal(pages, monkeypatch):
    for language in ("zh", "en"):
        for page in pages(language):
            for line in page.splitlines():
                assert columns(line) <= 80, line


def test_descriptions_stand_in_one_column_whatever_the_script(pages):
    page = next(pages("zh"))
    block = page.split("\n\n")[2].splitlines()[1:]
    starts = {columns(re.match(r"(.*?\)) +", line)[0]) for line in block}
    assert len(starts) == 1


def test_an_alias_stands_beside_its_name_in_chinese_alone(pages):
    assert "collect (信息收集)" in next(pages("zh"))
    assert "collect  " in next(pages("en"))


def test_a_long_left_side_has_the_line_to_itself(call_fake):
    code, out, _err = call_fake("advance", "--help")
    assert code == 0
    assert "  --to UNIT  [may be repeated]\n" in out
    assert "--limit N  A number. [default: 1] [1 to 9]" in out
    assert out.splitlines()[0] == "Usage: gridctl advance [OPTIONS]"


def test_arguments_and_choices_show_in_the_usage_line(call_fake):
    out = call_fake("look", "-h")[1]
    assert out.splitlines()[0] == "Usage: gridctl look [OPTIONS] ID..."
    assert "--tint red|blue  A tint. [default: red]" in out
    assert "--since TIME" in out
    assert "[default: ]" not in out
