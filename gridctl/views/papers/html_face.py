"""HTML face: papers as one page that needs nothing else, runs nothing and prints on A4."""

from collections.abc import Sequence

from gridctl.views.papers import labels
from gridctl.views.papers.paper import Paper, abreast, is_wide
from gridctl.words import aside


def html(papers: Sequence[Paper], page: str, style: str) -> bytes:
    """The page in UTF-8, from its template and its style sheet. Whatever a text holds is escaped,
    and the page's own policy forbids scripts and outside addresses.
    """
    import base64
    import hashlib

    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    templates = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    made = templates.from_string(page).render(
        papers=papers,
        abreast=abreast,
        is_wide=is_wide,
        colon=labels.COLON,
        stamped=[aside(paper.office, labels.STAMP) for paper in papers],
        style=Markup(style),  # noqa: S704 - our own file; the policy names its hash
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
    return made.encode("utf-8", "backslashreplace")
