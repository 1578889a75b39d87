"""DOCX face: papers as an office edits them before the stamp: red head, A4, the fonts of official letters."""

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from gridctl.errors import Usage
from gridctl.views.papers import docx_pieces as pieces
from gridctl.views.papers import labels
from gridctl.views.papers.docx_archive import steady
from gridctl.views.papers.paper import Paper, Part
from gridctl.words import aside, say


def docx(papers: Sequence[Paper]) -> bytes:
    """The document; the same papers on the same day are the same bytes."""
    try:
        from docx import Document
    except ImportError as error:
        raise Usage(
            say("Word documents need python-docx, and it is not installed."),
            say("Install it: pip install 'gridctl[docx]'. Or print it as text or HTML."),
        ) from error
    document = Document()
    pieces.prepare(document, papers[0].language)
    for number, paper in enumerate(papers):
        _paper(document, paper, new_page=number > 0)
    _stamp(document, papers)
    out = BytesIO()
    document.save(out)
    return steady(out.getvalue())


def _paper(document: Any, paper: Paper, *, new_page: bool) -> None:
    office = pieces.office(document, paper.office)
    office.paragraph_format.page_break_before = new_page
    pieces.title(document, paper.title, large=paper.cover)
    pieces.line(document, paper.number, centred=True)
    if paper.to:
        pieces.line(document, f"{paper.to}{labels.COLON}")
    for part in paper.parts:
        _part(document, part, labels_share=3 if paper.language == "en" else 2)
    for line in (aside(paper.office, labels.STAMP), paper.date):
        pieces.line(document, line, right=True)


def _part(document: Any, part: Part, *, labels_share: int) -> None:
    if part.title:
        pieces.heading(document, part.title, new_page=part.new_page)
    for line in part.lines:
        pieces.line(document, line, indented=True)
    if part.rows:
        _rows(document, part, labels_share)
    if part.heads:
        _cells(document, part)
    pieces.gap(document)


def _rows(document: Any, part: Part, labels_share: int) -> None:
    """English labels are longer, so they get more of the width."""
    table = pieces.table(document, len(part.rows), (labels_share, 7))
    for row, cells in zip(part.rows, table.rows, strict=True):
        pieces.fill(cells.cells[0], row.label)
        pieces.fill(cells.cells[1], row.value)
        pieces.at_least(cells, 0 if row.value else row.lines)
    for cells in table.rows[:-1] if part.title else ():
        pieces.keep_with_next(cells)


def _cells(document: Any, part: Part) -> None:
    table = pieces.table(document, len(part.cells) + 1, part.shares)
    pieces.repeat(table.rows[0])
    for cell, head in zip(table.rows[0].cells, part.heads, strict=True):
        pieces.fill(cell, head, centred=True)
    for row, texts in zip(table.rows[1:], part.cells, strict=True):
        pieces.at_least(row, 1)
        for cell, value in zip(row.cells, texts, strict=True):
            pieces.fill(cell, value)


def _stamp(document: Any, papers: Sequence[Paper]) -> None:
    """What a file manager shows; the day only, so that it is the same however often it is printed."""
    day = datetime.combine(papers[0].made, time())
    about = document.core_properties
    about.title = pieces.fit(f"{papers[0].title} {papers[0].number}")
    about.author = about.last_modified_by = pieces.fit(papers[0].office)
    about.created = about.modified = day
    about.revision = 1
    about.comments = about.keywords = about.subject = ""
