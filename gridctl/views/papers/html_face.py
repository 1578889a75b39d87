"""HTML face: papers as one page that needs nothing else, runs nothing and prints on A4."""

import os
from collections.abc import Sequence

from gridctl.views.papers import labels
from gridctl.views.papers.paper import Paper, abreast, is_wide
from gridctl.words import aside

_FOLDER = os.path.join(
    os.path.dirname(os.path.dirname(os.path.dirname(__file__))), "data", "papers"
)


def html(papers: Sequence[Paper]) -> bytes:
    """The page in UTF-8. Whatever a text holds is escaped, and the page's own policy forbids
    scripts and outside addresses.
    """
    import base64
    import hashlib

    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    templates = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    style = _style()
    page = templates.get_template("paper.html").render(
        papers=papers,
        abreast=abreast,
        is_wide=is_wide,
        colon=labels.COLON,
        stamped=[aside(paper.office, labels.STAMP) for paper in papers],
        style=Markup(style),  # noqa: S704 - our own file; the policy names its hash
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
    return page.encode("utf-8", "backslashreplace")


def _style() -> str:
    with open(os.path.join(_FOLDER, "paper.css"), encoding="utf-8") as file:
        return file.read()
