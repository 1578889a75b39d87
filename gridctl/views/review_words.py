"""Review words: what a review says, whichever face it has."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from gridctl.domain.change_terms import CHANGES, LOOKS
from gridctl.domain.hidden import visible
from gridctl.domain.journal_terms import JOURNAL_KINDS
from gridctl.domain.limits import in_words
from gridctl.domain.review import CaseReview, JournalReview, Remark, Review
from gridctl.domain.second_look import Look, Seen
from gridctl.domain.terms import EVENTS
from gridctl.records.case_document import entry
from gridctl.views.details import Details
from gridctl.views.story_lines import span, who_acted
from gridctl.views.width import shortened
from gridctl.words import _, aside, listed

_LONGEST = 60  # columns of what one entry says
# What a reviewer asks of an entry first; the rest is told by `log`.
_IMPORTANT = frozenset(
    {
        "outcome",
        "done",
        "limit",
        "lead",
        "assist",
        "units",
        "to",
        "until",
        "field",
        "old",
        "new",
        "told",
        "satisfaction",
        "strip",
        "block",
        "reason",
        "note",
        "text",
    }
)


class ReviewWords:
    """Says it with the names of an office, at the times of the ledger's zone."""

    def __init__(
        self, review: Review, details: Details, local: Callable[[datetime], datetime]
    ) -> None:
        self._review = review
        self._details = details
        self._office = details.office
        self._local = local

    def counts(self) -> Iterator[str]:
        """How much there is."""
        review = self._review
        kinds = (
            f"{word} {sum(each.change.kind == kind for each in review.cases)}"
            for kind, word in CHANGES.items()
        )
        yield _("records: {n}; entries in cases: {events}").format(
            n=review.commits, events=sum(len(each.steps) for each in review.cases)
        )
        yield _("cases: {n} ({kinds})").format(n=len(review.cases), kinds=listed(kinds))

    def looked(self) -> Iterator[tuple[str, str]]:
        """How much there is of each kind that needs a second look, and of whose typing."""
        counts = self._review.looked()
        for kind, word in LOOKS.items():
            if counts[kind]:
                yield str(word), self._of_kind(kind, counts[kind])

    def _of_kind(self, kind: str, count: int) -> str:
        if kind != "entered":
            return str(count)
        typed = self._review.entered()
        return aside(count, listed([f"{self.person(staff)} {n}" for staff, n in typed.items()]))

    def person(self, staff: str) -> str:
        """A person by name and id."""
        return aside(visible(self._office.person_name(staff)), staff)

    def head(self, case: CaseReview) -> str:
        """The case by its short id and title."""
        return f"{case.after.ending}  {visible(case.after.title)}"

    def step(self, seen: Seen) -> str:
        """When, who, what with its important words, and where it is recorded."""
        who = who_acted(self._office, seen.event, seen.trace)
        when = f"{self._local(seen.event.at):%Y-%m-%d %H:%M}"
        did = _with(str(EVENTS[seen.event.did]), self._said(seen))
        return f"{when}  {who}  {did}  {seen.trace.commit[:7]}"

    def _said(self, seen: Seen) -> str:
        """What an entry says, on one line that is not too long."""
        plain = {key: value for key, value in entry(seen.event).items() if key in _IMPORTANT}
        pairs = (f"{label} {value}" for label, value in self._details.pairs(plain))
        return shortened(" / ".join(_("; ").join(pairs).split("\n")), _LONGEST)

    def looks(self, case: CaseReview) -> Iterator[str]:
        """What to look at in a case, alike things together."""
        for kind, word in LOOKS.items():
            alike: dict[object, list[Look]] = {}
            for look in case.looks:
                if look.kind == kind:
                    alike.setdefault(kind if kind == "late" else look.more, []).append(look)
            for those in alike.values():
                yield _with(f"{word}  {_entries(those)}", self._more(those))

    def _more(self, those: Sequence[Look]) -> str:
        """What is remarkable about alike things."""
        look = those[0]
        if look.kind == "late":
            longest = span(max(each.more for each in those))
            template = (
                _("recorded up to {span} later") if len(those) > 1 else _("recorded {span} later")
            )
            return template.format(span=longest)
        if look.kind == "entered":
            return _("by {person}").format(person=self.person(look.more))
        if look.kind == "longer_limit":
            limit = in_words(getattr(look.seen.event, "limit", ""))
            return _("{limit} instead of {own}").format(limit=limit, own=in_words(look.more))
        return "" if look.more is True else visible(str(look.more))

    def journal(self, staff: str, own: JournalReview) -> str:
        """A person's entries in journals, with those that need a look."""
        kinds = listed([f"{JOURNAL_KINDS[kind]} {n}" for kind, n in own.kinds.items()], most=12)
        counts = {"late": own.late, "fixed_clock": own.fixed_clock}
        late = [f"{LOOKS[kind]} {count}" for kind, count in counts.items() if count]
        typed = [
            f"{LOOKS['entered']} {n} {_('by {person}').format(person=self.person(who))}"
            for who, n in own.entered.items()
        ]
        return _("; ").join([f"{self.person(staff)}  {kinds}", *late, *typed])

    def remark(self, remark: Remark) -> str:
        """A commit that is worth a look as a whole."""
        trace = remark.trace
        who = _named(trace.name, trace.staff)
        foot = f"{self._local(trace.at):%Y-%m-%d %H:%M}  {who}  {trace.commit[:7]}"
        if remark.difference:
            return f"{remark.difference.message}  [{foot}]"
        if remark.problem:
            said = f"{visible(remark.problem.path)}: {remark.problem.message}"
            return f"{LOOKS['unread']}  {said}  [{foot}]"
        return f"{_with(str(LOOKS[remark.kind]), self._strange(remark))}  [{foot}]"

    def _strange(self, remark: Remark) -> str:
        """What is strange about how a commit was recorded."""
        if remark.set_back:
            when = f"{self._local(remark.set_back.at):%Y-%m-%d %H:%M}"
            return _("dated {when}, {span} before the record that it follows").format(
                when=when, span=span(remark.set_back.by)
            )
        if remark.committer:
            return _("in the name of {author}, but recorded by {committer}").format(
                author=_named(remark.trace.name, remark.trace.staff),
                committer=_named(*remark.committer),
            )
        return ""

    def settings(self) -> list[str]:
        """Every change of settings."""
        return [self.remark(each) for each in self._review.remarks if each.kind == "settings"]

    def others(self) -> list[str]:
        """Every other commit that is worth a look."""
        return [self.remark(each) for each in self._review.remarks if each.kind != "settings"]


def _entries(those: Sequence[Look]) -> str:
    numbers = listed([each.seen.event.n for each in those], most=12)
    return _("entry {n}").format(n=numbers)


def _named(name: str, staff: str | None) -> str:
    """Who git names, and the member of staff."""
    return aside(visible(name), staff) if staff else visible(name)


def _with(text: str, more: str) -> str:
    return _("{text}: {said}").format(text=text, said=more) if more else text
