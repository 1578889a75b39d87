"""Contact: the reporter as far as a paper may name them, and how the unit is to reach them."""

from gridctl.domain.hidden import visible
from gridctl.domain.papers import reporter_of
from gridctl.views.papers import labels, sentences
from gridctl.views.papers.material import Material
from gridctl.views.papers.paper import Row


def reporter(material: Material) -> Row:
    """Masked; whole where the paper may name them; not at all where they asked for secrecy."""
    known = reporter_of(material.case)
    masked = (known.masked, known.phone) if known else ()
    shown = " ".join(visible(each) for each in material.reporter or masked if each)
    if known and known.secret:
        shown = str(labels.SECRET)
    return Row(str(labels.REPORTER), shown or str(labels.ABSENT))


def contact(material: Material) -> Row:
    """What the unit is to mind when it wants to reach them."""
    known = reporter_of(material.case)
    wish = sentences.THROUGH_THE_OFFICE if known else sentences.NOBODY_TO_CALL
    if known and known.secret:
        wish = sentences.KEEP_SECRET
    elif material.reporter:
        wish = sentences.CALL_DIRECTLY
    return Row(str(labels.CONTACT), str(wish))
