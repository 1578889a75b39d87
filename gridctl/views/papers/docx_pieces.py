"""DOCX pieces: paragraphs, tables and fonts of an official letter, put into a document."""

import re
from collections.abc import Sequence
from typing import Any

from docx.enum.table import (
    WD_CELL_VERTICAL_ALIGNMENT,
    WD_ROW_HEIGHT_RULE,
    WD_TABLE_ALIGNMENT,
)
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

HEAD_FONT = "方正小标宋简体"
BODY_FONT = "仿宋_GB2312"
BLACK_FONT = "黑体"
_LATIN = "Times New Roman"
_RED = RGBColor(0xC0, 0, 0)
WIDTH = 156  # millimetres between the margins of an official letter
_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def fit(text: str) -> str:
    """The text with what XML cannot hold written out."""
    return _NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def prepare(document: Any, language: str) -> None:
    """A4 with the margins and fonts of an official letter, and page numbers."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)
    normal = document.styles["Normal"]
    normal.paragraph_format.space_after = Pt(0)
    normal.font.size = Pt(12)
    _fonts(normal.element.get_or_add_rPr(), BODY_FONT)
    speech = OxmlElement("w:lang")
    speech.set(qn("w:val"), "en-US" if language == "en" else "zh-CN")
    speech.set(qn("w:eastAsia"), "zh-CN")
    normal.element.get_or_add_rPr().append(speech)


def running(section: Any, name: str) -> None:
    """The pages of a paper counted by themselves; after its first one each names the paper."""
    section.different_first_page_header_footer = True
    count = OxmlElement("w:pgNumType")
    count.set(qn("w:start"), "1")
    properties = section._sectPr  # noqa: SLF001 - python-docx does not count pages
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    properties.insert_element_before(count, "w:cols", "w:titlePg", "w:docGrid")
    for part in (
        section.header,
        section.first_page_header,
        section.footer,
        section.first_page_footer,
    ):
        part.is_linked_to_previous = False
    section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _run(section.header.paragraphs[0], name, size=10.5)
    _page_number(section.footer.paragraphs[0])
    _page_number(section.first_page_footer.paragraphs[0])


def _fonts(properties: Any, font: str) -> None:
    fonts = properties.get_or_add_rFonts()
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    fonts.set(qn("w:ascii"), _LATIN)
    fonts.set(qn("w:hAnsi"), _LATIN)
    fonts.set(qn("w:eastAsia"), font)


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(paragraph, "— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields
    _run(paragraph, " —")


def _run(paragraph: Any, text: str, *, font: str = BODY_FONT, size: float = 12) -> Any:
    run = paragraph.add_run(fit(text))
    run.font.size = Pt(size)
    _fonts(run._r.get_or_add_rPr(), font)  # noqa: SLF001 - python-docx sets no East Asian font
    return run


def office(document: Any, name: str) -> None:
    """The red head with its line."""
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(paragraph, name, font=HEAD_FONT, size=26).font.color.rgb = _RED
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in {"val": "single", "sz": "18", "space": "8", "color": "C00000"}.items():
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def title(document: Any, text: str, *, large: bool, new_page: bool = False) -> None:
    """The name of the form."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.page_break_before = new_page
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before = Pt(100 if large else 0 if new_page else 12)
    paragraph.paragraph_format.space_after = Pt(20 if large else 4)
    _run(paragraph, text, font=HEAD_FONT, size=32 if large else 20)


def heading(document: Any, text: str, *, new_page: bool) -> None:
    """The title of a part."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.page_break_before = new_page
    paragraph.paragraph_format.space_after = Pt(4)
    _run(paragraph, text, font=BLACK_FONT, size=13)


def line(
    document: Any,
    text: str,
    *,
    centred: bool = False,
    right: bool = False,
    indented: bool = False,
    kept: bool = False,
) -> None:
    """A paragraph."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(6)
    if centred or right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.RIGHT
    if right:  # the stamp wants room, and the margin two characters
        paragraph.paragraph_format.right_indent = Pt(24)
        paragraph.paragraph_format.keep_together = True
    paragraph.paragraph_format.keep_with_next = kept
    if indented:
        paragraph.paragraph_format.first_line_indent = Pt(24)
    _run(paragraph, text)


def gap(document: Any) -> None:
    """A little room: two tables that touch would become one."""
    room = document.add_paragraph().paragraph_format
    room.line_spacing = Pt(8)
    room.keep_with_next = True


def table(document: Any, rows: int, shares: Sequence[int]) -> Any:
    """A table with lines, its columns as wide as their shares."""
    made = document.add_table(rows=rows, cols=len(shares), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    for column, share in zip(made.columns, shares, strict=True):
        column.width = Mm(WIDTH * share / sum(shares))
    for row in made.rows:
        _whole(row)
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = Mm(WIDTH * share / sum(shares))
    return made


def _whole(row: Any) -> None:
    """Never broken between two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no word for it


def repeat(row: Any) -> None:
    """The heads again on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no word for it


def at_least(row: Any, lines: int) -> None:
    """Room for so many lines of handwriting; for none, of print."""
    row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    row.height = Mm(2 + 6 * lines if lines else 6.5)


def keep_with_next(row: Any) -> None:
    """On one page with the row below."""
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def joined(cell: Any, row: Any) -> Any:
    """The cell with all that stand right of it in the row."""
    return cell.merge(row.cells[-1])


def fill(cell: Any, text: str, *, centred: bool = False) -> None:
    """The text of a cell, a paragraph a line."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    first, *others = text.split("\n")
    for number, each in enumerate((first, *others)):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before = Pt(0 if number else 1)
        paragraph.paragraph_format.space_after = Pt(1 if number == len(others) else 0)
        _run(paragraph, each, size=10.5)
