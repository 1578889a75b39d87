"""Contact: the reporter as far as a paper may name them, and how the unit is to reach them."""

from collections.abc import Iterator
from dataclasses import replace

from gridctl.domain.hidden import visible
from gridctl.domain.paper_facts import reporter_of
from gridctl.domain.terms import YES_NO
from gridctl.views.papers import labels, sentences
from gridctl.views.papers.material import Material
from gridctl.views.papers.paper import Row


def reporter(material: Material) -> Row:
    """Masked; whole as far as the paper may name them; not at all where they asked for secrecy."""
    known = reporter_of(material.case)
    if known and known.secret:
        return Row(str(labels.REPORTER), str(labels.SECRET))
    masked = (known.masked, known.phone) if known else (None, None)
    given = [whole or mask for whole, mask in zip(_named(material), masked, strict=True)]
    shown = " ".join(visible(each) for each in given if each)
    return Row(str(labels.REPORTER), shown or str(labels.ABSENT))


def _named(material: Material) -> tuple[str, str]:
    """Name and number, each empty where the paper may not say it or it was not left."""
    return material.reporter or ("", "")


def contact(material: Material) -> Iterator[Row]:
    """Who reported, whether in secrecy, and what the unit is to mind when it wants to reach them."""
    known = reporter_of(material.case)
    yield replace(reporter(material), half=True)
    yield Row(str(labels.CONFIDENTIAL), _yes(known is not None and known.secret), half=True)
    yield Row(str(labels.REPLY_WANTED), _yes(known is not None))
    if known:
        _name, phone = _named(material)
        wish = sentences.CALL_DIRECTLY if phone else sentences.THROUGH_THE_OFFICE
        yield Row(str(labels.CONTACT), str(sentences.KEEP_SECRET if known.secret else wish))


def _yes(holds: bool) -> str:
    return str(YES_NO["yes" if holds else "no"])
