"""Scoring rights: who may give or take marks and exemptions, and when, between two states of scoring.yaml."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gridctl.domain.office import Office
from gridctl.domain.people import Person
from gridctl.domain.periods import parse_period
from gridctl.domain.rights import check_post
from gridctl.domain.scoring import ManualMark, ScoringFile
from gridctl.domain.scoring_checks import his_own
from gridctl.errors import Refused
from gridctl.words import Message, aside, say


@dataclass(frozen=True)
class Recording:
    """Who records a change on which day, and the office before and after it."""

    typist: Person
    day: date
    before: Office
    after: Office

    def is_of(self, person: str, unit: str, days: Iterable[date]) -> bool:
        """Whether the person is of the unit on one of the days, by either state of the office.

        By both, or leaving the unit and marking it could be one edit.
        """
        return any(
            office.belongs(office.people[person], unit, day)
            for office in (self.before, self.after)
            if person in office.people
            for day in days
        )


def check_scoring_rights(
    old: ScoringFile | None, new: ScoringFile | None, recording: Recording
) -> None:
    """Refuses a mark or exemption, given or taken, of the typist's own unit; and a mark by somebody
    of the unit or without a post that day, or for a period that has not begun.
    """
    before, after = (set(file.marks) if file else set() for file in (old, new))
    for mark in _in_order(after - before):
        _check_given(mark, recording)
    for mark in _in_order(before ^ after):
        if recording.is_of(recording.typist.id, mark.of, _days(mark, recording)):
            raise _refused(his_own(recording.after, recording.typist.id, mark.of))
    exempt = [set(file.exemptions) if file else set() for file in (old, new)]
    for each in sorted(exempt[0] ^ exempt[1], key=lambda each: (each.of, each.until)):
        if recording.is_of(recording.typist.id, each.of, [recording.day]):
            message = say(
                "{person} is of {unit} and does not decide on its exemption.",
                person=aside(recording.typist.name, recording.typist.id),
                unit=recording.after.unit_name(each.of),
            )
            raise _refused(message)


def _check_given(mark: ManualMark, recording: Recording) -> None:
    if parse_period(mark.period, recording.day).first > recording.day:
        raise Refused(
            "A04",
            say("{period} has not begun; a mark is for what was done.", period=mark.period),
            say("Marks may be given from the first day of the period on."),
        )
    giver = recording.after.people[mark.by]
    check_post(giver, recording.day)
    if recording.is_of(mark.by, mark.of, _days(mark, recording)):
        raise Refused(
            "A06",
            his_own(recording.after, mark.by, mark.of),
            say("Somebody of another unit has to give the mark: --by STAFF"),
        )


def _days(mark: ManualMark, recording: Recording) -> tuple[date, date]:
    return recording.day, parse_period(mark.period, recording.day).last


def _in_order(marks: Iterable[ManualMark]) -> Iterator[ManualMark]:
    return iter(sorted(marks, key=lambda mark: (mark.period, mark.of, mark.name)))


def _refused(message: Message) -> Refused:
    return Refused(
        "A06",
        message,
        say("Somebody of another unit who may change the settings has to record it."),
    )
