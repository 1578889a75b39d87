"""Review page: a range of the past case by case, as text, or as Markdown for the body of a pull request."""

from collections.abc import Iterator

from gridctl.domain.review import CaseReview, Review
from gridctl.views.changes_page import ends, moved
from gridctl.views.markdown import plain
from gridctl.views.review_words import ReviewWords
from gridctl.words import _


def page(review: Review, words: ReviewWords) -> Iterator[str]:
    """The lines of a terminal or a pipe; what needs a second look stands behind an exclamation mark."""
    yield ends(review.first, review.last)
    yield from words.counts()
    looked = [f"{word} {count}" for word, count in words.looked()]
    yield from (f"! {each}" for each in looked)
    if not looked:
        yield _("Nothing needs a second look.")
    for case in review.cases:
        yield from ("", f"{words.head(case)}  {_moved(review, case)}")
        yield from (f"  {words.step(each)}" for each in case.steps)
        yield from (f"  ! {each}" for each in words.looks(case))
    for title, lines in _rest(review, words):
        yield from ("", title, *(f"  {line}" for line in lines))


def markdown(review: Review, words: ReviewWords) -> Iterator[str]:
    """The same with headings, and a box to tick for everything that needs a second look."""
    yield from (f"## {plain(ends(review.first, review.last))}", "")
    yield from (f"- {plain(each)}" for each in words.counts())
    looked = list(words.looked())
    yield from ("", f"### {_('To be looked at again')}", "")
    if looked:
        yield from (f"| {_('what')} | {_('how many')} |", "|---|---|")
        yield from (f"| {plain(word)} | {plain(count)} |" for word, count in looked)
    else:
        yield _("Nothing needs a second look.")
    if review.cases:
        yield from ("", f"### {_('Cases')}")
    for case in review.cases:
        yield from ("", f"#### `{case.after.ending}` {plain(case.after.title)}", "")
        yield from (plain(_moved(review, case)), "")
        yield from (f"- {plain(words.step(each))}" for each in case.steps)
        yield from (f"- [ ] {plain(each)}" for each in words.looks(case))
    for title, lines in _rest(review, words):
        box = "" if title == _("Journals") else "[ ] "
        yield from ("", f"### {title}", "", *(f"- {box}{plain(line)}" for line in lines))


def _moved(review: Review, case: CaseReview) -> str:
    assert review.last.at
    return moved(case.change, review.last.at)


def _rest(review: Review, words: ReviewWords) -> Iterator[tuple[str, list[str]]]:
    journal = [words.journal(staff, own) for staff, own in review.journal.items()]
    told = (
        (_("Journals"), journal),
        (_("Settings"), words.settings()),
        (_("Records"), words.others()),
    )
    return ((title, lines) for title, lines in told if lines)
