"""DOCX face: papers as an office edits them before the stamp: red head, A4, the fonts of official letters."""

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from docx import Document

from gridctl.views.papers import docx_pieces as pieces
from gridctl.views.papers import labels
from gridctl.views.papers.docx_archive import steady, strip
from gridctl.views.papers.paper import Paper, Part, Slip, abreast, is_wide
from gridctl.words import aside


def docx(papers: Sequence[Paper]) -> bytes:
    """The document; the same papers on the same day are the same bytes."""
    document = Document()
    strip(document)
    pieces.prepare(document, papers[0].language)
    for number, paper in enumerate(papers):
        if number:
            document.add_section()
        pieces.running(document.sections[-1], paper.name)
        _paper(document, paper)
    _stamp(document, papers)
    out = BytesIO()
    document.save(out)
    return steady(out.getvalue())


def _paper(document: Any, paper: Paper) -> None:
    share = 36 if paper.language == "en" else 30
    pieces.office(document, paper.office)
    pieces.title(document, paper.title, large=paper.cover)
    pieces.line(document, paper.number, centred=True)
    if paper.to:
        pieces.line(document, f"{paper.to}{labels.COLON}")
    for part in paper.parts:
        _part(document, part, labels_share=share)
    pieces.line(document, aside(paper.office, labels.STAMP), right=True, kept=True)
    pieces.line(document, paper.date, right=True)
    if paper.slip:
        _slip(document, paper.slip, share)


def _slip(document: Any, slip: Slip, labels_share: int) -> None:
    pieces.title(document, slip.title, large=False, new_page=True)
    pieces.line(document, slip.about, centred=True)
    for part in slip.parts:
        _part(document, part, labels_share=labels_share)


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
    """Labels are so many millimetres wide; a single row goes across where others share a line."""
    lines = list(abreast(part.rows))
    wide = is_wide(part.rows)
    columns = 2 if wide else 1
    shares = (labels_share, pieces.WIDTH // columns - labels_share) * columns
    table = pieces.table(document, len(lines), shares)
    for line, cells in zip(lines, table.rows, strict=True):
        for row, label, value in zip(line, cells.cells[::2], cells.cells[1::2], strict=False):
            pieces.fill(label, row.label)
            pieces.fill(
                pieces.joined(value, cells) if wide and len(line) == 1 else value, row.value
            )
        pieces.at_least(cells, max(0 if row.value else row.lines for row in line))
    for cells in table.rows[:-1] if part.title else table.rows[-1:]:
        pieces.keep_with_next(cells)  # the last row stays with the stamp


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
    about.title = pieces.fit(papers[0].name)
    about.author = about.last_modified_by = pieces.fit(papers[0].office)
    about.created = about.modified = day
    about.revision = 1
    about.comments = about.keywords = about.subject = ""
