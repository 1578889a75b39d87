"""The tool that keeps the Chinese catalogue: what it finds, what it keeps, and when it complains."""

import gettext
import importlib.util
from pathlib import Path

import pytest

TOOL = Path(__file__).parent.parent / "tools" / "messages.py"


@pytest.fixture
def messages():
    spec = importlib.util.spec_from_file_location("messages", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def package(tmp_path, messages):
    """A package of one file, with its catalogue; says what a run of the tool found."""

    class Package:
        po = tmp_path / messages.FOLDER / "gridctl.po"
        mo = tmp_path / messages.FOLDER / "gridctl.mo"

        def write(self, source):
            (tmp_path / "gridctl").mkdir(exist_ok=True)
            (tmp_path / "gridctl" / "a.py").write_text(source, encoding="utf-8")

        def translate(self, english, chinese):
            text = self.po.read_text(encoding="utf-8")
            before = f'msgid "{english}"\nmsgstr ""'
            assert before in text
            self.po.write_text(
                text.replace(before, f'msgid "{english}"\nmsgstr "{chinese}"'), encoding="utf-8"
            )

        def run(self, *words):
            return messages.main(list(words), str(tmp_path))

    return Package()


def test_marked_sentences_are_found_wherever_they_stand(messages):
    source = """
say("one {x}", x=1)
_("two " "halves")
words.say("three")
f"{_('four')} and {other('not this')}"
N_('''five
lines''')
_("")
_(variable)
other("not this")
"""
    assert sorted(messages.marked(source)) == [
        "five\nlines",
        "four",
        "one {x}",
        "three",
        "two halves",
    ]


def test_translations_survive_and_the_file_does_not_change_without_need(package):
    package.write('say("Good day {name}.")\nsay("Bye.")\n')
    assert package.run() == 0
    package.translate("Good day {name}.", "{name}，您好。")
    package.run()
    first = package.po.read_bytes(), package.mo.read_bytes()
    package.write('\n\n\nsay("Bye.")\nsay("Good day {name}.")\n')
    package.run()
    assert (package.po.read_bytes(), package.mo.read_bytes()) == first
    with package.mo.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert catalogue.gettext("Good day {name}.") == "{name}，您好。"
    assert catalogue.gettext("Bye.") == "Bye."


@pytest.mark.parametrize(
    ("english", "chinese", "fault"),
    [
        ("Good day {name}.", "", "untranslated: Good day {name}."),
        ("Good day {name}.", "您好。", "other holes: Good day {name}."),
        ("Good day {name}.", "{nome}，您好。", "other holes: Good day {name}."),
        ("Good day {name}.", "{name}，您好。", ""),
        ("Good day.", "{name}，您好。", "other holes: Good day."),
    ],
)
def test_the_check_names_what_is_missing(package, capsys, english, chinese, fault):
    package.write(f'say("{english}")\n')
    package.run()
    if chinese:
        package.translate(english, chinese)
        package.run()
    capsys.readouterr()
    assert package.run("--check") == (1 if fault else 0)
    assert capsys.readouterr().err.strip() == fault


def test_what_is_no_longer_said_is_kept_until_it_is_pruned(package, capsys):
    package.write('say("Old.")\n')
    package.run()
    package.translate("Old.", "旧。")
    package.write('say("New.")\n')
    package.run()
    package.translate("New.", "新。")
    package.run()
    assert package.run("--check") == 1
    assert "no longer said: Old." in capsys.readouterr().err
    assert package.run("--prune") == 0
    assert package.run("--check") == 0
    package.write('say("Old.")\nsay("New.")\n')
    assert package.run("--check") == 1


def test_a_fuzzy_translation_is_neither_spoken_nor_accepted(package, capsys):
    package.write('say("New.")\n')
    package.run()
    package.translate("New.", "新。")
    text = package.po.read_text(encoding="utf-8")
    package.po.write_text(text.replace('msgid "New."', '#, fuzzy\nmsgid "New."'), encoding="utf-8")
    package.run()
    assert package.run("--check") == 1
    assert "fuzzy: New." in capsys.readouterr().err
    assert "新".encode() not in package.mo.read_bytes()


def test_a_compiled_catalogue_that_lags_behind_is_stale(package, capsys):
    package.write('say("New.")\n')
    package.run()
    package.translate("New.", "新。")
    assert package.run("--check") == 1
    assert "stale:" in capsys.readouterr().err


def test_catalogues_hold_no_dates_and_no_places(package):
    package.write('say("New {x}.")\n')
    package.run()
    text = package.po.read_text(encoding="utf-8")
    assert "Date" not in text
    assert "#:" not in text
    assert "Babel" not in text
