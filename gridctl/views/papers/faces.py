"""Faces: papers as the bytes of a file, in the format asked for."""

from collections.abc import Sequence

from gridctl.errors import Usage
from gridctl.views.papers.paper import Paper
from gridctl.words import say


def drawn_as(shape: str, papers: Sequence[Paper], *, page: str, style: str) -> bytes:
    """The file in `text`, `html` or `docx`; Usage where what makes Word documents is missing.

    `page` is the template and `style` the style sheet of HTML.
    """
    if shape == "html":
        from gridctl.views.papers.html_face import html

        return html(papers, page, style)
    if shape == "docx":
        return _docx(papers)
    from gridctl.views.papers.text_face import text

    return "".join(f"{line}\n" for line in text(papers)).encode()


def _docx(papers: Sequence[Paper]) -> bytes:
    try:
        from gridctl.views.papers.docx_face import docx
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "docx":
            raise
        raise Usage(
            say("Word documents need python-docx, and it is not installed."),
            say("Install it: pip install 'gridctl[docx]'. Or print it as text or HTML."),
        ) from error
    return docx(papers)
