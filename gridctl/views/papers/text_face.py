"""Text face: papers as plain text of A4 width, for a terminal, a mail or an old printer."""

from collections.abc import Iterable, Iterator, Sequence

from gridctl.views.papers import labels
from gridctl.views.papers.paper import Paper, Part, Row
from gridctl.views.width import columns, padded, wrapped
from gridctl.words import aside

WIDTH = 76  # columns of a monospaced 12-point letter between the margins of A4
_LABEL_MOST = 24
_GAP = 2


def text(papers: Sequence[Paper]) -> Iterator[str]:
    """The lines; every paper after the first begins a page."""
    for number, paper in enumerate(papers):
        lines = _paper(paper)
        if number:
            yield "\f" + next(lines)
        yield from lines


def _paper(paper: Paper) -> Iterator[str]:
    yield from (*_centred(paper.office), "=" * WIDTH)
    yield from (*_centred(paper.title), *_centred(paper.number), "")
    if paper.to:
        yield from (*_folded(f"{paper.to}{labels.COLON}", WIDTH), "")
    for part in paper.parts:
        yield from _part(part)
    yield from (*_right(aside(paper.office, labels.STAMP)), *_right(paper.date))
    if paper.slip:
        yield from ("", "=" * WIDTH)
        yield from (*_centred(paper.slip.title), *_centred(paper.slip.about), "")
        for part in paper.slip.parts:
            yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    if part.title:
        yield from (*_folded(part.title, WIDTH), "-" * WIDTH)
    for line in part.lines:
        yield from _folded(line, WIDTH)
        yield ""
    yield from _rows(part.rows)
    if part.heads:
        yield from _table(part)
    if part.rows or part.heads:
        yield ""


def _rows(rows: Iterable[Row]) -> Iterator[str]:
    told = list(rows)
    width = min(max((columns(row.label) for row in told), default=0), _LABEL_MOST)
    for row in told:
        left = _folded(row.label, width)
        right = (
            _folded(row.value, WIDTH - width - _GAP) or ["_" * (WIDTH - width - _GAP)] * row.lines
        )
        yield from _side_by_side([left, right], [width, WIDTH - width - _GAP])


def _table(part: Part) -> Iterator[str]:
    free = WIDTH - _GAP * (len(part.shares) - 1)
    widths = [free * share // sum(part.shares) for share in part.shares]
    yield from _side_by_side(
        [_folded(h, w) for h, w in zip(part.heads, widths, strict=True)], widths
    )
    for cells in part.cells:
        blocks = [
            _folded(cell, width) or ["_" * width] for cell, width in zip(cells, widths, strict=True)
        ]
        yield from _side_by_side(blocks, widths)


def _side_by_side(blocks: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    for number in range(max(map(len, blocks))):
        cells = (
            padded(block[number] if number < len(block) else "", width)
            for block, width in zip(blocks, widths, strict=True)
        )
        yield (" " * _GAP).join(cells).rstrip()


def _folded(value: str, width: int) -> list[str]:
    """Lines of at most `width` columns; a word longer than a line is cut. Nothing for no text."""
    if not value:
        return []
    return [
        cut
        for line in value.split("\n")
        for each in wrapped(line, width)
        for cut in _cut(each, width)
    ]


def _cut(line: str, width: int) -> Iterator[str]:
    kept = ""
    for char in line:
        if columns(kept + char) > width:
            yield kept
            kept = ""
        kept += char
    yield kept


def _centred(text: str) -> list[str]:
    return [" " * ((WIDTH - columns(line)) // 2) + line for line in _folded(text, WIDTH)]


def _right(text: str) -> list[str]:
    return [" " * (WIDTH - columns(line)) + line for line in _folded(text, WIDTH)]
