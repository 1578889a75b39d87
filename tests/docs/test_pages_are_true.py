"""Every console block prints what it shows; help pages and tables are those of the code."""

import os
import subprocess
import sys

import pytest

PAGES = (
    "README.md",
    "docs/backup.md",
    "docs/commands.md",
    "docs/format.md",
    "docs/glossary.md",
    "docs/responsibility.md",
    "docs/review.en.md",
    "docs/review.md",
    "docs/server.md",
    "docs/tutorial.en.md",
    "docs/tutorial.md",
)
STALE = "Bring it up to date with: make docs"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_what_the_program_says(path, page):
    import docs

    assert docs.fresh(path, page(path)) == page(path), STALE


def test_no_page_with_a_console_block_is_left_out(page):
    import docs

    paths = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    for folder, _folders, names in os.walk(os.path.join(docs.ROOT, "docs")):
        paths += [os.path.relpath(os.path.join(folder, name), docs.ROOT) for name in names]
    assert {path for path in paths if "```console" in page(path)} <= set(docs.RUN)
    assert {*docs.RUN, *docs.TABLES, docs.COMMANDS} == set(PAGES)


def test_every_command_has_its_pages_in_both_languages(page):
    from gridctl.cli.tree import TREE

    text = page("docs/commands.md")
    for section in TREE:
        for entry in section.entries:
            for name in (entry.name, *(f"{entry.name} {inner.name}" for inner in entry.entries)):
                assert f"用法：gridctl {name} " in text
                assert f"Usage: gridctl {name} " in text


def test_a_block_that_prints_something_else_is_found():
    import docs

    text = "```console\n$ echo a\nb\n$ false; echo $?\n1\n```\n"
    assert docs.ran(text, "t") == "```console\n$ echo a\na\n$ false; echo $?\n1\n```\n"


def test_variables_folders_and_hidden_commands_last_over_blocks():
    import docs

    text = (
        "<!-- env WHO=周明 -->\n<!-- run mkdir here -->\n```console\n$ cd here\n```\n"
        "```console\n$ cat <<'END'; echo $WHO; pwd\n> a\n> END\na\n周明\n/home/zhou/here\n```\n"
    )
    assert docs.ran(text, "t") == text


def test_a_hidden_command_that_fails_stops_the_page():
    import docs

    with pytest.raises(RuntimeError, match="hidden"):
        docs.ran("<!-- run false -->\n", "t")


def test_the_tour_walks_nine_commits_and_ends_sound(tmp_path):
    import scratch

    done = subprocess.run(
        [sys.executable, os.path.join(scratch.ROOT, "tools", "tour.py")],
        env=scratch.environment(str(tmp_path)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    assert done.stdout.count("$ git show") == 9
    assert done.stdout.count("\n+- n: ") == 9
    assert "$ gridctl check" in done.stdout
