"""Sheets: the same rows out of every encoding, separator and program; anything else is a usage error."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridctl.errors import Usage
from gridctl.exchange.sheet import LARGEST, read

TEXT = "部门,类别,主办\n城管,E04,是\n\n环保,E0304,\n"
ROWS = [(1, ("部门", "类别", "主办")), (2, ("城管", "E04", "是")), (4, ("环保", "E0304", ""))]


@pytest.fixture
def sheet(tmp_path):
    def write(data, name="powers.csv"):
        path = tmp_path / name
        path.write_bytes(data)
        return [tuple(row) for row in read(str(path))]

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "，"])
def test_the_same_rows_whatever_the_encoding_and_the_separator(sheet, encoding, end, separator):
    text = TEXT.replace("\n", end).replace(",", separator)
    assert sheet(text.encode(encoding)) == ROWS


def test_quoted_cells_keep_separators_and_line_ends(sheet):
    assert sheet('a,b\n"《甲》,\n《乙》",c\nd,e\n'.encode()) == [
        (1, ("a", "b")),
        (2, ("《甲》,\n《乙》", "c")),
        (4, ("d", "e")),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xff\xff", "neither UTF-8 nor GB18030"),
        (b'a,b\n"open,c\n', "line 2 cannot be split"),
        (b"PK\x03\x04 no archive", "cannot be read as a workbook"),
        (b"\xd0\xcf\x11\xe0 no archive", "cannot be read as a workbook"),
        (b"a" * (LARGEST + 1), "is larger than"),
    ],
)
def test_what_is_no_spreadsheet_is_a_usage_error(sheet, data, said):
    with pytest.raises(Usage) as error:
        sheet(data)
    assert said in str(error.value.message)
    assert str(error.value.hint)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(Usage):
        read(str(tmp_path / "gone.csv"))


def test_an_empty_file_has_no_rows(sheet):
    assert sheet(b"") == []


def test_a_workbook_gives_its_first_sheet_with_whole_numbers_as_written(sheet):
    assert sheet(
        workbook([["部门", "类别", "主办"], ["城管", "E04", True], ["环保", 304, 1.5]])
    ) == [
        (1, ("部门", "类别", "主办")),
        (2, ("城管", "E04", "yes")),
        (3, ("环保", "304", "1.5")),
    ]


def test_rows_are_numbered_as_the_program_shows_them(sheet):
    assert sheet(workbook([[], ["a"], [], ["b"]])) == [(2, ("a",)), (4, ("b",))]


def test_a_workbook_that_unfolds_to_too_much_is_refused(sheet):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (65 * 1024 * 1024))
    assert len(packed.getvalue()) < LARGEST
    with pytest.raises(Usage):
        sheet(packed.getvalue())


@given(st.binary(max_size=200))
def test_any_bytes_give_rows_or_a_usage_error(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("sheet") / "x.csv"
    path.write_bytes(data)
    try:
        rows = read(str(path))
    except Usage:
        return
    assert all(any(row.cells) for row in rows)


def workbook(rows):
    """The smallest XLSX that holds these rows."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
        archive.writestr("xl/worksheets/sheet1.xml", SHEET.format(rows="".join(xml_rows(rows))))
    return packed.getvalue()


def xml_rows(rows):
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(f"{'ABC'[i]}{number}", value) for i, value in enumerate(row))
        yield f'<row r="{number}">{cells}</row>'


def cell(place, value):
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = f'<worksheet xmlns="{MAIN}"><sheetData>{{rows}}</sheetData></worksheet>'
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="权限" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
