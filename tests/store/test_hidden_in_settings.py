"""A name that shows something else than it is never becomes a name of the settings."""

import pytest

from gridctl.store import settings_file

PLACES = [
    ("grids.yaml", "name: 青云街道网格化管理台账", "name"),
    ("grids.yaml", 'numbering: "{code_name}网案〔{year}〕{seq}号"', "numbering"),
    ("grids.yaml", "name: 区长专线", "name"),
    ("grids.yaml", "  name: 青云街道\n", "name"),
    ("grids.yaml", "code_name: 青云", "code_name"),
    ("grids.yaml", "name: 联合执法室", "name"),
    ("grids.yaml", "name: 东河桥头", "name"),
    ("staff.yaml", "name: 城管执法中队", "name"),
    ("staff.yaml", "aliases: [城管]", "aliases"),
    ("staff.yaml", "basis: 市容条例", "basis"),
    ("staff.yaml", "name: 赵一", "name"),
]


def planted(files, file, was, char):
    """The files with a character, escaped as YAML has it, at the end of a text."""
    text = files[file].decode()
    value = was.partition(": ")[2].strip().strip("[]")
    plain = value.strip('"')
    new = was.replace(value, f'"{plain}\\U{ord(char):08x}"')
    assert text.count(was) == 1, was
    return files | {file: text.replace(was, new).encode()}


@pytest.mark.parametrize("char", ["\u202e", "\u200b", "\x1b", "\n", "\u3164", "\ufe0f", "\xa0"])
@pytest.mark.parametrize(("file", "was", "key"), PLACES)
def test_what_cannot_be_seen_is_refused_with_its_line(office_files, file, was, key, char):
    files = planted(office_files, file, was, char)
    found = list(settings_file.problems(files))
    line = files[file].decode().partition("\\U")[0].count("\n") + 1
    assert [(each.path, each.line, each.rule) for each in found] == [(file, line, "S01")]
    assert f"U+{ord(char):04X}" in str(found[0].message)
    assert key in str(found[0].message)


def test_the_catalogue_of_a_ledger_is_read_as_closely(office_files):
    catalogue = (
        "format: 1\nversion: 1\ncategories:\n- code: E0490\n  zh: 地铁口占道\n"
        "  words: [地铁口]\n  conditions:\n"
        '  - {filing: {zh: "占道\\u202e"}, closing: {zh: 清理}, limit: 2 work_day}\n'
    )
    files = office_files | {"catalogue.yaml": catalogue.encode()}
    found = list(settings_file.problems(files))
    assert [(each.path, each.line, each.rule) for each in found] == [("catalogue.yaml", 8, "S01")]
