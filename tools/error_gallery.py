"""Keeps the error gallery: docs/errors.md is made from tests/errors, and so are its expected texts.

tools/error_gallery.py           write docs/errors.md from the entries
tools/error_gallery.py --write   ask the program again first, and put its answers into the entries
tools/error_gallery.py --check   change nothing; exit 1 where docs/errors.md is not current
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "errors"))

from gallery import GROUPS, OFFICE, Error, Said, World, content, errors, place  # noqa: E402

from gridctl.domain.hidden import visible  # noqa: E402

PAGE = ROOT / "docs" / "errors.md"
HEAD = """\
# 错误一览 · Error gallery

每一条都是能引出该错误的最小内容，连同命令、退出码和完整的答复；`tests/errors` 中的测试逐字核对。\\
Each entry is the smallest content that causes the error, with the command, the exit code and the
whole answer; the tests in `tests/errors` compare it word for word.

本页由 `tools/error_gallery.py` 生成，台账为 `tests/errors/office`，时间为 2026-11-24 11:00。不可见字符写成 `\\x1b`、`\\u202e` 的样子。\\
This page is made by `tools/error_gallery.py`, from the ledger in `tests/errors/office`, at 11:00 on
24 November 2026. Invisible characters are written as `\\x1b`, `\\u202e`.

退出码 · Exit codes: 1 检查发现问题 a check found something · 2 用法 usage · 10 未找到或不唯一 not found or
ambiguous · 20 规则不允许 refused by a rule · 30 文件损坏 a broken file · 40 git 或磁盘 git or disk ·
50 有人更快 somebody was faster
"""
MOST = 24  # lines of a file or an answer that are shown


def page(entries: list[Error]) -> str:
    """docs/errors.md."""
    lines = [HEAD]
    for group, (zh, en) in GROUPS.items():
        lines.append(f"\n## {zh} · {en}\n")
        for error in entries:
            if error.path.parent.name == group:
                lines += _entry(error)
    return "\n".join(lines).rstrip("\n") + "\n"


def _entry(error: Error) -> Iterator[str]:
    yield f"### {error.plain['zh']} · {error.plain['en']}\n"
    for plant in error.plants:
        yield from _planted(plant)
    yield "```text"
    if "prepare" in error.plain:
        yield f"$ {error.plain['prepare']}"
    env = "".join(f"{name}={value} " for name, value in error.plain.get("env", {}).items())
    yield from _cut(f"$ {env}gridctl {error.plain['call']}")
    for language in ("zh", "en"):
        said = error.expected(language)
        yield from _cut((said.out + said.err).rstrip("\n"), longest=200)
        yield "" if language == "zh" else "```"
    yield f"退出码 · exit code: {error.plain['exit']}\n"


def _planted(plant: dict[str, Any]) -> Iterator[str]:
    path = place(plant)
    if plant.get("gone"):
        yield f"`{path}` 不见了 · is gone\n"
    elif "link" in plant:
        yield f"`{path}` → `{plant['link']}`\n"
    elif "was" in plant:
        yield f"`{path}`\n\n```diff"
        had = (OFFICE / path).read_bytes()
        yield from _changes(had, content(plant, had))
        yield "```\n"
    else:
        yield f"`{path}`\n\n```yaml"
        yield from _cut(_shown(content(plant)))
        yield "```\n"


def _changes(before: bytes, after: bytes) -> Iterator[str]:
    """The lines that differ, as a diff without its places."""
    texts = (_shown(before).split("\n"), _shown(after).split("\n"))
    _old, _new, *lines = unified_diff(*texts, n=0, lineterm="")
    return _cut("\n".join(line for line in lines if not line.startswith("@@")))


def _cut(text: str, *, longest: int = 100) -> Iterator[str]:
    """The first lines, each as far as a page has room."""
    lines = text.removesuffix("\n").split("\n")
    for line in lines[:MOST]:
        yield line if len(line) <= longest else f"{line[: longest - 20]}… ({len(line)})"
    if len(lines) > MOST:
        yield f"… ({len(lines)})"


def _shown(data: bytes) -> str:
    return visible(data.decode("utf-8", "backslashreplace"), keep="\n")


def rewritten(error: Error, said: dict[str, Said]) -> str:
    """The entry's file with these answers in place of those it has."""
    kept = error.path.read_text("utf-8").split("\n[zh_says]")[0].rstrip("\n")
    lines = [kept]
    for language, answer in said.items():
        lines.append(f"\n[{language}_says]")
        lines += [f"{key} = {_literal(text)}" for key, text in _texts(answer)]
    return "\n".join(lines) + "\n"


def _texts(said: Said) -> list[tuple[str, str]]:
    return [(key, text) for key, text in (("out", said.out), ("err", said.err)) if text]


def _literal(text: str) -> str:
    assert "'''" not in text
    assert visible(text, keep="\n\t") == text, text
    return f"'''\n{text}'''"


def ask_again() -> Iterator[str]:
    """Put the program's answers into the entries; names those whose exit code is another."""
    with tempfile.TemporaryDirectory() as folder:
        office = World(Path(folder) / "office")
        office.found()
        for number, error in enumerate(errors()):
            world = office.copy(Path(folder) / str(number))
            world.plant(error)
            said = {language: world.ask(error, language) for language in ("zh", "en")}
            codes = {answer.exit for answer in said.values()}
            if codes != {error.plain["exit"]}:
                yield f"{error.name}: exit {codes}, not {error.plain['exit']}{_traces(world)}"
            error.path.write_text(rewritten(error, said), encoding="utf-8")


def _traces(world: World) -> str:
    """The ends of what the program left about failures of its own."""
    logs = sorted(world.home.rglob("*.log"))
    return "".join("\n    " + log.read_text("utf-8").strip()[-400:] for log in logs[:1])


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="ask the program again")
    parser.add_argument("--check", action="store_true", help="change nothing")
    wish = parser.parse_args(argv)
    faults = list(ask_again()) if wish.write else []
    fresh = page(errors())
    if wish.check:
        faults += [] if PAGE.read_text("utf-8") == fresh else ["docs/errors.md is not current"]
    else:
        PAGE.write_text(fresh, encoding="utf-8")
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
