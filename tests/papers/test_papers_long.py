"""Papers as text hold their width whatever their words are."""

from datetime import date

import pytest

from gridctl.views.papers.paper import Paper, Part, Row, Slip
from gridctl.views.papers.text_face import WIDTH, text
from gridctl.views.width import columns

WORDS = {"han": "很长的街道办事处名称" * 12, "words": "a long name of it " * 12, "one": "x" * 200}


def paper_of(long):
    """A paper with nothing short in it."""
    part = Part(
        title=long,
        lines=(long,),
        rows=(Row(long, long), Row(long, lines=2)),
        heads=(long, long),
        cells=((long, ""), ("", long)),
        shares=(1, 2),
    )
    slip = Slip(title=long, about=long, parts=(part,))
    return Paper(
        language="zh", office=long, title=long, number=long, to=long, date=long,
        made=date(2026, 11, 24), parts=(part,), slip=slip,
    )  # fmt: skip


@pytest.mark.parametrize("long", WORDS.values(), ids=WORDS)
def test_no_line_is_wider_than_the_paper_and_nothing_is_lost(long):
    lines = list(text([paper_of(long), paper_of(long)]))
    assert max(columns(line.removeprefix("\f")) for line in lines) <= WIDTH
    assert [n for n, line in enumerate(lines) if line.startswith("\f")] == [len(lines) // 2]
    # Office, title, number, addressee, stamp, date and both heads of the slip stand across the paper;
    # so do the title and the paragraph of each part.
    across = "".join("".join(lines).split())
    assert across.count("".join(long.split())) >= 2 * (8 + 2 * 2)
