"""Scoring page: a method of appraisal for people, and as JSON."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from gridctl.domain.hidden import visible
from gridctl.domain.names import Names
from gridctl.domain.report_terms import SIDES
from gridctl.domain.scoring import Profile, Scoring
from gridctl.domain.terms import LEVELS
from gridctl.views.case_json import plain
from gridctl.words import Both, _, aside, listed


def answer(scoring: Scoring) -> dict[str, Any]:
    """The edition, and the file as it is."""
    made: dict[str, Any] = plain(asdict(scoring.file))
    return {"edition": scoring.edition} | made


def lines(scoring: Scoring, names: Names) -> Iterator[str]:
    """The method, its terms side by side, then exemptions and marks."""
    file = scoring.file
    yield _(
        "Method {edition}: block {block}%, strip {strip}%; ranked from {least} cases on"
    ).format(
        edition=scoring.edition,
        block=file.weights.block,
        strip=file.weights.strip,
        least=file.minimum,
    )
    for profile in file.profiles:
        yield ""
        yield from _profile(profile)
    if file.exemptions:
        yield from ("", _("Exempt"))
    for each in file.exemptions:
        yield "\t".join((_of(names, each.of), f"{each.until}", visible(each.reason)))
    if file.marks:
        yield from ("", _("Marks by hand"))
    for mark in file.marks:
        score = f"{mark.score:g}"
        cells = (mark.period, _of(names, mark.of), mark.name, score, mark.by, mark.note)
        yield "\t".join(visible(cell) for cell in cells)


def _profile(profile: Profile) -> Iterator[str]:
    yield _("Units") if profile.of == "unit" else listed(LEVELS[each] for each in profile.levels)
    for term in profile.terms:
        name = aside(Both(term.zh, term.en or term.zh), term.id)
        rest = [_("left out where empty")] if term.optional else []
        cells = (f"  {SIDES[term.side]}", name, term.expression, str(term.weight), *rest)
        yield "\t".join(visible(str(cell)) for cell in cells)


def _of(names: Names, subject: str) -> str:
    return visible(aside(names.unit_name(subject), subject))
